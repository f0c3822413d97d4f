import { METRES as M } from '../../cluster/metres.ts';
import { CORES } from '../../cluster/site.ts';
import type { Box } from '../near/boxes.ts';
import type { CellField } from '../near/cells.ts';
import { BLOCKS, coreAt, DIE_TOP, hbmStacks, INTERPOSER_TOP, PLAN } from './plan.ts';

type Offset = readonly [x: number, y: number, z: number];

function shifted(boxes: Box[], by: Offset): Box[] {
  return boxes.map((box) => ({ ...box, at: [box.at[0] + by[0], box.at[1] + by[1], box.at[2] + by[2]] }));
}

/** The package without its lid, moved by `by`; tallest and nearest first. `slot` marks cores 0 … 7 + `first`. */
export function chipBoxes(by: Offset, first = 0): Box[] {
  const boxes: Box[] = [];
  for (let n = 1; n <= CORES; n++) boxes.push(...coreBoxes(n, first + n - 1));
  for (const [x, z] of hbmStacks()) boxes.push(...hbmBoxes(x, z));
  boxes.push(...dieBoxes(), ...packageBoxes());
  return shifted(boxes, by);
}

function coreBoxes(n: number, slot: number): Box[] {
  const [x, y, z] = coreAt(n);
  const boxes: Box[] = BLOCKS.map((block) => ({
    at: [x + block.x, y + block.height / 2, z + block.z],
    size: [block.width, block.height, block.depth],
    tint: block.name === 'dma' ? 'link' : 'silicon',
    tone: block.name === 'sbuf' ? 1.1 : block.name === 'psum' ? 1.3 : 0.95,
    edge: 0.8,
    pattern: block.name === 'sbuf' ? 'array' : block.name === 'dma' ? 'fins' : 'none',
    period: 0.00026,
    slot,
  }));
  boxes.push({
    at: [x, y + 0.00003, z],
    size: [M.core.width, 0.00006, M.core.depth],
    tint: 'silicon',
    tone: 0.62,
    edge: 0.55,
    slot,
  });
  return boxes;
}

function hbmBoxes(x: number, z: number): Box[] {
  const { width, depth, height } = PLAN.hbm;
  const y = INTERPOSER_TOP;
  return [
    {
      at: [x, y + height + 0.00009, z],
      size: [width * 0.8, 0.00018, depth * 0.82],
      tone: 1.35,
      edge: 0.7,
      pattern: 'array',
      period: 0.00055,
    },
    {
      at: [x, y + height / 2, z],
      size: [width, height, depth],
      tone: 1.25,
      edge: 0.9,
      // Nine dies on each other: eight of memory over one of logic.
      pattern: 'layers',
      period: height / 9,
    },
  ];
}

function dieBoxes(): Box[] {
  const boxes: Box[] = [];
  const y = INTERPOSER_TOP + PLAN.die.height / 2;
  for (const side of [-1, 1]) {
    const x = side * M.die.x;
    for (const end of [-1, 1]) {
      boxes.push({
        at: [x, DIE_TOP + 0.0001, end * 0.01545],
        size: [0.0146, 0.0002, 0.0013],
        tint: 'link',
        tone: 1.1,
        edge: 0.8,
        pattern: 'fins',
        period: 0.0006,
      });
    }
    boxes.push(
      {
        at: [x, DIE_TOP + 0.0001, 0],
        size: [0.0146, 0.0002, 0.0012],
        tint: 'silicon',
        tone: 1.2,
        edge: 0.6,
        pattern: 'traces',
        period: 0.0005,
      },
      {
        at: [x, y, 0],
        size: [M.die.width, PLAN.die.height, M.die.depth],
        tint: 'silicon',
        tone: 0.72,
        edge: 1,
      },
    );
    boxes.push({
      at: [side * PLAN.hbm.x, INTERPOSER_TOP + PLAN.filler.height / 2, 0],
      size: [PLAN.hbm.width, PLAN.filler.height, PLAN.filler.depth],
      tone: 0.8,
      edge: 0.35,
    });
  }
  return boxes;
}

function packageBoxes(): Box[] {
  const { width, depth } = M.chip;
  const { substrate, rim, interposer } = PLAN;
  const boxes: Box[] = [];
  const y = substrate.height + rim.height / 2;
  for (const side of [-1, 1]) {
    boxes.push(
      {
        at: [0, y, side * (depth / 2 - rim.width / 2)],
        size: [width, rim.height, rim.width],
        tone: 1.15,
        edge: 0.9,
      },
      {
        at: [side * (width / 2 - rim.width / 2), y, 0],
        size: [rim.width, rim.height, depth - 2 * rim.width],
        tone: 1.15,
        edge: 0.9,
      },
    );
    // Capacitors between interposer and rim.
    for (let i = 0; i < 24; i++) {
      if (i % 6 === 5) continue;
      boxes.push({
        at: [(i - 11.5) * 0.0026, substrate.height + 0.0003, side * (interposer.depth / 2 + 0.0042)],
        size: [0.0012, 0.0006, 0.0007],
        tint: 'copper',
        edge: 0.2,
      });
    }
    for (let i = 0; i < 15; i++) {
      boxes.push({
        at: [side * (interposer.width / 2 + 0.0018), substrate.height + 0.0003, (i - 7) * 0.0024],
        size: [0.0007, 0.0006, 0.0012],
        tint: 'copper',
        edge: 0.2,
      });
    }
  }
  boxes.push(
    {
      at: [0, substrate.height + interposer.height / 2, 0],
      size: [interposer.width, interposer.height, interposer.depth],
      tone: 0.62,
      edge: 0.6,
      tint: 'silicon',
    },
    {
      at: [0, substrate.height / 2, 0],
      size: [width, substrate.height, depth],
      tone: 0.75,
      edge: 0.6,
      pattern: 'traces',
      period: 0.0011,
    },
  );
  return boxes;
}

/** The eight tensor arrays, filling with the phase of their chip. */
export function tensorArrays(chip: number, by: Offset, first = 0): CellField[] {
  const tensor = BLOCKS.find((block) => block.name === 'tensor')!;
  return Array.from({ length: CORES }, (_, i) => {
    const [x, y, z] = coreAt(i + 1);
    return {
      at: [by[0] + x + tensor.x, by[1] + y + tensor.height + 0.00002, by[2] + z + tensor.z],
      width: tensor.width * 0.94,
      height: tensor.depth * 0.94,
      facing: 'top',
      chip,
      columns: 20,
      rows: 20,
      arched: false,
      memory: 'beside',
      slot: first + i,
    };
  });
}

/** The tops of the four stacks of memory, filling as the chip's memory does. */
export function memoryStacks(chip: number, by: Offset): CellField[] {
  const { width, depth, height } = PLAN.hbm;
  return hbmStacks().map(([x, z]) => ({
    at: [by[0] + x, by[1] + INTERPOSER_TOP + height + 0.0002, by[2] + z],
    width: width * 0.78,
    height: depth * 0.8,
    facing: 'top',
    chip,
    columns: 8,
    rows: 16,
    arched: false,
    memory: 'memory',
  }));
}
