import { RATIO_NAMES, type Ratio, type Size, sizeOf } from '../../export/size.ts';
import type { Theme } from '../../state/store.ts';

/** How what is taken away looks, as chosen in the form. */
export interface Look {
  readonly theme: Theme;
  readonly shape: Ratio | 'own';
  /** Pixels of the longer side of a shape. */
  readonly long: number;
  /** Pixels, where the shape is one's own. */
  readonly own: Size;
  readonly caption: boolean;
  readonly labels: boolean;
  readonly cutout: boolean;
  /** Simulated seconds; null at the instant of the view. */
  readonly seconds: number | null;
}

export const SHAPES = [...RATIO_NAMES, 'own'] as const;
export const LONG_SIDES = [640, 960, 1280, 1920, 2560, 3840, 4096] as const;

export function sizeIn({ shape, long, own }: Look): Size {
  return shape === 'own' ? own : sizeOf(shape, long);
}
