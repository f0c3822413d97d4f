import { blockBox, coreFloor, halves } from '../chip/bodies.ts';
import { type Block, blockNamed } from '../chip/plan.ts';
import type { Box } from '../near/boxes.ts';
import type { Card } from '../near/cards.ts';
import type { UnitField } from '../near/unitFields.ts';

/** Counts inside a NeuronCore that are published; their sizes and places are schematic. */
export const COUNTS = { array: 128, psumBanks: 8, gpsimd: 8, dma: 16 } as const;

/** A NeuronCore seen near: the blocks of the chip's plan with their parts, in the core's frame; nearest first. */
export function coreBoxes(): Box[] {
  const whole = (['vector', 'scalar', 'tensor', 'sbuf'] as const).map((name) => blockBox(blockNamed(name)));
  return [...banks(), ...processors(), ...whole, ...queues(), coreFloor()];
}

/** Eight small processors in two rows. */
function processors(): Box[] {
  return grid('gpsimd', 4, 2, 0.8, 0.86);
}

/** PSUM as eight banks, one behind the other. */
function banks(): Box[] {
  return grid('psum', 1, COUNTS.psumBanks, 1, 0.84).reverse();
}

function queues(): Box[] {
  return grid('dma', 1, COUNTS.dma, 1, 0.78).reverse();
}

/** A block cut into columns and rows, from the back. */
function grid(name: Block['name'], columns: number, rows: number, wide: number, deep: number): Box[] {
  const block = blockNamed(name);
  const { x, z, width, depth } = block;
  const [w, d] = [width / columns, depth / rows];
  const look = blockBox(block);
  return Array.from({ length: columns * rows }, (_, i): Box => {
    const column = (i % columns) - (columns - 1) / 2;
    const row = Math.floor(i / columns) - (rows - 1) / 2;
    const [, high] = look.size;
    return { ...look, at: [x + column * w, high / 2, z + row * d], size: [w * wide, high, d * deep] };
  });
}

/** What is lit: SBUF's partitions, the banks of PSUM, vector and scalar engine, the queues of DMA. */
export function coreUnits(chip: number): UnitField[] {
  const sbuf = blockNamed('sbuf');
  return [
    ...halves({
      unit: 'incoming',
      at: [sbuf.x, sbuf.height + 0.00001, sbuf.z],
      width: sbuf.width * 0.95,
      depth: sbuf.depth * 0.95,
      columns: 12,
      rows: 64,
      chip,
    }),
    ...onParts(banks(), 'bank', chip, 48, 1),
    ...onParts(queues(), 'queue', chip, 1, 1),
    ...onParts([blockBox(blockNamed('vector'))], 'vector', chip, 8, 6),
    ...onParts([blockBox(blockNamed('scalar'))], 'vector', chip, 4, 4),
    ...onParts(processors(), 'idle', chip, 3, 4),
  ];
}

function onParts(
  boxes: readonly Box[],
  unit: UnitField['unit'],
  chip: number,
  columns: number,
  rows: number,
): UnitField[] {
  // Boxes stand nearest first, their numbers count from the back.
  return boxes.toReversed().map(({ at: [x, , z], size: [width, height, depth] }, index) => ({
    unit,
    at: [x, height + 0.00001, z] as const,
    width: width * 0.93,
    depth: depth * 0.9,
    columns,
    rows,
    chip,
    index,
  }));
}

/** The shadow that the core throws on its die, and the light of its array at work. */
export function coreCards(chip: number): Card[] {
  const { x, z, width, depth } = blockNamed('tensor');
  const light = { facing: 'flat', light: 'phase', chip } as const;
  return [
    {
      ...light,
      at: [x - 1.2e-3, 0.00008, z + 0.4e-3],
      width: width * 2,
      height: depth * 1.6,
      soft: 0.003,
      strength: 0.22,
    },
    {
      ...light,
      at: [x, 0.0009, z],
      width: width * 1.5,
      height: depth * 1.5,
      soft: 0.003,
      strength: 0.1,
    },
  ];
}
