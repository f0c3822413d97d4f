import { Float32BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import { TINTS, type Tint } from './uniforms.ts';

/** Patterns drawn by the box shader, each fading to its mean before it could shimmer. */
const PATTERNS = ['none', 'fins', 'layers', 'vent', 'traces', 'array'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** One body: an axis-aligned box in its level's frame, metres. */
export interface Box {
  /** Middle. */
  readonly at: readonly [x: number, y: number, z: number];
  readonly size: readonly [x: number, y: number, z: number];
  /** Brightness of the body; 1 unless given. */
  readonly tone?: number;
  /** Strength of its edge lines, 0 … 1; 0.5 unless given. */
  readonly edge?: number;
  readonly tint?: Tint;
  readonly pattern?: Pattern;
  /** Length of one repeat of the pattern, metres. */
  readonly period?: number;
  /** What it belongs to, so that it can be left out when that is drawn elsewhere; −1 unless given.
   *  `OPENS` for what only stands there when the level is open. */
  readonly slot?: number;
}

/** Slot of boxes that come out from the middle as their level opens: heat sinks, the bench. */
export const OPENS = -2;

/** Triangles a box takes: five faces, nothing here is seen from below. */
export const BOX_TRIANGLES = 10;

const FACES: readonly (readonly [normal: number[], u: number[], v: number[]])[] = [
  [
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, -1],
  ],
  [
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ],
  [
    [1, 0, 0],
    [0, 0, -1],
    [0, 1, 0],
  ],
  [
    [-1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ],
  [
    [0, 0, -1],
    [-1, 0, 0],
    [0, 1, 0],
  ],
];

/** All boxes as instances of one unit cube. Nearest first is the caller's order: depth then rejects the rest. */
export function boxGeometry(boxes: readonly Box[]): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const position: number[] = [];
  const normal: number[] = [];
  const index: number[] = [];
  for (const [n, u, v] of FACES) {
    const first = position.length / 3;
    for (const [a, b] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ]) {
      for (let i = 0; i < 3; i++) position.push((n[i] + a * u[i] + b * v[i]) / 2);
      normal.push(...n);
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normal, 3));
  geometry.setIndex(index);
  const at = new Float32Array(boxes.length * 3);
  const size = new Float32Array(boxes.length * 3);
  const style = new Float32Array(boxes.length * 4);
  const surface = new Float32Array(boxes.length * 2);
  boxes.forEach((box, i) => {
    at.set(box.at, i * 3);
    size.set(box.size, i * 3);
    style.set(
      [box.tone ?? 1, box.edge ?? 0.5, PATTERNS.indexOf(box.pattern ?? 'none'), box.slot ?? -1],
      i * 4,
    );
    surface.set([TINTS.indexOf(box.tint ?? 'body'), box.period ?? 0.01], i * 2);
  });
  geometry.setAttribute('aAt', new InstancedBufferAttribute(at, 3));
  geometry.setAttribute('aSize', new InstancedBufferAttribute(size, 3));
  geometry.setAttribute('aStyle', new InstancedBufferAttribute(style, 4));
  geometry.setAttribute('aSurface', new InstancedBufferAttribute(surface, 2));
  geometry.instanceCount = boxes.length;
  return geometry;
}
