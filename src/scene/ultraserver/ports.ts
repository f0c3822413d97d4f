import { trayOf } from '../../cluster/links.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { traySlot } from '../../cluster/places.ts';
import type { Point } from '../near/curve.ts';
import { MEASURES } from './measures.ts';

/** The five NeuronLink ports of a chip on its tray's face; its sixth link stays on the board. */
export const PORTS = ['zIn', 'zOut', 'yIn', 'yOut', 'x'] as const;
export type Port = (typeof PORTS)[number];

/** −1 for the chip left on its tray, 1 for the right one. */
export function sideOf(chip: number): -1 | 1 {
  return trayOf(chip).side === 0 ? -1 : 1;
}

/** Middle of the tray of a chip at its face, UltraServer frame. */
export function trayMiddle(chip: number): Point {
  const { server, tray } = trayOf(chip);
  const { x, y } = traySlot(server, tray);
  return [x, y + M.tray.height / 2, 0];
}

/** Where a cable plugs in, UltraServer frame. */
export function portAt(chip: number, port: Port): Point {
  const [x, y] = trayMiddle(chip);
  const { outermost, pitch, z, depth } = MEASURES.port;
  return [x + sideOf(chip) * (outermost - pitch * PORTS.indexOf(port)), y + 0.006, z + depth / 2];
}

/** Where the EFA cable of a chip leaves its tray: above the ports, at the outer edge. */
export function efaPortAt(chip: number): Point {
  const [x, y] = trayMiddle(chip);
  return [x + sideOf(chip) * (M.tray.width / 2 - 0.004), y + 0.026, 0.004];
}

/** Middle of a chip's window in its tray's face. */
export function windowAt(chip: number): Point {
  const [x, y] = trayMiddle(chip);
  return [x + sideOf(chip) * M.window.x, y + 0.004, 0.0015];
}
