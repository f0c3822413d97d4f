import { type Axis, type Link, torusPoint } from '../../cluster/links.ts';
import type { Point } from '../near/curve.ts';

/** The torus as a cube before the racks, UltraServer frame, metres; schematic. X to the right, Y to the back, Z from
 *  server to server upwards. Chips lie flat, so that links of X and Y leave at their edges. */
export const CUBE = {
  middle: [0, 1.15, 0.75],
  pitch: { x: 0.49, y: 0.44, z: 0.44 },
  chip: [0.25, 0.03, 0.19],
} as const satisfies { middle: Point; pitch: Record<Axis, number>; chip: Point };

/** How a ring closes outside the cube: X over its chips, Y under them, Z beside them, back to the left. */
const CLOSING: Readonly<
  Record<Axis, { along: Point; side: Point; rise: number; over: number; bow: number; away: number }>
> = {
  x: { along: [1, 0, 0], side: [0, 1, 0], rise: 0.15, over: 0.17, bow: 0.018, away: 0 },
  y: { along: [0, 0, -1], side: [0, -1, 0], rise: 0.13, over: 0.14, bow: 0.016, away: 0 },
  // From corner to corner, so that no line crosses a chip's face.
  z: { along: [0, 1, 0], side: [-0.82, 0, -0.57], rise: 0.14, over: 0.15, bow: 0.012, away: 0.148 },
};

/** Pieces of each round end, and of the way back between them. */
const ROUND = 8;
const BACK = 8;

/** Middle of a chip (0–63) in the cube. */
export function cubeAt(chip: number): Point {
  const { x, y, z } = torusPoint(chip);
  const { middle, pitch } = CUBE;
  return [middle[0] + (x - 1.5) * pitch.x, middle[1] + (z - 1.5) * pitch.z, middle[2] - (y - 1.5) * pitch.y];
}

/** Way of a link in the cube, from chip to chip: straight, or round the outside where it closes its ring. */
export function cubeLink(link: Link): Point[] {
  const { along, side, rise, over, bow, away } = CLOSING[link.axis];
  const a = plus(cubeAt(link.from), side, away);
  const b = plus(cubeAt(link.to), side, away);
  if (!link.wraps) return [a, b];
  const points: Point[] = [];
  const end = (from: Point, angle: number, way: number): Point =>
    plus(plus(from, along, way * over * Math.cos(angle)), side, (rise / 2) * (1 + Math.sin(angle)));
  for (let i = 0; i <= ROUND; i++) points.push(end(a, -Math.PI / 2 + (Math.PI * i) / ROUND, 1));
  for (let i = 1; i < BACK; i++) {
    const t = i / BACK;
    const between: Point = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
    points.push(plus(between, side, rise + bow * Math.sin(Math.PI * t)));
  }
  for (let i = 0; i <= ROUND; i++) points.push(end(b, Math.PI / 2 - (Math.PI * i) / ROUND, -1));
  return points;
}

function plus(a: Point, b: Point, k: number): Point {
  return [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
}

/** The chip (0–63) whose tablet a ray meets first; origin and direction in the UltraServer's frame, null for none. */
export function chipUnder(origin: Point, direction: Point): { chip: number; t: number } | null {
  let best: { chip: number; t: number } | null = null;
  for (let chip = 0; chip < 64; chip++) {
    const at = cubeAt(chip);
    let enter = 0;
    let leave = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) {
      const a = (at[i] - CUBE.chip[i] / 2 - origin[i]) / direction[i];
      const b = (at[i] + CUBE.chip[i] / 2 - origin[i]) / direction[i];
      // A ray along a face counts as beside it.
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      enter = Math.max(enter, Math.min(a, b));
      leave = Math.min(leave, Math.max(a, b));
    }
    if (enter > 0 && enter <= leave && (!best || enter < best.t)) best = { chip, t: enter };
  }
  return best;
}
