import type { Palette } from '../../look/palette.ts';
import { hexOf, toneColour } from '../../look/tone.ts';
import type { Readings } from '../../state/layers/readings.ts';
import { type LayerView, linksShown, type Shown } from '../../state/layers/shown.ts';
import type { Pencil } from '../pencil.ts';
import type { Rect, Wire } from '../plan.ts';

/** Cells smaller than this have no patterns, CSS pixels. */
const SMALL = 9;

/** Fills a cell from below with what a layer shows of its chip; null where that is not in the job. */
export function drawShown(
  context: Pencil,
  palette: Palette,
  { x, y, w, h }: Rect,
  shown: Shown | null,
): void {
  context.fillStyle = palette.body[2];
  context.fillRect(x, y, w, h);
  if (!shown || shown.tone === 'none') return;
  const { tone, share } = shown;
  context.fillStyle = hexOf(toneColour(palette, tone, share));
  const faulty = tone === 'fault' || tone === 'slowed' || tone === 'stopped';
  if (faulty && Math.min(w, h) < SMALL) {
    context.fillRect(x, y, w, Math.max(1, h));
    if (tone !== 'fault') return;
    // A ring around what is too small to be found.
    context.strokeStyle = palette.fault;
    context.lineWidth = 1.5;
    context.strokeRect(x + w / 2 - SMALL, y + h / 2 - SMALL, 2 * SMALL, 2 * SMALL);
  } else if (tone === 'slowed') {
    // As in the windows of the picture: every other column.
    for (const left of [0, 0.5]) context.fillRect(x + left * w, y, w / 4, h);
  } else if (tone === 'stopped') context.fillRect(x, y + h / 2, w, h / 2);
  else {
    const filled = h * Math.min(1, Math.max(0, share));
    // The empty rest keeps a little of the colour, so that thin cells tell it, too.
    context.globalAlpha = 0.22;
    context.fillRect(x, y, w, h);
    context.globalAlpha = 1;
    context.fillRect(x, y + h - filled, w, filled);
  }
}

/** Classes of link that a wire of a plan stands for. */
function linksOf({ network, axis }: Wire): readonly number[] {
  if (network === 'efa') return [3];
  return axis ? ['x', 'y', 'z'].flatMap((name, link) => (name === axis ? [link] : [])) : [0, 1, 2];
}

/** What a layer shows of a wire: the most of the classes of the plan. */
export function wireShown(
  readings: Readings,
  classes: ReadonlySet<number>,
  wire: Wire,
  view: LayerView,
): Shown {
  let most: Shown = { tone: 'none', share: 0 };
  for (const cls of classes) {
    if (cls < 0 || cls >= readings.classes) continue;
    for (const link of linksOf(wire)) {
      const shown = linksShown(readings, cls, link, view);
      if (shown.share > most.share) most = shown;
    }
  }
  return most;
}
