import { METRES as M } from '../../cluster/metres.ts';
import { CORES } from '../../cluster/site.ts';
import type { Box } from '../near/boxes.ts';
import type { Card } from '../near/cards.ts';
import type { UnitField } from '../near/unitFields.ts';
import { BLOCKS, type Block, blockNamed, coreAt, DIE_TOP, hbmStacks, INTERPOSER_TOP, PLAN } from './plan.ts';

type Offset = readonly [x: number, y: number, z: number];

function shifted(boxes: readonly Box[], by: Offset): Box[] {
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

/** Tints and tones of the blocks of a core: memories lighter than engines, so that the plan reads also at rest. */
const LOOKS: Readonly<Record<Block['name'], Pick<Box, 'tint' | 'tone' | 'edge'>>> = {
  dma: { tint: 'link', tone: 0.8, edge: 0.7 },
  sbuf: { tint: 'silicon', tone: 1.1, edge: 0.9 },
  tensor: { tint: 'silicon', tone: 0.95, edge: 1 },
  psum: { tint: 'silicon', tone: 1.25, edge: 0.9 },
  vector: { tone: 1.3, edge: 0.9 },
  scalar: { tone: 1.1, edge: 0.9 },
  gpsimd: { tone: 0.9, edge: 0.7 },
};

/** A block of a core with the look of its kind, in the core's frame. */
export function blockBox({ name, x, z, width, height, depth }: Block): Box {
  return { at: [x, height / 2, z], size: [width, height, depth], ...LOOKS[name] };
}

/** The floor of a core, on which its blocks stand. */
export function coreFloor(): Box {
  return {
    at: [0, 0.00003, 0],
    size: [M.core.width, 0.00006, M.core.depth],
    tint: 'silicon',
    tone: 0.7,
    edge: 0.8,
  };
}

function coreBoxes(n: number, slot: number): Box[] {
  return shifted([...BLOCKS.map(blockBox), coreFloor()], coreAt(n)).map((box) => ({ ...box, slot }));
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
    const { port } = PLAN;
    for (const end of [-1, 1]) {
      boxes.push({
        at: [x, DIE_TOP + 0.0001, end * port.z],
        size: [port.width, 0.0002, port.depth],
        tint: 'link',
        tone: 1.1,
        edge: 0.8,
        pattern: 'fins',
        period: 0.0006,
      });
    }
    boxes.push({
      at: [x, y, 0],
      size: [M.die.width, PLAN.die.height, M.die.depth],
      tint: 'silicon',
      tone: 0.78,
      edge: 1,
    });
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

/** How many cells stand on the blocks of a core: enough for the chip's view; `core` has its own. */
const COARSE = { tensor: [20, 20], sbuf: [12, 32], small: [4, 4], bank: [20, 8] } as const;

/** What is lit on the eight cores and the four stacks of memory of a chip (0–63), as `chipBoxes` are placed. */
export function chipUnits(chip: number, by: Offset, first = 0): UnitField[] {
  const fields: UnitField[] = [];
  for (let n = 1; n <= CORES; n++) {
    const [x, y, z] = coreAt(n);
    const slot = first + n - 1;
    for (const field of coreUnits(chip)) {
      const [fx, fy, fz] = field.at;
      fields.push({ ...field, at: [by[0] + x + fx, by[1] + y + fy, by[2] + z + fz], slot });
    }
  }
  const { width, depth, height } = PLAN.hbm;
  for (const [x, z] of hbmStacks())
    fields.push({
      unit: 'stack',
      at: [by[0] + x, by[1] + INTERPOSER_TOP + height + 0.0002, by[2] + z],
      width: width * 0.8,
      depth: depth * 0.82,
      columns: 4,
      rows: 15,
      chip,
    });
  return fields;
}

function coreUnits(chip: number): UnitField[] {
  const on = (name: Block['name'], unit: UnitField['unit'], [columns, rows]: readonly [number, number]) => {
    const { x, z, width, depth, height } = blockNamed(name);
    const at = [x, height + 0.00002, z] as const;
    return { unit, at, width: width * 0.95, depth: depth * 0.95, columns, rows, chip };
  };
  const sbuf = on('sbuf', 'incoming', COARSE.sbuf);
  return [
    on('tensor', 'tensor', COARSE.tensor),
    ...halves(sbuf),
    on('psum', 'bank', COARSE.bank),
    on('vector', 'vector', COARSE.small),
    on('scalar', 'vector', COARSE.small),
  ];
}

/** SBUF as two halves side by side: one is filled from the left while the other is emptied to the right. */
export function halves(sbuf: UnitField): UnitField[] {
  const width = sbuf.width / 2;
  const [x, y, z] = sbuf.at;
  return (['incoming', 'leaving'] as const).map((unit, i) => ({
    ...sbuf,
    unit,
    width: width * 0.985,
    at: [x + (i - 0.5) * width, y, z] as const,
  }));
}

/** The light of eight cores at work on the dies and on what stands beside them, in the chip's frame. */
export function chipCards(chip: number): Card[] {
  const { x: dx, z: dz, width, depth } = blockNamed('tensor');
  return Array.from({ length: CORES }, (_, i) => {
    const [x, , z] = coreAt(i + 1);
    return {
      at: [x + dx - 0.001, DIE_TOP + 0.0009, z + dz] as const,
      width: width * 2.4,
      height: depth * 1.7,
      soft: depth * 0.8,
      strength: 0.2,
      facing: 'flat',
      light: 'phase',
      chip,
    };
  });
}
