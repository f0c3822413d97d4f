import type { Address } from '../cluster/address.ts';
import { HUB, METRES as M } from '../cluster/metres.ts';
import { campusPlace, plotCentre, positionOffset, rowOffset } from '../cluster/places.ts';
import { CHIPS_PER_SERVER, CHIPS_PER_ULTRASERVER, TRAY_CHIPS, ultraServerIndex } from '../cluster/site.ts';
import type { SiteLayout } from '../scenario/scenario.ts';
import type { Body, Cell, Child, Plan, Rect, Wire } from './plan.ts';

/** Plans from the campus to the row, seen from above in metres, but for the row: that is seen from the front. */

/** Index of the first chip of an UltraServer. */
function firstChip(site: SiteLayout, address: Address): number {
  return ultraServerIndex(site, address) * CHIPS_PER_ULTRASERVER;
}

/** Share of a building's plan that its halls take, wider than in metres so that rows can be told apart. */
const INNER = 0.9;

/** One strip for each row of the halls of a building whose plan is `frame`. */
function rowStrips(site: SiteLayout, b: number, frame: Rect): Cell[] {
  const cells: Cell[] = [];
  for (let h = 1; h <= site.halls; h++) {
    const hall = hallFrame(site, h, frame);
    const pitch = hall.w / site.rows;
    for (let r = 1; r <= site.rows; r++) {
      cells.push({
        x: hall.x + (r - 0.84) * pitch,
        y: hall.y + hall.h * 0.06,
        w: pitch * 0.68,
        h: hall.h * 0.88,
        chip: firstChip(site, [b, h, r, 1]),
      });
    }
  }
  return cells;
}

function hallFrame(site: SiteLayout, h: number, { x, y, w, h: height }: Rect): Rect {
  const pitch = (w * INNER) / site.halls;
  return {
    x: x + (w * (1 - INNER)) / 2 + (h - 1) * pitch + pitch * 0.03,
    y: y + height * 0.14,
    w: pitch * 0.94,
    h: height * 0.72,
  };
}

export function campusPlan(site: SiteLayout): Plan {
  const ground = campusPlace(site);
  const [width, , height] = ground.size;
  const left = ground.x - width / 2;
  const top = ground.z - height / 2;
  const children: Child[] = [];
  const cells: Cell[] = [];
  const wires: Wire[] = [];
  const many = site.buildings > 1;
  const hub: Body = {
    x: HUB.x - left - HUB.size / 2,
    y: HUB.z - top - HUB.size / 2,
    w: HUB.size,
    h: HUB.size,
    name: 'fabric',
  };
  for (let b = 1; b <= site.buildings; b++) {
    const plot = plotCentre(b - 1);
    const x = plot.x - left;
    const y = plot.z - top;
    const { width: w, depth: h } = M.building;
    const frame: Rect = { x: x - w / 2, y: y - h / 2, w, h };
    children.push({ ...frame, address: [b] });
    cells.push(...rowStrips(site, b, frame));
    // Along the road south or north of the plot, then along the hub's.
    const side = HUB.z > plot.z ? 1 : -1;
    const road = y + (side * M.plot.pitchZ) / 2;
    const end = HUB.x - left;
    wires.push({
      points: [
        [x, y + (side * h) / 2],
        [x, road],
        [end, road],
        [end, HUB.z - top],
      ],
      network: 'efa',
    });
  }
  return { width, height, children, cells, bodies: many ? [hub] : [], wires: many ? wires : [] };
}

export function buildingPlan(site: SiteLayout, [b]: Address): Plan {
  const { width, depth: height } = M.building;
  const frame: Rect = { x: 0, y: 0, w: width, h: height };
  const children = Array.from(
    { length: site.halls },
    (_, i): Child => ({ ...hallFrame(site, i + 1, frame), address: [b, i + 1] }),
  );
  return { width, height, children, cells: rowStrips(site, b, frame), bodies: [frame], wires: [] };
}

export function hallPlan(site: SiteLayout, [b, h]: Address): Plan {
  const { width, depth: height } = M.hall;
  const children: Child[] = [];
  const cells: Cell[] = [];
  // Wider than in metres, so that a row can be read and pressed.
  const wide = M.row.pairPitch * 0.34;
  const network: Body = {
    x: 2,
    y: height / 2 + M.networkRow.z - M.networkRow.depth / 2,
    w: width - 4,
    h: M.networkRow.depth,
    name: 'fabric',
  };
  const wires: Wire[] = [];
  const groups: Rect[] = [];
  for (let r = 1; r <= site.rows; r++) {
    const x = width / 2 + rowOffset(site, r - 1);
    const top = height / 2 - M.row.length / 2;
    const frame: Rect = { x: x - wide / 2, y: top, w: wide, h: M.row.length };
    children.push({ ...frame, address: [b, h, r] });
    groups.push(frame);
    wires.push({
      points: [
        [x, top],
        [x, network.y + network.h],
      ],
      network: 'efa',
    });
    for (let u = 1; u <= site.filled; u++) {
      const y = height / 2 + positionOffset(site, u - 1);
      const size = M.ultraserver.pitch * 0.9;
      cells.push({
        x: x - wide / 2,
        y: y - size / 2,
        w: wide,
        h: size,
        chip: firstChip(site, [b, h, r, u]),
        group: r - 1,
      });
    }
  }
  return { width, height, children, cells, groups, bodies: [network], wires };
}

/** UltraServers from the front, in lines of eight: a row in one line is too long to be read. */
export function rowPlan(site: SiteLayout, [b, h, r]: Address): Plan {
  const perLine = Math.min(8, site.filled);
  const lines = Math.ceil(site.filled / perLine);
  const pitchX = 1.6;
  const pitchY = 2.9;
  const children: Child[] = [];
  const cells: Cell[] = [];
  const wires: Wire[] = [];
  for (let u = 1; u <= site.filled; u++) {
    const x = ((u - 1) % perLine) * pitchX + (pitchX - M.ultraserver.width) / 2;
    const y = Math.floor((u - 1) / perLine) * pitchY + 0.6;
    const frame: Rect = { x, y, w: M.ultraserver.width, h: M.ultraserver.height };
    children.push({ ...frame, address: [b, h, r, u] });
    cells.push(...serverCells(frame, firstChip(site, [b, h, r, u])));
    const middle = x + frame.w / 2;
    wires.push({
      points: [
        [middle, y],
        [middle, y - 0.5],
      ],
      network: 'efa',
      open: true,
    });
  }
  return { width: perLine * pitchX, height: lines * pitchY, children, cells, bodies: [], wires };
}

/** The 64 chips of an UltraServer seen from the front: servers 1 and 4 below, 2 and 3 above, 1 and 2 left. */
function serverCells(frame: Rect, first: number): Cell[] {
  const cells: Cell[] = [];
  const w = frame.w / 4;
  const h = frame.h / 17;
  for (let s = 1; s <= 4; s++) {
    const upper = s === 2 || s === 3;
    const left = s <= 2 ? 0 : 2;
    for (let t = 0; t < 8; t++) {
      const line = upper ? 7 - t : 16 - t;
      for (let c = 0; c < 2; c++) {
        cells.push({
          x: frame.x + (left + c) * w + w * 0.08,
          y: frame.y + line * h + h * 0.12,
          w: w * 0.84,
          h: h * 0.76,
          chip: first + (s - 1) * CHIPS_PER_SERVER + TRAY_CHIPS[t][c],
        });
      }
    }
  }
  return cells;
}
