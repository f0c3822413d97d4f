import { Mate } from '../../cluster/mates.ts';
import type { Palette } from '../../look/palette.ts';
import type { Rgb } from '../../look/rgb.ts';
import { toneColour } from '../../look/tone.ts';
import type { Shown } from '../../state/layers/shown.ts';
import { MARK } from './marked.ts';

/** Patterns of what a fault does: whole, every other column, below; those of the mates with the same. */
const MARKS = { fault: Mate.self, slowed: Mate.context, stopped: Mate.data } as const;

/** How something shown is painted: its colour, and its level or its mark. */
export function paintOf(palette: Palette, { tone, share }: Shown): readonly [colour: Rgb, level: number] {
  const colour = toneColour(palette, tone, share);
  if (tone === 'fault' || tone === 'slowed' || tone === 'stopped') return [colour, MARK + MARKS[tone]];
  return [colour, tone === 'none' ? 0 : Math.min(1, Math.max(0, share))];
}
