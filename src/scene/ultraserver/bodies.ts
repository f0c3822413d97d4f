import { trayOf } from '../../cluster/links.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { traySlot } from '../../cluster/places.ts';
import { CHIPS_PER_ULTRASERVER, SERVERS, TRAYS } from '../../cluster/site.ts';
import type { Box } from '../near/boxes.ts';
import type { Card } from '../near/cards.ts';
import type { CellField } from '../near/cells.ts';
import { MEASURES } from './measures.ts';
import { PORTS, portAt, windowAt } from './ports.ts';

/** Number of a tray in its UltraServer, 0–35: what is hidden in the rack while the tray stands outside. */
export function slotOf(server: number, tray: number): number {
  return (server - 1) * TRAYS + tray - 1;
}

/** The two racks with 36 trays, shelves and plinth; nearest first. */
export function rackBoxes(): Box[] {
  const boxes: Box[] = [];
  for (let chip = 0; chip < CHIPS_PER_ULTRASERVER; chip++) boxes.push(...portBoxes(chip));
  for (const rack of [-1, 1]) boxes.push(...ties(rack));
  for (let server = 1; server <= SERVERS; server++) {
    for (let tray = 1; tray <= TRAYS; tray++) boxes.push(...trayFace(server, tray));
  }
  for (const rack of [-1, 1]) boxes.push(...frame(rack * (M.rack.pitch / 2)));
  const { width, depth, height } = MEASURES.plinth;
  boxes.push({
    at: [0, height / 2, -M.rack.depth / 2],
    size: [width, height, depth],
    tone: 0.95,
    edge: 1,
  });
  return boxes;
}

function portBoxes(chip: number): Box[] {
  const { width, height, depth, z } = MEASURES.port;
  const { server, tray } = trayOf(chip);
  return PORTS.map((port) => {
    const [x, y] = portAt(chip, port);
    return {
      at: [x, y, z - depth / 2 + 0.004],
      size: [width, height, depth],
      tint: 'link',
      tone: 0.8,
      edge: 0.35,
      slot: slotOf(server, tray),
    };
  });
}

/** Dark bands that tie each lane's bundle. */
function ties(rack: number): Box[] {
  const boxes: Box[] = [];
  for (const side of [-1, 1]) {
    for (let y = 0.36; y < 1.8; y += 0.21) {
      boxes.push({
        at: [rack * (M.rack.pitch / 2) + side * MEASURES.lane.z, y, MEASURES.lane.front + 0.0095],
        size: [0.041, 0.011, 0.036],
        tint: 'dark',
        edge: 0.4,
      });
    }
  }
  return boxes;
}

function trayFace(server: number, tray: number): Box[] {
  const { x, y } = traySlot(server, tray);
  const slot = slotOf(server, tray);
  const h = M.tray.height;
  const middle = y + h / 2;
  const head = tray === 1;
  const boxes: Box[] = [
    // The drawer's lip, its grille and the face behind.
    { at: [x, y + 0.003, 0.001], size: [M.tray.width, 0.006, 0.01], tone: 1.5, edge: 0.7, slot },
    {
      at: [x, middle, 0.0005],
      size: [head ? 0.4 : 0.05, head ? 0.05 : 0.052, 0.004],
      tone: 0.8,
      pattern: 'vent',
      period: 0.0085,
      edge: 0.35,
      slot,
    },
    { at: [x, middle, -0.03], size: [M.tray.width, h - 0.003, 0.06], tone: 1.12, edge: 0.75, slot },
  ];
  if (head) {
    // Network and storage of the head tray: two plain bays over the grille.
    for (const side of [-1, 1]) {
      boxes.unshift({
        at: [x + side * 0.115, middle + 0.004, 0.003],
        size: [0.12, 0.03, 0.006],
        tone: 1.2,
        edge: 0.6,
        slot,
      });
    }
  }
  return boxes;
}

/** Posts, roof, base, power shelves and side panels of one rack. Arrangement above the trays is schematic. */
function frame(x: number): Box[] {
  const { width, depth, height } = M.rack;
  const { post } = MEASURES;
  const boxes: Box[] = [];
  const top = traySlot(2, 1).y + M.tray.height + 0.014;
  for (let u = 0; u < 5; u++) {
    boxes.push({
      at: [x, top + 0.022 + u * 0.0445, -0.03],
      size: [M.tray.width, 0.04, 0.06],
      tone: 0.95,
      pattern: u % 2 === 0 ? 'vent' : 'layers',
      period: u % 2 === 0 ? 0.009 : 0.01,
      edge: 0.55,
    });
  }
  for (const side of [-1, 1]) {
    boxes.push({
      at: [x + side * (width / 2 - post.width / 2), height / 2 + 0.01, -post.depth / 2 - 0.004],
      size: [post.width, height - 0.04, post.depth],
      tone: 1.25,
      edge: 0.8,
    });
    // Side panels, in two halves.
    for (const [y, h] of [
      [0.62, 0.98],
      [1.58, 0.86],
    ]) {
      boxes.push({
        at: [x + side * (width / 2 + 0.001), y, -depth / 2 - 0.02],
        size: [0.006, h, depth - 0.2],
        tone: 1.05,
        edge: 0.6,
      });
    }
  }
  boxes.push(
    {
      at: [x, height - 0.008, -depth / 2 + 0.012],
      size: [width + 0.02, 0.016, depth + 0.04],
      tone: 1.15,
      edge: 0.9,
    },
    { at: [x, 0.1, -0.02], size: [M.tray.width + 0.06, 0.15, 0.04], tone: 0.8, edge: 0.5 },
    {
      at: [x, height / 2, -depth / 2 - 0.03],
      size: [width, height - 0.03, depth - 0.06],
      tone: 0.62,
      edge: 0.6,
    },
  );
  return boxes;
}

/** The 64 chip windows: eight arched cells each, four by two. */
export function chipWindows(): CellField[] {
  return Array.from({ length: CHIPS_PER_ULTRASERVER }, (_, chip) => {
    const { server, tray } = trayOf(chip);
    return {
      at: windowAt(chip),
      width: M.window.width,
      height: M.window.height,
      chip,
      columns: 4,
      rows: 2,
      slot: slotOf(server, tray),
    };
  });
}

/** Shadows under the plinth and light before the faces. */
export function rackCards(): Card[] {
  const shadow = { at: [0.06, 0.0015, -0.5], facing: 'flat', light: 'shadow' } as const;
  const cards: Card[] = [
    { ...shadow, width: 2.5, height: 2.3, soft: 0.62, strength: 0.4 },
    { ...shadow, width: 1.78, height: 1.6, soft: 0.13, strength: 0.5 },
  ];
  const chips = [5, 21, 37, 53];
  for (const chip of chips) {
    const { server } = trayOf(chip);
    const { x, y } = traySlot(server, 6);
    const middle = y;
    cards.push({
      at: [x, middle, 0.012],
      width: 0.62,
      height: 0.92,
      soft: 0.2,
      strength: 0.13,
      facing: 'front',
      light: 'phase',
      chip,
    });
    if (server === 1 || server === 4) {
      cards.push({
        at: [x, 0.0235, 0.2],
        width: 1.1,
        height: 0.7,
        soft: 0.34,
        strength: 0.16,
        facing: 'flat',
        light: 'phase',
        chip,
      });
    }
  }
  cards.push({
    at: [0, 0.024, 0.1],
    width: 1.5,
    height: 0.4,
    soft: 0.19,
    strength: 0.17,
    facing: 'flat',
    light: 'link',
    chip: 0,
  });
  return cards;
}
