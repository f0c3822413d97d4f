import { METRES as M } from '../../cluster/metres.ts';
import { CORES, TRAY_CHIPS } from '../../cluster/site.ts';
import { chipBoxes, chipUnits } from '../chip/bodies.ts';
import { type Box, OPENS } from '../near/boxes.ts';
import type { Card } from '../near/cards.ts';
import type { UnitField } from '../near/unitFields.ts';
import { MEASURES } from '../ultraserver/measures.ts';
import { PORTS } from '../ultraserver/ports.ts';

/** Inside a compute tray, metres, in the tray's frame: origin below the middle of its front, z to the front. Everything
 *  here but the count of chips and cables is schematic. */
export const TRAY = {
  wall: 0.06,
  lip: 0.034,
  board: 0.01,
  carrier: { width: 0.112, depth: 0.092 },
  card: { x: 0.062, z: -0.41, width: 0.07, depth: 0.1, top: 0.026 },
  /** Left one nearer, right one further: both inside the home view. */
  sink: { x: 0.3, z: [-0.17, -0.3], width: 0.104, height: 0.05, depth: 0.084 },
  bench: { width: 1.02, depth: 0.62, z: -0.27 },
} as const;

/** Middle of a chip's floor in the tray; `side` 0 left, 1 right. */
export function chipInTray(side: number): readonly [x: number, y: number, z: number] {
  return [side === 0 ? -M.chip.x : M.chip.x, M.chip.y, M.chip.z];
}

/** Chip of the UltraServer (0–63) on a side of tray t (2–9) of server s. */
export function chipOfTray(server: number, tray: number, side: number): number {
  return (server - 1) * 16 + TRAY_CHIPS[tray - 2][side];
}

/** A compute tray without its lid; nearest first. Cores have the slots 8 × side + number. */
export function trayBoxes(): Box[] {
  const boxes: Box[] = [...front()];
  for (const side of [0, 1]) boxes.push(...chipBoxes(chipInTray(side), side * CORES), ...around(side));
  boxes.push(...cards(), ...scattered(), ...shell(), ...besides());
  return boxes;
}

function front(): Box[] {
  const boxes: Box[] = [];
  const { width, depth, pitch, outermost } = MEASURES.port;
  for (const side of [-1, 1]) {
    PORTS.forEach((_, i) => {
      boxes.push({
        at: [side * (outermost - pitch * i), 0.017, 0.004],
        size: [width, 0.0135, depth + 0.006],
        tint: 'link',
        tone: 0.85,
        edge: 0.8,
      });
    });
  }
  boxes.push({ at: [0, TRAY.lip / 2, -0.002], size: [M.tray.width, TRAY.lip, 0.004], tone: 1.1, edge: 0.9 });
  return boxes;
}

/** Carrier of a chip with its posts and the power stages behind it. */
function around(side: number): Box[] {
  const [x, y, z] = chipInTray(side);
  const { width, depth } = TRAY.carrier;
  const boxes: Box[] = [];
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1]) {
      boxes.push({
        at: [x + sx * (width / 2 - 0.006), y + 0.006, z + sz * (depth / 2 - 0.006)],
        size: [0.006, 0.012, 0.006],
        tone: 1.5,
        edge: 0.7,
      });
    }
  }
  for (let i = 0; i < 9; i++) {
    const px = x + (i - 4) * 0.0122;
    boxes.push(
      {
        at: [px, TRAY.board + 0.006, z - depth / 2 - 0.009],
        size: [0.0085, 0.012, 0.008],
        tone: 1.45,
        edge: 0.6,
      },
      {
        at: [px, TRAY.board + 0.009, z - depth / 2 - 0.026],
        size: [0.0095, 0.018, 0.012],
        tone: 1.6,
        edge: 0.7,
      },
    );
  }
  boxes.push({
    at: [x, (y + TRAY.board) / 2, z],
    size: [width, y - TRAY.board, depth],
    tone: 0.82,
    edge: 0.9,
  });
  return boxes;
}

/** Two network cards with their coolers and sockets, and the bus bar. */
function cards(): Box[] {
  const boxes: Box[] = [];
  const { x, z, width, depth, top } = TRAY.card;
  for (const side of [-1, 1]) {
    boxes.push(
      {
        at: [side * x, top + 0.009, z - 0.012],
        size: [0.036, 0.018, 0.03],
        tone: 1.5,
        edge: 0.6,
        pattern: 'fins',
        period: 0.0036,
      },
      {
        at: [side * x, top + 0.007, z + 0.036],
        size: [0.022, 0.014, 0.016],
        tone: 0.62,
        edge: 0.7,
        tint: 'efa',
      },
      {
        at: [side * x, (top + TRAY.board) / 2 + 0.005, z],
        size: [width, top - TRAY.board - 0.01, depth],
        tint: 'board',
        tone: 1.35,
        edge: 0.9,
        pattern: 'traces',
        period: 0.0035,
      },
    );
  }
  boxes.push({ at: [0, 0.026, -0.484], size: [0.34, 0.012, 0.018], tint: 'busbar', edge: 0.8 });
  for (let i = 0; i < 5; i++) {
    boxes.push({
      at: [(i - 2) * 0.084, 0.031, -0.526],
      size: [0.08, 0.054, 0.03],
      tone: 0.9,
      edge: 0.6,
      pattern: 'vent',
      period: 0.006,
    });
  }
  return boxes;
}

