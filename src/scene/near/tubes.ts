import { BufferGeometry, Float32BufferAttribute } from 'three';
import { arcLengths, type Point } from './curve.ts';

/** Which family of cable: the three axes of the torus, EFA or the lanes inside a chip, which take the colour of its
 *  phase: `memory` lit by memory traffic (what is read the tube's own `on`, what is written `back`, what goes from die to
 *  die `both`), and the roads of a core, each by the unit that works on it (near/units.ts): into SBUF, into the tensor
 *  engine or into vector and scalar engine, out of PSUM, out of SBUF. The number indexes the colours. */
export const Family = {
  x: 0,
  y: 1,
  z: 2,
  efa: 3,
  memory: 4,
  load: 5,
  feed: 6,
  side: 7,
  drain: 8,
  store: 9,
} as const;
export type Family = (typeof Family)[keyof typeof Family];

export const WAYS_CARRIED = ['on', 'back', 'both'] as const;
export type Way = (typeof WAYS_CARRIED)[number];

/** A cable in its level's frame, metres. */
export interface Tube {
  readonly points: readonly Point[];
  readonly radius: number;
  readonly family: Family;
  /** Chip of the UltraServer that sends into it, 0–63. */
  readonly chip: number;
  /** Of a link: carries what goes in ring direction (`on`), against it (`back`), or both ways, as it does unless given.
   *  Points run the way of what is sent, of `both` in ring direction. */
  readonly way?: Way;
  /** Hops by which its pulse runs ahead, so that neighbours do not move as one. */
  readonly offset?: number;
  /** Share of the cable over which it fades out at its end, negative: at its start; 0 unless given. */
  readonly fadeEnd?: number;
}

/** Triangles of a piece between two points. */
export const PIECE_TRIANGLES = 2;

/**
 * All tubes in one buffer: a band along each, two vertices a point, which the shader turns towards the eye and shades
 * as round. It looks rounder than six sides and costs a sixth of their triangles.
 */
export function tubeGeometry(tubes: readonly Tube[]): BufferGeometry {
  const points = tubes.reduce((sum, tube) => sum + tube.points.length, 0);
  const position = new Float32Array(points * 2 * 3);
  const tangent = new Float32Array(points * 2 * 3);
  const shape = new Float32Array(points * 2 * 4);
  const flow = new Float32Array(points * 2 * 4);
  const index: number[] = [];
  let vertex = 0;
  for (const tube of tubes) {
    const lengths = arcLengths(tube.points);
    const total = lengths[lengths.length - 1];
    tube.points.forEach((point, i) => {
      const along = tangentAt(tube.points, i);
      if (i + 1 < tube.points.length)
        index.push(vertex, vertex + 1, vertex + 3, vertex, vertex + 3, vertex + 2);
      for (const side of [-1, 1]) {
        position.set(point, vertex * 3);
        tangent.set(along, vertex * 3);
        shape.set([lengths[i] / total, tube.radius, tube.offset ?? 0, tube.fadeEnd ?? 0], vertex * 4);
        flow.set([tube.chip, tube.family, side, WAYS_CARRIED.indexOf(tube.way ?? 'both')], vertex * 4);
        vertex++;
      }
    });
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('aTangent', new Float32BufferAttribute(tangent, 3));
  geometry.setAttribute('aShape', new Float32BufferAttribute(shape, 4));
  geometry.setAttribute('aFlow', new Float32BufferAttribute(flow, 4));
  geometry.setIndex(index);
  return geometry;
}

function tangentAt(points: readonly Point[], i: number): Point {
  const a = points[Math.max(0, i - 1)];
  const b = points[Math.min(points.length - 1, i + 1)];
  return normalise([b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
}

function normalise(a: Point): Point {
  const length = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}
