import { METRES as M } from '../../cluster/metres.ts';
import { rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import type { Body } from '../bodies.ts';
import { GALLERY } from '../campus/plan.ts';
import type { Knot, Ribbon } from '../ribbons.ts';

/** The inside of a building in its own frame: schematic but for halls, rows and racks. */

const { building: B, hall: H, row: R } = M;
/** Walls of the halls, metres: the far ones higher, so that the near ones hide nothing. */
export const FAR_WALL = 3;
const NEAR_WALL = 1.1;
const THICK = 0.4;

/** Middle of hall `h` (from 0), metres east of the building's middle. */
export function hallX(site: SiteLayout, h: number): number {
  return (h - (site.halls - 1) / 2) * H.pitch;
}

/** Extent of the rows of a hall west to east, metres from its middle to the outer faces. */
function rowsHalf(site: SiteLayout): number {
  return rowOffset(site, site.rows - 1) + R.depth / 2;
}

/** Outer walls: the far ones (north, east) whole, the near ones cut low, a frame where they and the roof were. */
export function envelopeBodies(): Body[] {
  const [w, d, h] = [B.width, B.depth, B.height];
  const beam = 0.3;
  const bodies: Body[] = [
    { at: [0, 0, -d / 2], size: [w, h, THICK], tone: 0.72, edge: 0.8 },
    { at: [w / 2, 0, 0], size: [THICK, h, d], tone: 0.72, edge: 0.8 },
    { at: [0, 0, d / 2], size: [w, 1, THICK], tone: 1.3, edge: 0.8 },
    { at: [-w / 2, 0, 0], size: [THICK, 1, d], tone: 1.3, edge: 0.8 },
  ];
  for (const z of [-1, 1])
    bodies.push({ at: [0, h, (z * d) / 2], size: [w, beam, beam], tone: 2.4, edge: 0.9 });
  for (const x of [-1, 1])
    bodies.push({ at: [(x * w) / 2, h, 0], size: [beam, beam, d], tone: 2.4, edge: 0.9 });
  bodies.push({ at: [-w / 2, 0, d / 2], size: [beam, h, beam], tone: 2.4, edge: 0.9 });
  bodies.push({ at: [w / 2, 0, d / 2], size: [beam, h, beam], tone: 2.4, edge: 0.9 });
  bodies.push({ at: [-w / 2, 0, -d / 2], size: [beam, h, beam], tone: 2.4, edge: 0.9 });
  return bodies;
}

/** Air handlers and switchgear of both galleries. */
export function galleryBodies(): Body[] {
  const bodies: Body[] = [];
  const { width, depth, height } = M.airHandler;
  for (const z of [-1, 1]) {
    for (let i = 0; i < 45; i++)
      bodies.push({
        at: [(i - 22) * 4.3, 0, z * (H.depth / 2 + GALLERY * 0.7)],
        size: [depth, height, width],
        tone: 0.95,
        edge: 0.42,
        louvres: 0.7,
      });
    for (let i = 0; i < 23; i++)
      bodies.push({
        at: [(i - 11) * 8.4, 0, z * (H.depth / 2 + GALLERY * 0.36)],
        size: [6.2, 2.2, 1.4],
        tone: 0.95,
        edge: 0.42,
      });
  }
  return bodies;
}

/** Walls, network row, ladder trays of every hall. */
export function hallBodies(site: SiteLayout): Body[] {
  const bodies: Body[] = [];
  const half = rowsHalf(site);
  const { z: netZ, depth: netDepth, height: netHeight } = M.networkRow;
  const north = -(site.positions * M.ultraserver.pitch) / 2;
  for (let h = 0; h < site.halls; h++) {
    const x = hallX(site, h);
    bodies.push(
      { at: [x, 0, -H.depth / 2], size: [H.width, FAR_WALL, THICK], tone: 0.8, edge: 0.8, louvres: 0.3 },
      { at: [x + H.width / 2, 0, 0], size: [THICK, FAR_WALL, H.depth], tone: 0.8, edge: 0.8, louvres: 0.3 },
      { at: [x, 0, H.depth / 2], size: [H.width, NEAR_WALL * 0.35, THICK], tone: 1.2, edge: 0.8 },
      { at: [x - H.width / 2, 0, 0], size: [THICK, NEAR_WALL * 0.35, H.depth], tone: 1.2, edge: 0.8 },
      { at: [x, 0, netZ], size: [2 * half, netHeight, netDepth], tone: 1.05, edge: 0.7, louvres: 0.09 },
    );
    for (let pair = 0; pair * 2 < site.rows; pair++) {
      const middle = ladderX(site, pair);
      bodies.push({
        at: [x + middle, M.ladder.height - 0.08, (netZ - north) / 2],
        size: [M.ladder.width + 0.06, 0.06, -north * 2 + (north - netZ)],
        tone: 1.2,
        edge: 0.5,
      });
    }
    bodies.push({
      at: [x, M.ladder.height + 0.06, netZ],
      size: [2 * half + 1.4, 0.06, 1.3],
      tone: 1.2,
      edge: 0.5,
    });
  }
  return bodies;
}

/** Middle of the ladder tray over the hot aisle of a pair of rows, metres east of the hall's middle. */
function ladderX(site: SiteLayout, pair: number): number {
  const a = rowOffset(site, pair * 2);
  return pair * 2 + 1 < site.rows ? (a + rowOffset(site, pair * 2 + 1)) / 2 : a + (R.hotAisle + R.depth) / 2;
}

/**
 * EFA on its way: along the ladder trays to the network row, on its spine to the next row's stage (forward east,
 * backward west), and with the gradients out of the building on the side of its lanes (`side` 1 east, −1 west).
 */
export function hallRibbons(site: SiteLayout, side: 1 | -1): Ribbon[] {
  const ribbons: Ribbon[] = [];
  const y = M.ladder.height;
  const { z: netZ } = M.networkRow;
  const south = (site.positions * M.ultraserver.pitch) / 2;
  const half = rowsHalf(site);
  for (let h = 0; h < site.halls; h++) {
    const x = hallX(site, h);
    for (let r = 0; r < site.rows; r++) {
      const pair = Math.floor(r / 2);
      const lane = x + ladderX(site, pair) + (r % 2 === 0 ? -0.13 : 0.13);
      ribbons.push({
        way: straight([lane, y, south], [lane, y, netZ], 8),
        width: 0.23,
        source: { line: h * site.rows + r, forward: 1, backward: 1, data: 1 },
      });
      // Handed over before the row ends, where it can be seen: forward east, backward west. Schematic.
      for (const way of handOver(site, r))
        ribbons.push({
          way: way.line.map(([kx, kz]): Knot => [x + kx, 0.05, south + kz]),
          width: 0.6,
          source: { line: h * site.rows + r, forward: way.forward, backward: 1 - way.forward, data: 0 },
        });
      // Stage to stage along the spine: each row's own stretch.
      const from = rowOffset(site, r);
      const next = r + 1 < site.rows ? rowOffset(site, r + 1) : half;
      const before = r > 0 ? rowOffset(site, r - 1) : -half;
      const line = h * site.rows + r;
      ribbons.push({
        way: [
          [x + from, y + 0.14, netZ + 0.42],
          [x + next, y + 0.14, netZ + 0.42],
        ],
        width: 0.26,
        source: { line, forward: 1, backward: 0, data: 0 },
      });
      ribbons.push({
        way: [
          [x + from, y + 0.14, netZ + 0.08],
          [x + before, y + 0.14, netZ + 0.08],
        ],
        width: 0.26,
        source: { line, forward: 0, backward: 1, data: 0 },
      });
    }
    ribbons.push({
      way: [
        [x - side * half, y + 0.14, netZ - 0.34],
        [x + side * half, y + 0.14, netZ - 0.34],
      ],
      width: 0.4,
      source: { line: h * site.rows, forward: 0, backward: 0, data: 1 },
    });
  }
  return ribbons;
}

/** Ways on the floor from row `r` (from 0) to the next stage's row and to the one before: x from the hall's middle, z
 *  from the rows' south end, metres. */
function handOver(
  site: SiteLayout,
  r: number,
): { readonly forward: 0 | 1; readonly line: readonly (readonly [number, number])[] }[] {
  const ways: { forward: 0 | 1; line: [number, number][] }[] = [];
  const at = (k: number): number => rowOffset(site, k);
  if (r + 1 < site.rows)
    ways.push({
      forward: 1,
      line: [
        [at(r), 4.1],
        [at(r + 1), 4.1],
      ],
    });
  if (r > 0)
    ways.push({
      forward: 0,
      line: [
        [at(r), 4.9],
        [at(r - 1), 4.9],
      ],
    });
  return ways;
}

/** The two ways of gradients between the halls' network rows and the lanes outside. */
export function trunkRibbons(site: SiteLayout, side: 1 | -1): Ribbon[] {
  const z = M.networkRow.z - 1.6;
  const y = 3.6;
  const far = -side * (((site.halls - 1) / 2) * H.pitch + rowsHalf(site));
  const out = (side * B.width) / 2;
  const source = { line: 0, forward: 0, backward: 0, data: 1 };
  const way = (aside: number): Knot[] => [
    [far, y, z - aside],
    [out - side * (6 + aside), y, z - aside],
    [out - side * (6 + aside), y, -aside],
    [out + side * 42, 0.4, -aside],
  ];
  return [
    { way: way(0.9), width: 1.3, source },
    { way: [...way(-0.9)].reverse(), width: 1.3, source },
  ];
}

function straight(from: Knot, to: Knot, steps: number): Knot[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    return [
      from[0] + (to[0] - from[0]) * t,
      from[1] + (to[1] - from[1]) * t,
      from[2] + (to[2] - from[2]) * t,
    ];
  });
}