/** Small parts, strewn the same way every time. */
function scattered(): Box[] {
  const boxes: Box[] = [];
  let seed = 7;
  const next = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  while (boxes.length < 110) {
    const x = (next() - 0.5) * 0.4;
    const z = -0.02 - next() * 0.44;
    const size = 0.003 + next() * 0.006;
    const clear =
      Math.abs(Math.abs(x) - M.chip.x) > TRAY.carrier.width / 2 + 0.01 ||
      z > M.chip.z + TRAY.carrier.depth / 2 + 0.006 ||
      z < M.chip.z - TRAY.carrier.depth / 2 - 0.045;
    const bridge = Math.abs(x) < 0.04 && Math.abs(z - M.chip.z) < 0.03;
    const lanes = Math.abs(x) > 0.06 && z > M.chip.z + 0.03;
    const card = Math.abs(Math.abs(x) - TRAY.card.x) < 0.045 && z < -0.34;
    if (!clear || bridge || lanes || card) continue;
    boxes.push({
      at: [x, TRAY.board + size / 4, z],
      size: [size, size / 2, size * (0.6 + next() * 0.8)],
      tone: 1.2 + next() * 0.5,
      edge: 0.35,
    });
  }
  return boxes;
}

function shell(): Box[] {
  const { width, depth } = M.tray;
  const boxes: Box[] = [];
  for (const side of [-1, 1]) {
    boxes.push({
      at: [side * (width / 2 - 0.0015), TRAY.wall / 2, -depth / 2],
      size: [0.003, TRAY.wall, depth],
      tone: 1.05,
      edge: 0.9,
    });
  }
  boxes.push(
    { at: [0, TRAY.wall / 2, -depth + 0.002], size: [width, TRAY.wall, 0.004], tone: 0.9, edge: 0.8 },
    {
      at: [0, TRAY.board - 0.002, -depth / 2 + 0.008],
      size: [width - 0.012, 0.004, depth - 0.03],
      tint: 'board',
      edge: 0.4,
      pattern: 'traces',
      period: 0.0042,
    },
    { at: [0, 0.003, -depth / 2], size: [width, 0.006, depth], tone: 0.9, edge: 0.7 },
  );
  return boxes;
}

/** The two heat sinks, taken off and put beside the tray, and the bench they stand on. */
function besides(): Box[] {
  const { x, width, height, depth } = TRAY.sink;
  const boxes: Box[] = [];
  for (const side of [-1, 1]) {
    const z = TRAY.sink.z[side < 0 ? 0 : 1];
    boxes.push(
      {
        at: [side * x, 0.006 + height / 2, z],
        size: [width, height, depth],
        tone: 1.75,
        edge: 0.8,
        pattern: 'fins',
        period: 0.0046,
        slot: OPENS,
      },
      {
        at: [side * x, 0.003, z],
        size: [width * 1.08, 0.006, depth * 1.08],
        tone: 1.3,
        edge: 0.9,
        slot: OPENS,
      },
    );
  }
  const { bench } = TRAY;
  boxes.push({
    at: [0, -0.008, bench.z],
    size: [bench.width, 0.012, bench.depth],
    tone: 0.6,
    edge: 0.8,
    slot: OPENS,
  });
  return boxes;
}

/** What is lit inside both chips. */
export function trayUnits(server: number, tray: number): UnitField[] {
  return [0, 1].flatMap((side) =>
    chipUnits(chipOfTray(server, tray, side), chipInTray(side), side * CORES),
  );
}

export function trayCards(server: number, tray: number): Card[] {
  const shadow = { facing: 'flat', light: 'shadow' } as const;
  const cards: Card[] = [
    { ...shadow, at: [0, -0.0015, -0.27], width: 0.62, height: 0.72, soft: 0.13, strength: 0.5 },
    { ...shadow, at: [0, -0.0014, -0.275], width: 0.48, height: 0.6, soft: 0.03, strength: 0.5 },
  ];
  for (const side of [-1, 1]) {
    const at = [side * TRAY.sink.x + 0.008, -0.0013, TRAY.sink.z[side < 0 ? 0 : 1] + 0.006] as const;
    cards.push(
      { ...shadow, at, width: 0.22, height: 0.2, soft: 0.07, strength: 0.45 },
      { ...shadow, at, width: 0.13, height: 0.11, soft: 0.014, strength: 0.5 },
    );
  }
  for (const side of [0, 1]) {
    const [x, y, z] = chipInTray(side);
    const chip = chipOfTray(server, tray, side);
    const light = { facing: 'flat', light: 'phase', chip } as const;
    cards.push(
      { ...light, at: [x, TRAY.board + 0.0006, z], width: 0.24, height: 0.22, soft: 0.1, strength: 0.26 },
      { ...light, at: [x, y + 0.0048, z], width: 0.09, height: 0.07, soft: 0.034, strength: 0.17 },
    );
  }
  return cards;
}
