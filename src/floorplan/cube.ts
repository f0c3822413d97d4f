import type { Address } from '../cluster/address.ts';
import { type Link, type TorusPoint, torusLinks, torusPoint } from '../cluster/links.ts';
import { CHIPS_PER_ULTRASERVER, chipAddress, ultraServerIndex } from '../cluster/site.ts';
import type { SiteLayout } from '../scenario/scenario.ts';
import type { Plan, Rect, Wire } from './plan.ts';

/** Side of a chip. */
const CHIP = 1;
/** Steps of the three dimensions on paper: X to the right, Y to the back, Z upwards. Chosen so that no chip lies over
 *  another, and the lines of Z pass between the chips in front. */
const X = [2.9, 0] as const;
const Y = [0.6, -1.2] as const;
const Z = [0, -2.9] as const;
/** How far from the middles of the chips the links that close a ring run, and how far out they turn. */
const ASIDE = 0.6;
const OUT = 0.85;
const MARGIN = 1.5;

/** The torus of an UltraServer as a cube, drawn askew: all 64 chips and 192 links, each ring closing outside its line. */
export function cubePlan(site: SiteLayout, address: Address): Plan {
  const first = ultraServerIndex(site, address.slice(0, 4)) * CHIPS_PER_ULTRASERVER;
  const chips = Array.from({ length: CHIPS_PER_ULTRASERVER }, (_, chip) => ({ chip, rect: rectOf(chip) }));
  return {
    width: 2 * MARGIN + 3 * (X[0] + Y[0]) + CHIP,
    height: 2 * MARGIN - 3 * (Y[1] + Z[1]) + CHIP,
    children: chips.map(({ chip, rect }) => ({ ...rect, address: chipAddress(site, first + chip) })),
    cells: chips.map(({ chip, rect }) => ({ ...rect, chip: first + chip })),
    bodies: [],
    wires: torusLinks().map(wireOf),
  };
}

function middle({ x, y, z }: TorusPoint): [x: number, y: number] {
  const low = MARGIN - 3 * (Y[1] + Z[1]) + CHIP / 2;
  return [MARGIN + CHIP / 2 + x * X[0] + y * Y[0], low + y * Y[1] + z * Z[1]];
}

function rectOf(chip: number): Rect {
  const [x, y] = middle(torusPoint(chip));
  return { x: x - CHIP / 2, y: y - CHIP / 2, w: CHIP, h: CHIP };
}

function wireOf({ from, to, axis, wraps }: Link): Wire {
  const [a, b] = [middle(torusPoint(from)), middle(torusPoint(to))];
  const wire = { network: 'neuronLink', axis } as const;
  if (!wraps) return { ...wire, points: [a, b] };
  // From the last of the ring back to the first: out, along the line beside it, and in again.
  const step = { x: X, y: Y, z: Z }[axis];
  const length = Math.hypot(...step);
  const [along, up] = [step[0] / length, step[1] / length];
  const side = { x: [0, -ASIDE], y: [ASIDE, 0], z: [-ASIDE, 0] }[axis];
  const beyond: [number, number] = [a[0] + OUT * along, a[1] + OUT * up];
  const before: [number, number] = [b[0] - OUT * along, b[1] - OUT * up];
  const shifted = ([x, y]: readonly [number, number]): [number, number] => [x + side[0], y + side[1]];
  return { ...wire, points: [a, beyond, shifted(beyond), shifted(before), before, b] };
}
