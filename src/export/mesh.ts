import type { SolidBox, SolidPart, SolidTube } from '../state/solid.ts';

/** Triangles: three numbers a vertex, three vertices a triangle, counter-clockwise seen from outside. */
export interface Mesh {
  readonly position: Float32Array<ArrayBuffer>;
  readonly normal: Float32Array<ArrayBuffer>;
  readonly index: Uint32Array<ArrayBuffer>;
}

type Vector = readonly [number, number, number];

/** Sides of a cable. */
const SIDES = 6;

const FACES: readonly (readonly [normal: Vector, u: Vector, v: Vector])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [-1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ],
  [
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ],
  [
    [0, -1, 0],
    [1, 0, 0],
    [0, 0, 1],
  ],
  [
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ],
  [
    [0, 0, -1],
    [0, 1, 0],
    [1, 0, 0],
  ],
];

/** All boxes and cables of a part as one mesh. */
export function meshOf({ boxes, tubes }: Pick<SolidPart, 'boxes' | 'tubes'>): Mesh {
  const out = { position: [] as number[], normal: [] as number[], index: [] as number[] };
  for (const box of boxes) addBox(out, box);
  for (const tube of tubes) addTube(out, tube);
  return {
    position: Float32Array.from(out.position),
    normal: Float32Array.from(out.normal),
    index: Uint32Array.from(out.index),
  };
}

interface Growing {
  readonly position: number[];
  readonly normal: number[];
  readonly index: number[];
}

function addBox({ position, normal, index }: Growing, { at, size }: SolidBox): void {
  for (const [n, u, v] of FACES) {
    const first = position.length / 3;
    for (const [a, b] of [
      [-0.5, -0.5],
      [0.5, -0.5],
      [0.5, 0.5],
      [-0.5, 0.5],
    ]) {
      for (let k = 0; k < 3; k++) position.push(at[k] + size[k] * (0.5 * n[k] + a * u[k] + b * v[k]));
      normal.push(...n);
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
}

/** A ring of vertices at each point, turned as little as possible from one to the next. */
function addTube({ position, normal, index }: Growing, { points, radius }: SolidTube): void {
  const first = position.length / 3;
  let across: Vector = [0, 0, 0];
  points.forEach((point, i) => {
    const along = unit(minus(points[Math.min(i + 1, points.length - 1)], points[Math.max(i - 1, 0)]));
    const before: Vector = i === 0 ? (Math.abs(along[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]) : across;
    // What of the last direction stands across the way here.
    const share = dot(before, along);
    across = unit([before[0] - share * along[0], before[1] - share * along[1], before[2] - share * along[2]]);
    const beside = cross(along, across);
    for (let side = 0; side < SIDES; side++) {
      const angle = (2 * Math.PI * side) / SIDES;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      for (let k = 0; k < 3; k++) {
        const out = c * across[k] + s * beside[k];
        position.push(point[k] + radius * out);
        normal.push(out);
      }
    }
    if (i === 0) return;
    for (let side = 0; side < SIDES; side++) {
      const next = (side + 1) % SIDES;
      const [a, b] = [first + (i - 1) * SIDES + side, first + (i - 1) * SIDES + next];
      index.push(a, b, b + SIDES, a, b + SIDES, a + SIDES);
    }
  });
}

function minus(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(v: Vector): Vector {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
