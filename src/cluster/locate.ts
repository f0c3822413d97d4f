import type { SiteLayout } from '../scenario/scenario.ts';
import type { Address } from './address.ts';
import { METRES as M } from './metres.ts';
import { plotCentre, rowOffset } from './places.ts';
import { CORES } from './site.ts';

/** A point of the campus frame, metres. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * The place nearest to a point, `depth` numbers deep (0 the campus … 8 a core): arithmetic alone, no search but over
 * buildings and rows. Always a place that the site has; a tray that must hold a chip is never a head tray.
 */
export function locate(site: SiteLayout, point: Point, depth: number): Address {
  const address: number[] = [];
  if (depth < 1) return address;
  const b = nearestBuilding(site, point.x, point.z);
  address.push(b);
  const plot = plotCentre(b - 1);
  if (depth < 2) return address;
  const east = point.x - plot.x;
  const h = clamp(Math.round(east / M.hall.pitch + (site.halls + 1) / 2), 1, site.halls);
  address.push(h);
  if (depth < 3) return address;
  const x = east - (h - (site.halls + 1) / 2) * M.hall.pitch;
  const r = nearestRow(site, x);
  address.push(r);
  if (depth < 4) return address;
  const z = point.z - plot.z;
  const u = clamp(Math.round(z / M.ultraserver.pitch + (site.positions - 1) / 2) + 1, 1, site.filled);
  address.push(u);
  if (depth < 5) return address;
  // A west-looking row (odd) has its right hand in the south, an east-looking one in the north.
  const west = r % 2 === 1;
  const along = z - (u - 1 - (site.positions - 1) / 2) * M.ultraserver.pitch;
  const across = west ? along : -along;
  const out = (west ? rowOffset(site, r - 1) - x : x - rowOffset(site, r - 1)) - M.row.depth / 2;
  return [...address, ...insideUltraServer(across, point.y, out, depth)];
}

function nearestBuilding(site: SiteLayout, x: number, z: number): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let b = 0; b < site.buildings; b++) {
    const plot = plotCentre(b);
    const far = Math.max(Math.abs(x - plot.x) / M.plot.pitchX, Math.abs(z - plot.z) / M.plot.pitchZ);
    if (far < least) {
      least = far;
      best = b + 1;
    }
  }
  return best;
}

/** The row (from 1) nearest to `x`, metres east of the hall's middle. */
export function nearestRow(site: SiteLayout, x: number): number {
  let best = 0;
  for (let r = 1; r < site.rows; r++)
    if (Math.abs(x - rowOffset(site, r)) < Math.abs(x - rowOffset(site, best))) best = r;
  return best + 1;
}

/** Server, tray, chip and core at a point of the UltraServer's frame (x right, y up, z out of the front). */
export function insideUltraServer(x: number, y: number, z: number, depth: number): number[] {
  const right = x > 0;
  const half = 9 * M.tray.pitch;
  const over = y - M.rack.firstTray;
  const upper = over > half + M.rack.serverGap / 2;
  const server = right ? (upper ? 3 : 4) : upper ? 2 : 1;
  if (depth < 6) return [server];
  const slot = clamp(Math.floor((over - (upper ? half + M.rack.serverGap : 0)) / M.tray.pitch), 0, 8);
  // Counted from the head tray: the lowest of a lower server, the highest of an upper one.
  let tray = upper ? (slot === 8 ? 1 : slot + 2) : slot + 1;
  if (depth >= 7 && tray === 1) tray = upper ? 9 : 2;
  if (depth < 7) return [server, tray];
  const inTray = x - (right ? 1 : -1) * (M.rack.pitch / 2);
  const chip = inTray < 0 ? 1 : 2;
  if (depth < 8) return [server, tray, chip];
  const inChip = inTray - (chip === 1 ? -M.chip.x : M.chip.x);
  const die = inChip < 0 ? 0 : 1;
  const row = clamp(Math.floor((z - (M.tray.pull + M.chip.z)) / M.core.pitch + 2), 0, CORES / 2 - 1);
  return [server, tray, chip, die * (CORES / 2) + row + 1];
}
