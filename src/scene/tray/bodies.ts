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
  sink: { x: 0.292, z: [-0.17, -0.25], width: 0.104, height: 0.05, depth: 0.084 },
  bench: { width: 0.9, depth: 0.62, z: -0.27 },
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
  boxes.push(...cards(), ...parts(), ...zones(), ...shell(), ...besides());
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

/** Small parts in order: what a chip needs stands beside its carrier, the rest in rows between the cards. */
function parts(): Box[] {
  const boxes: Box[] = [];
  const part = (x: number, z: number, w: number, h: number, d: number, tone: number): void => {
    boxes.push({ at: [x, TRAY.board + h / 2, z], size: [w, h, d], tone, edge: 0.4 });
  };
  const { width } = TRAY.carrier;
  for (const side of [0, 1]) {
    const [cx, , cz] = chipInTray(side);
    for (const out of [-1, 1]) {
      const x = cx + out * (width / 2 + 0.008);
      // Between the chips the bridge runs.
      const inner = out === (side === 0 ? 1 : -1);
      for (let i = 0; i < 9; i++) {
        const z = cz + (i - 4) * 0.0092;
        if (inner && Math.abs(z - cz) < 0.026) continue;
        part(x, z, 0.0052, 0.003, 0.0036, 1.5);
        part(x + out * 0.0085, z, 0.0034, 0.0022, 0.0036, 1.2);
      }
    }
  }
  // Chips that watch and feed the cards, in a row across the board, and rows of capacitors before and behind them.
  for (let i = 0; i < 6; i++) part((i - 2.5) * 0.066, -0.315, 0.014, 0.0026, 0.014, 1.35);
  for (let i = 0; i < 22; i++) {
    part((i - 10.5) * 0.0178, -0.334, 0.004, 0.003, 0.0055, 1.15);
    if (i % 4 !== 3) part((i - 10.5) * 0.0178, -0.297, 0.004, 0.003, 0.0055, 1.15);
  }
  return boxes;
}

/** Fields of the board: power under each chip's stages, and the strip where lanes run to the ports. Schematic. */
function zones(): Box[] {
  const boxes: Box[] = [];
  const plate = (x: number, z: number, w: number, d: number): void => {
    boxes.push({
      at: [x, TRAY.board + 0.00025, z],
      size: [w, 0.0005, d],
      tint: 'board',
      tone: 1.28,
      edge: 0.5,
      pattern: 'traces',
      period: 0.0042,
    });
  };
  for (const side of [0, 1]) {
    const [x, , z] = chipInTray(side);
    plate(x, z - 0.018, TRAY.carrier.width + 0.044, TRAY.carrier.depth + 0.078);
  }
  plate(0, -0.316, 0.412, 0.056);
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
    edge: 0.3,
    slot: OPENS,
  });
  return boxes;
}

/** What is lit inside both chips. */
export function trayUnits(server: number, tray: number): UnitField[] {
  return [0, 1].flatMap((side) => chipUnits(chipOfTray(server, tray, side), chipInTray(side), side * CORES));
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
      { ...light, at: [x, TRAY.board + 0.0006, z], width: 0.26, height: 0.24, soft: 0.11, strength: 0.4 },
      { ...light, at: [x, y + 0.0048, z], width: 0.1, height: 0.08, soft: 0.04, strength: 0.34 },
    );
  }
  return cards;
}
