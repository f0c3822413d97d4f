import { HUB, METRES as M } from '../../cluster/metres.ts';
import { plotCentre } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { beside, type Knot, type Ribbon, rounded } from '../ribbons.ts';

/** Width of one lane and distance between the two of a pair, metres. */
const WIDTH = 2.9;
const PAIR = 3.5;
/** Widest a bundle of pairs on one road may grow, metres. */
const ROAD = 64;
const CORNER = 9;
const HEIGHT = 0.5;

/** 1 where a building's lanes leave on its east side, −1 on its west. */
export function exitSide(b: number): 1 | -1 {
  return plotCentre(b).x < HUB.x ? 1 : -1;
}

/** A pair of lanes from every building to the hub and back. Drawn as schematic: the real fibre routes are not public. */
export function laneRibbons(site: SiteLayout): Ribbon[] {
  const north: number[] = [];
  const south: number[] = [];
  for (let b = 0; b < site.buildings; b++) {
    const { z } = plotCentre(b);
    if (z < HUB.z) north.push(b);
    else if (z > HUB.z) south.push(b);
  }
  const ribbons: Ribbon[] = [];
  const linesOfBuilding = site.halls * site.rows;
  for (let b = 0; b < site.buildings; b++) {
    const bundle = north.includes(b) ? north : south;
    // Those that join last lie outside, so that no two pairs cross.
    const order = bundle
      .filter((other) => exitSide(other) === exitSide(b))
      .sort((p, q) => reach(p) - reach(q))
      .indexOf(b);
    const pitch = Math.min(9.6, ROAD / Math.max(1, bundle.length));
    const way = rounded(wayOf(b, (order + 0.5) * pitch), CORNER);
    const source = { line: b * linesOfBuilding, forward: 0, backward: 0, data: 1 };
    ribbons.push({ way: beside(way, PAIR / 2), width: WIDTH, source });
    ribbons.push({ way: beside([...way].reverse(), PAIR / 2), width: WIDTH, source });
  }
  for (let ring = 0; ring < 4; ring++) ribbons.push(hubRing(3 + ring * 4));
  return ribbons;
}

/** How far along the trunk a building joins, metres from the hub. */
function reach(b: number): number {
  const { x, z } = plotCentre(b);
  return Math.abs(z - HUB.z) + (Math.abs(x - HUB.x) > M.plot.pitchX ? 95 : 0);
}

/** Corners of a building's way to the hub; `aside` metres from the middle of the trunk road, on the building's side. */
function wayOf(b: number, aside: number): Knot[] {
  const { x, z } = plotCentre(b);
  const side = exitSide(b);
  const start: Knot = [x + (side * M.building.width) / 2, HEIGHT, z];
  const trunk = HUB.x - side * aside;
  const edge = HUB.size / 2;
  const neighbour = Math.abs(x - HUB.x) <= M.plot.pitchX / 2 + 1;
  if (neighbour && z === HUB.z) return [start, [HUB.x - side * edge, HEIGHT, z]];
  const end: Knot = [
    HUB.x - side * Math.min(aside, edge * 0.8),
    HEIGHT,
    HUB.z + Math.sign(z - HUB.z || 1) * edge,
  ];
  const turnIn: Knot[] =
    Math.abs(end[0] - trunk) < 0.5
      ? [end]
      : [
          [trunk, HEIGHT, end[2] + Math.sign(z - HUB.z || 1) * 26],
          [end[0], HEIGHT, end[2] + Math.sign(z - HUB.z || 1) * 26],
          end,
        ];
  if (neighbour) return [start, [trunk, HEIGHT, z], ...turnIn];
  // Farther columns take the road beside their plot, then the one between the rows, then the trunk.
  const road = x + (side * M.plot.pitchX) / 2 - side * (12 + aside * 0.4);
  const between =
    z +
    (z < HUB.z ? 1 : z > HUB.z ? -1 : 1) * (M.plot.pitchZ / 2) -
    Math.sign(z - HUB.z || -1) * (aside * 0.4 - 10);
  return [start, [road, HEIGHT, z], [road, HEIGHT, between], [trunk, HEIGHT, between], ...turnIn];
}

function hubRing(half: number): Ribbon {
  const y = M.hub.height + 0.15;
  const corner = (sx: number, sz: number): Knot => [HUB.x + sx * half, y, HUB.z + sz * half];
  return {
    way: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)],
    width: 1.5,
    source: { line: 0, forward: 0, backward: 0, data: 1 },
  };
}
