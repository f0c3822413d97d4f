import { BufferGeometry, Float32BufferAttribute } from 'three';
import { arcLengths, type Point } from './curve.ts';

/** Which family of cable: the three axes of the torus, EFA or the lanes inside a chip, which take the colour of its
 *  phase: `memory` lit by memory traffic, `work` while the chip computes. The number indexes the colours. */
export const Family = { x: 0, y: 1, z: 2, efa: 3, memory: 4, work: 5 } as const;
export type Family = (typeof Family)[keyof typeof Family];

/** A cable in its level's frame, metres. */
export interface Tube {
  readonly points: readonly Point[];
  readonly radius: number;
  readonly family: Family;
  /** Chip of the UltraServer that sends into it, 0–63. */
  readonly chip: number;
  /** Hops by which its pulse runs ahead, so that neighbours do not move as one. */
  readonly offset?: number;
  /** Share of the cable over which it fades out at its end, negative: at its start; 0 unless given. */
  readonly fadeEnd?: number;
}

export const SIDES = 6;

/** All tubes in one buffer: rings of six around each point, carried along without twist. */
export function tubeGeometry(tubes: readonly Tube[], sides = SIDES): BufferGeometry {
  const rings = tubes.reduce((sum, tube) => sum + tube.points.length, 0);
  const position = new Float32Array(rings * sides * 3);
  const normal = new Float32Array(rings * sides * 3);
  const shape = new Float32Array(rings * sides * 4);
  const flow = new Float32Array(rings * sides * 3);
  const index: number[] = [];
  let vertex = 0;
  for (const tube of tubes) {
    const { points } = tube;
    const lengths = arcLengths(points);
    const total = lengths[lengths.length - 1];
    let side = firstSide(tangentAt(points, 0));
    for (let i = 0; i < points.length; i++) {
      const tangent = tangentAt(points, i);
      side = normalise(cross(cross(tangent, side), tangent));
      const other = cross(tangent, side);
      for (let k = 0; k < sides; k++) {
        const angle = (2 * Math.PI * k) / sides;
        const c = Math.cos(angle);
        const s = Math.sin(angle);
        position.set(points[i], vertex * 3);
        normal.set(
          [0, 1, 2].map((d) => side[d] * c + other[d] * s),
          vertex * 3,
        );
        shape.set([lengths[i] / total, tube.radius, tube.offset ?? 0, tube.fadeEnd ?? 0], vertex * 4);
        flow.set([tube.chip, tube.family, total], vertex * 3);
        if (i + 1 < points.length) {
          const next = vertex - k + ((k + 1) % sides);
          index.push(vertex, next, next + sides, vertex, next + sides, vertex + sides);
        }
        vertex++;
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normal, 3));
  geometry.setAttribute('aShape', new Float32BufferAttribute(shape, 4));
  geometry.setAttribute('aFlow', new Float32BufferAttribute(flow, 3));
  geometry.setIndex(index);
  return geometry;
}

function tangentAt(points: readonly Point[], i: number): Point {
  const a = points[Math.max(0, i - 1)];
  const b = points[Math.min(points.length - 1, i + 1)];
  return normalise([b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
}

function firstSide(tangent: Point): Point {
  const axis: Point = Math.abs(tangent[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  return normalise(cross(tangent, axis));
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function normalise(a: Point): Point {
  const length = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}
