import type { Palette } from './palette.ts';
import { blend, type Rgb, rgb } from './rgb.ts';

/** What a colour of a layer says: little to much (`ramp`, `heat`), more than fits, nothing, what a fault does, or a kind of
 *  group or traffic. */
export type Tone =
  | 'ramp'
  | 'heat'
  | 'over'
  | 'none'
  | 'fault'
  | 'slowed'
  | 'stopped'
  | keyof Palette['group'];

/** Colour of a tone; of a scale at a share 0 … 1. */
export function toneColour(palette: Palette, tone: Tone, share: number): Rgb {
  switch (tone) {
    case 'ramp':
    case 'heat':
      return rampAt(palette[tone], share);
    case 'over':
    case 'fault':
      return rgb(palette.fault);
    case 'slowed':
      return blend(rgb(palette.fault), rgb(palette.waiting), 0.45);
    case 'stopped':
      return blend(rgb(palette.fault), rgb(palette.waiting), 0.75);
    case 'none':
      return rgb(palette.waiting);
    default:
      return rgb(palette.group[tone]);
  }
}

/** Colour of a share 0 … 1 on a ramp of three. */
export function rampAt([low, middle, high]: Palette['ramp'], share: number): Rgb {
  const t = Math.min(1, Math.max(0, share)) * 2;
  return t < 1 ? blend(rgb(low), rgb(middle), t) : blend(rgb(middle), rgb(high), t - 1);
}

/** A colour as `#rrggbb`. */
export function hexOf(colour: Rgb): string {
  return `#${colour
    .map((channel) =>
      Math.round(255 * channel)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
