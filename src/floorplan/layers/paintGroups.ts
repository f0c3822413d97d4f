import { Mate } from '../../cluster/mates.ts';
import type { Palette } from '../../look/palette.ts';
import type { Pencil } from '../pencil.ts';
import type { Rect } from '../plan.ts';
import type { MateCell } from './groups.ts';

/** What of a cell a mate fills, as in the legend: [left, top, width, height], shares of the cell. */
const FILLS: Readonly<Record<Mate, readonly (readonly [number, number, number, number])[]>> = {
  [Mate.none]: [],
  [Mate.self]: [[0, 0, 1, 1]],
  [Mate.tensor]: [[0, 0, 1, 1]],
  [Mate.context]: [
    [0, 0, 0.25, 1],
    [0.5, 0, 0.25, 1],
  ],
  [Mate.expert]: [
    [0, 0, 0.25, 0.5],
    [0.5, 0, 0.25, 0.5],
    [0.25, 0.5, 0.25, 0.5],
    [0.75, 0.5, 0.25, 0.5],
  ],
  [Mate.data]: [[0, 0.5, 1, 0.5]],
  [Mate.pipeline]: [[0, 0, 1, 0.5]],
};
/** Cells smaller than this are filled whole, CSS pixels. */
const SMALL = 9;

/** Draws the members of groups over a plan's empty cells. */
export function paintGroups(
  context: Pencil,
  palette: Palette,
  cells: readonly MateCell[],
  place: (rect: Rect) => Rect,
): void {
  const { tensor, context: sequence, expert, data, pipeline } = palette.group;
  const colours = ['', palette.head, tensor, sequence, expert, data, pipeline];
  for (const { rect, mate } of cells) {
    const { x, y, w, h } = place(rect);
    context.fillStyle = colours[mate];
    if (Math.min(w, h) < SMALL) {
      context.fillRect(x, y, w, Math.max(1, h));
      continue;
    }
    context.globalAlpha = 0.25;
    context.fillRect(x, y, w, h);
    context.globalAlpha = 1;
    for (const [left, top, width, height] of FILLS[mate])
      context.fillRect(x + left * w, y + top * h, width * w, height * h);
  }
}
