import { METRES as M } from '../../cluster/metres.ts';
import { CORES } from '../../cluster/site.ts';

/**
 * Floor plan of a Trainium2 package in metres, in the chip's frame: origin under its middle, y up, z to the front.
 * Counts (2 dies, 8 NeuronCores, 4 HBM stacks) are published; sizes and places are schematic.
 */
const mm = 1e-3;

export const PLAN = {
  substrate: { height: 1.2 * mm },
  rim: { width: 2.2 * mm, height: 1.3 * mm },
  interposer: { width: 63 * mm, depth: 38 * mm, height: 1.2 * mm },
  die: { height: 1 * mm },
  hbm: { x: 24.9 * mm, z: 8.6 * mm, width: 10 * mm, depth: 12.2 * mm, height: 1.7 * mm },
  filler: { depth: 3.6 * mm, height: 1 * mm },
} as const;

/** Height of the interposer's upper side, and of the dies'. */
export const INTERPOSER_TOP = PLAN.substrate.height + PLAN.interposer.height;
export const DIE_TOP = INTERPOSER_TOP + PLAN.die.height;

/** Blocks of a NeuronCore in its own frame (origin in the middle of its floor), from the back. Schematic. */
export const BLOCKS = [
  { name: 'vector', x: -1.75 * mm, z: -5.55 * mm, width: 1.6 * mm, depth: 1.3 * mm, height: 0.4 * mm },
  { name: 'scalar', x: 0, z: -5.55 * mm, width: 1.6 * mm, depth: 1.3 * mm, height: 0.54 * mm },
  { name: 'gpsimd', x: 1.75 * mm, z: -5.55 * mm, width: 1.6 * mm, depth: 1.3 * mm, height: 0.3 * mm },
  { name: 'tensor', x: 0, z: -1.75 * mm, width: 5.2 * mm, depth: 5.6 * mm, height: 0.66 * mm },
  { name: 'psum', x: 0, z: 1.6 * mm, width: 5.2 * mm, depth: 0.55 * mm, height: 0.36 * mm },
  { name: 'sbuf', x: 0, z: 3.6 * mm, width: 5.2 * mm, depth: 2.9 * mm, height: 0.42 * mm },
  { name: 'dma', x: 0, z: 5.8 * mm, width: 5.2 * mm, depth: 1 * mm, height: 0.3 * mm },
] as const;
export type Block = (typeof BLOCKS)[number];

/** Middle of the floor of NeuronCore n (from 1), chip frame. */
export function coreAt(n: number): readonly [x: number, y: number, z: number] {
  const k = (n - 1) % (CORES / 2);
  const die = n <= CORES / 2 ? -M.die.x : M.die.x;
  return [die + (k % 2 === 0 ? -1 : 1) * M.core.x, M.core.y, (k < 2 ? -1 : 1) * M.core.z];
}

/** Middles of the four HBM stacks: left back, left front, right back, right front. */
export function hbmStacks(): readonly (readonly [x: number, z: number])[] {
  const { x, z } = PLAN.hbm;
  return [
    [-x, -z],
    [-x, z],
    [x, -z],
    [x, z],
  ];
}
