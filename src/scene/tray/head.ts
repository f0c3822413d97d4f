import { METRES as M } from '../../cluster/metres.ts';
import { type Box, OPENS } from '../near/boxes.ts';
import type { Card } from '../near/cards.ts';
import { TRAY } from './bodies.ts';

/** The head tray (t1): two CPU sockets with memory, network and storage. All but the two sockets is schematic. */
export function headBoxes(): Box[] {
  const boxes: Box[] = [];
  const { width, depth } = M.tray;
  for (const side of [-1, 1]) {
    const x = side * 0.1;
    boxes.push(
      {
        at: [x, 0.034, -0.24],
        size: [0.082, 0.034, 0.1],
        tone: 1.7,
        edge: 0.8,
        pattern: 'fins',
        period: 0.0042,
      },
      { at: [x, 0.014, -0.24], size: [0.092, 0.006, 0.11], tone: 1.3, edge: 0.9 },
    );
    for (let i = 0; i < 4; i++) {
      for (const bank of [-1, 1]) {
        boxes.push({
          at: [x + bank * (0.056 + i * 0.0078), 0.026, -0.24],
          size: [0.0044, 0.024, 0.13],
          tone: 1.25,
          edge: 0.8,
        });
      }
    }
    for (let i = 0; i < 2; i++) {
      boxes.push({
        at: [side * (0.06 + i * 0.09), 0.02, -0.055],
        size: [0.076, 0.018, 0.1],
        tone: 1.1,
        edge: 0.8,
        pattern: 'array',
        period: 0.0064,
      });
    }
  }
  for (let i = 0; i < 5; i++) {
    boxes.push({
      at: [(i - 2) * 0.084, 0.031, -0.51],
      size: [0.08, 0.054, 0.034],
      tone: 0.95,
      edge: 0.6,
      pattern: 'vent',
      period: 0.006,
    });
  }
  boxes.push({
    at: [0, TRAY.lip / 2, -0.002],
    size: [width, TRAY.lip, 0.004],
    tone: 1.1,
    edge: 0.9,
    pattern: 'vent',
    period: 0.008,
  });
  for (const side of [-1, 1]) {
    boxes.push({
      at: [side * (width / 2 - 0.0015), TRAY.wall / 2, -depth / 2],
      size: [0.003, TRAY.wall, depth],
      tone: 1.05,
      edge: 0.9,
    });
  }
  const { bench } = TRAY;
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
    { at: [0, -0.008, bench.z], size: [bench.width, 0.012, bench.depth], tone: 0.6, edge: 0.3, slot: OPENS },
  );
  return boxes;
}

export function headCards(): Card[] {
  const shadow = { facing: 'flat', light: 'shadow' } as const;
  return [
    { ...shadow, at: [0, -0.0015, -0.27], width: 0.62, height: 0.72, soft: 0.13, strength: 0.5 },
    { ...shadow, at: [0, -0.0014, -0.275], width: 0.48, height: 0.6, soft: 0.03, strength: 0.5 },
  ];
}
