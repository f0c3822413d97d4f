import type { SiteLayout } from '../scenario/scenario.ts';
import type { Address } from './address.ts';
import { METRES as M, PLOTS } from './metres.ts';

/**
 * Where places stand. Campus frame in metres: x east, y up, z south, origin in the middle of the plot grid.
 * A place's own frame has its origin on its floor, y up, and z towards its front; `yaw` turns it about y into
 * the campus frame: front = (sin yaw, 0, cos yaw), right = (cos yaw, 0, −sin yaw).
 */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Radians. */
  readonly yaw: number;
  /** Extent in its own frame, metres: across, up, along the front's axis. */
  readonly size: readonly [width: number, height: number, depth: number];
}

/** A place inside another, given in the outer place's frame. */
function inside(outer: Place, x: number, y: number, z: number, yaw: number, size: Place['size']): Place {
  const s = Math.sin(outer.yaw);
  const c = Math.cos(outer.yaw);
  return {
    x: outer.x + x * c + z * s,
    y: outer.y + y,
    z: outer.z - x * s + z * c,
    yaw: outer.yaw + yaw,
    size,
  };
}

/** The ground, as large as the plots that hold buildings. */
export function campusPlace(site: SiteLayout): Place {
  let west = Infinity;
  let east = -Infinity;
  let north = Infinity;
  let south = -Infinity;
  for (let b = 0; b < site.buildings; b++) {
    const { x, z } = plotCentre(b);
    west = Math.min(west, x - M.plot.pitchX / 2);
    east = Math.max(east, x + M.plot.pitchX / 2);
    north = Math.min(north, z - M.plot.pitchZ / 2);
    south = Math.max(south, z + M.plot.pitchZ / 2);
  }
  return {
    x: (west + east) / 2,
    y: 0,
    z: (north + south) / 2,
    yaw: 0,
    size: [east - west, M.building.height, south - north],
  };
}

/** Middle of the plot of building `b`, counted from 0. */
export function plotCentre(b: number): { x: number; z: number } {
  const [column, row] = PLOTS[b % PLOTS.length];
  return {
    x: (column - (M.plot.columns - 1) / 2) * M.plot.pitchX,
    z: (row - (M.plot.rows - 1) / 2) * M.plot.pitchZ,
  };
}

/** Middle of row `r` (from 0) of a hall, east of the hall's middle; rows 1, 3, 5 … look west, 2, 4, 6 … east. */
export function rowOffset(site: SiteLayout, r: number): number {
  const pairs = Math.ceil(site.rows / 2);
  const pair = Math.floor(r / 2) - (pairs - 1) / 2;
  const aside = (M.row.hotAisle + M.row.depth) / 2;
  return pair * M.row.pairPitch + (r % 2 === 0 ? -aside : aside);
}

/** Middle of position `u` (from 0), south of the row's middle. */
export function positionOffset(site: SiteLayout, u: number): number {
  return (u - (site.positions - 1) / 2) * M.ultraserver.pitch;
}

/** Left edge to middle and floor height of tray `t` (1 the head tray) of server `s`, in the UltraServer's frame. */
export function traySlot(s: number, t: number): { x: number; y: number } {
  // Servers 1 and 4 stand below, 2 and 3 above; 1 and 2 left, 3 and 4 right, so that ring neighbours are always
  // near. The head tray is the lowest of a lower server and the highest of an upper one.
  const upper = s === 2 || s === 3;
  const slot = t === 1 ? (upper ? 17 : 0) : upper ? 7 + t : t - 1;
  return {
    x: (s <= 2 ? -1 : 1) * (M.rack.pitch / 2),
    y: M.rack.firstTray + slot * M.tray.pitch + (upper ? M.rack.serverGap : 0),
  };
}

/**
 * Place of an address of the site. A tray, its chips and cores are given as the journey shows them: the tray
 * drawn out of its rack by `METRES.tray.pull` unless `closed`.
 */
export function placeOf(site: SiteLayout, address: Address, closed = false): Place {
  const [b, h, r, u, s, t, c, n] = address;
  if (b === undefined) return campusPlace(site);
  const plot = plotCentre(b - 1);
  const building: Place = {
    x: plot.x,
    y: 0,
    z: plot.z,
    yaw: 0,
    size: [M.building.width, M.building.height, M.building.depth],
  };
  if (h === undefined) return building;
  const hallX = (h - (site.halls + 1) / 2) * M.hall.pitch;
  const hall = inside(building, hallX, 0, 0, 0, [M.hall.width, M.hall.height, M.hall.depth]);
  if (r === undefined) return hall;
  const west = r % 2 === 1;
  const row = inside(hall, rowOffset(site, r - 1), 0, 0, west ? -Math.PI / 2 : Math.PI / 2, [
    M.row.length,
    M.row.height,
    M.row.depth,
  ]);
  if (u === undefined) return row;
  // Local x of a west-looking row runs south, of an east-looking one north; positions always run south.
  const along = positionOffset(site, u - 1) * (west ? 1 : -1);
  const ultraserver = inside(row, along, 0, M.row.depth / 2, 0, [
    M.ultraserver.width,
    M.ultraserver.height,
    M.ultraserver.depth,
  ]);
  if (s === undefined) return ultraserver;
  if (t === undefined) {
    const upper = s === 2 || s === 3;
    const { x, y } = traySlot(s, upper ? 2 : 1);
    return inside(ultraserver, x, y, 0, 0, [M.rack.width, M.tray.pitch * 9, M.rack.depth]);
  }
  const slot = traySlot(s, t);
  const tray = inside(ultraserver, slot.x, slot.y, closed ? 0 : M.tray.pull, 0, [
    M.tray.width,
    M.tray.height,
    M.tray.depth,
  ]);
  if (c === undefined) return tray;
  const chip = inside(tray, c === 1 ? -M.chip.x : M.chip.x, M.chip.y, M.chip.z, 0, [
    M.chip.width,
    M.chip.height,
    M.chip.depth,
  ]);
  if (n === undefined) return chip;
  const die = n <= 4 ? -M.die.x : M.die.x;
  return inside(chip, die, M.core.y, (((n - 1) % 4) - 1.5) * M.core.pitch, 0, [
    M.core.width,
    M.core.height,
    M.core.depth,
  ]);
}

/** Middle of a place in the campus frame, metres: of its box for a hall and below, of the ground for the campus. */
export function centreOf(place: Place): [x: number, y: number, z: number] {
  // Rack fronts lie at local z = 0, so bodies from the UltraServer to the tray extend backwards.
  const [, height, depth] = place.size;
  const body = depth === M.ultraserver.depth || depth === M.tray.depth ? -depth / 2 : 0;
  return [place.x + Math.sin(place.yaw) * body, place.y + height / 2, place.z + Math.cos(place.yaw) * body];
}
