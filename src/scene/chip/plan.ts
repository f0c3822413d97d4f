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
  interposer: { width: 63 * mm, depth: 43.4 * mm, height: 1.2 * mm },
  die: { height: 1 * mm },
  /** Where NeuronLink enters and leaves a die: strips along its front and back. */
  port: { width: 14.6 * mm, depth: 0.9 * mm, z: 18.55 * mm },
  hbm: { x: 25 * mm, z: 9.9 * mm, width: 10.2 * mm, depth: 13 * mm, height: 1.7 * mm },
  filler: { depth: 5.4 * mm, height: 1 * mm },
} as const;

/** Height of the interposer's upper side, and of the dies'. */
export const INTERPOSER_TOP = PLAN.substrate.height + PLAN.interposer.height;
export const DIE_TOP = INTERPOSER_TOP + PLAN.die.height;

/**
 * Blocks of a NeuronCore in its own frame (origin in the middle of its floor). They stand in the order of the work, so
 * that the core reads as a loop: DMA, SBUF and the tensor engine from left to right, before them PSUM, vector and
 * scalar engine from right to left, and back into SBUF. Gaps are its roads. Schematic.
 */
export const BLOCKS = [
  { name: 'dma', x: -6.72 * mm, z: -1.1 * mm, width: 0.6 * mm, depth: 5.5 * mm, height: 0.32 * mm },
  { name: 'sbuf', x: -3.45 * mm, z: -1.1 * mm, width: 4.3 * mm, depth: 5.5 * mm, height: 0.44 * mm },
  { name: 'tensor', x: 3.95 * mm, z: -1.1 * mm, width: 5.6 * mm, depth: 5.5 * mm, height: 0.74 * mm },
  { name: 'psum', x: 3.95 * mm, z: 3.2 * mm, width: 5.6 * mm, depth: 1.28 * mm, height: 0.46 * mm },
  { name: 'vector', x: -0.55 * mm, z: 3.16 * mm, width: 1.6 * mm, depth: 1.36 * mm, height: 0.56 * mm },
  { name: 'scalar', x: -2.95 * mm, z: 3.16 * mm, width: 1.6 * mm, depth: 1.36 * mm, height: 0.56 * mm },
  { name: 'gpsimd', x: -5.7 * mm, z: 3.16 * mm, width: 2 * mm, depth: 1.36 * mm, height: 0.4 * mm },
] as const;
export type Block = (typeof BLOCKS)[number];

export function blockNamed(name: Block['name']): Block {
  return BLOCKS.find((block) => block.name === name)!;
}

/** Middle of the floor of NeuronCore n (from 1), chip frame: 1 to 4 from the back on the left die, 5 to 8 on the right. */
export function coreAt(n: number): readonly [x: number, y: number, z: number] {
  const perDie = CORES / 2;
  const k = (n - 1) % perDie;
  return [n <= perDie ? -M.die.x : M.die.x, M.core.y, (k - (perDie - 1) / 2) * M.core.pitch];
}

/** Middles of the four HBM stacks: left back, left front, right back, right front. Two cores share one. */
export function hbmStacks(): readonly (readonly [x: number, z: number])[] {
  const { x, z } = PLAN.hbm;
  return [
    [-x, -z],
    [-x, z],
    [x, -z],
    [x, z],
  ];
}
