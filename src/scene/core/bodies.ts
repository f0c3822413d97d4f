import { METRES as M } from '../../cluster/metres.ts';
import { BLOCKS, type Block } from '../chip/plan.ts';
import type { Box } from '../near/boxes.ts';
import type { Card } from '../near/cards.ts';
import type { CellField } from '../near/cells.ts';

/** Counts inside a NeuronCore that are published; their sizes and places are schematic. */
export const COUNTS = { array: 128, psumBanks: 8, gpsimd: 8, dma: 16 } as const;

export function blockNamed(name: Block['name']): Block {
  return BLOCKS.find((block) => block.name === name)!;
}

/** A NeuronCore seen near: the blocks of the chip's plan with their parts, in the core's frame. */
export function coreBoxes(): Box[] {
  return [...engines(), ...memories(), ...queues(), ...slab()];
}

function slab(): Box[] {
  const tensor = blockNamed('tensor');
  return [
    {
      at: [tensor.x, tensor.height / 2, tensor.z],
      size: [tensor.width, tensor.height, tensor.depth],
      tint: 'silicon',
      tone: 0.8,
      edge: 0.9,
    },
    {
      at: [0, 0.00003, 0],
      size: [M.core.width, 0.00006, M.core.depth],
      tint: 'silicon',
      tone: 0.5,
      edge: 0.9,
    },
  ];
}

/** Vector and scalar engine differ in height and lanes; GPSIMD is eight small processors. */
function engines(): Box[] {
  const boxes: Box[] = [];
  for (const name of ['vector', 'scalar'] as const) {
    const { x, z, width, depth, height } = blockNamed(name);
    boxes.push({
      at: [x, height / 2, z],
      size: [width, height, depth],
      tone: name === 'scalar' ? 1.35 : 1.1,
      edge: 0.9,
    });
  }
  const { x, z, width, depth, height } = blockNamed('gpsimd');
  for (let i = 0; i < COUNTS.gpsimd; i++) {
    const column = (i % 4) - 1.5;
    const row = Math.floor(i / 4) - 0.5;
    boxes.push({
      at: [x + (column * width) / 4, height / 2, z + (row * depth) / 2],
      size: [width * 0.2, height, depth * 0.42],
      tone: 1.25,
      edge: 0.9,
    });
  }
  return boxes;
}

/** SBUF with its 128 partitions as fine rows, PSUM as eight banks. */
function memories(): Box[] {
  const boxes: Box[] = [];
  const psum = blockNamed('psum');
  const bank = psum.depth / COUNTS.psumBanks;
  for (let i = 0; i < COUNTS.psumBanks; i++) {
    boxes.push({
      at: [psum.x, psum.height / 2, psum.z + (i - (COUNTS.psumBanks - 1) / 2) * bank],
      size: [psum.width, psum.height, bank * 0.82],
      tone: 1.4,
      edge: 0.8,
    });
  }
  const sbuf = blockNamed('sbuf');
  boxes.push({
    at: [sbuf.x, sbuf.height / 2, sbuf.z],
    size: [sbuf.width, sbuf.height, sbuf.depth],
    tint: 'silicon',
    tone: 1.1,
    edge: 0.9,
  });
  return boxes;
}

function queues(): Box[] {
  const { x, z, width, depth, height } = blockNamed('dma');
  const pitch = width / COUNTS.dma;
  return Array.from({ length: COUNTS.dma }, (_, i): Box => {
    return {
      at: [x + (i - (COUNTS.dma - 1) / 2) * pitch, height / 2, z],
      size: [pitch * 0.78, height * (i % 3 === 1 ? 1.25 : 1), depth],
      tint: 'link',
      tone: i % 3 === 1 ? 1.25 : 0.9,
      edge: 0.8,
    };
  });
}

/** What fills with the phase: SBUF's partitions and the two wide engines. */
export function coreFields(chip: number): CellField[] {
  const field = (name: Block['name'], columns: number, rows: number): CellField => {
    const { x, z, width, depth, height } = blockNamed(name);
    return {
      at: [x, height + 0.00001, z],
      width: width * 0.94,
      height: depth * 0.92,
      facing: 'top',
      chip,
      columns,
      rows,
      arched: false,
      memory: 'beside',
    };
  };
  return [field('sbuf', 24, 64), field('vector', 8, 6), field('scalar', 4, 4)];
}

export function coreCards(chip: number): Card[] {
  const { x, z, width, depth } = blockNamed('tensor');
  return [
    {
      at: [0, -0.00004, 0],
      width: 0.0092,
      height: 0.0155,
      soft: 0.0014,
      strength: 0.5,
      facing: 'flat',
      light: 'shadow',
    },
    {
      at: [x, 0.0009, z],
      width: width * 1.3,
      height: depth * 1.3,
      soft: 0.0022,
      strength: 0.1,
      facing: 'flat',
      light: 'phase',
      chip,
    },
  ];
}
