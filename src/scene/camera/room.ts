import type { Journey } from '../journey.ts';

/** Windows this narrow or low (CSS pixels) have the words above the picture, not beside it (panels/narrow.css). */
const NARROW = 760;
const LOW = 460;
/** Column of words at the left of a wide window, CSS pixels, and the share of the window that it takes at most. */
const COLUMN = 290;
const SHARE = 0.3;

/** Width at the left of a window that the page writes on, CSS pixels: what is looked at stands in the middle of the rest. */
export function columnOf(width: number, height: number): number {
  return width <= NARROW || height <= LOW ? 0 : Math.round(Math.min(COLUMN, width * SHARE));
}

/** Height of the words over a narrow window's picture, CSS pixels, and the share that they take at most. */
const HEAD = 130;
const HEAD_SHARE = 0.2;

/** Height at the top of a window that the page writes on, CSS pixels: none where the words stand beside the picture, or
 *  have no room. */
export function headOf(width: number, height: number): number {
  return width > NARROW || height <= LOW ? 0 : Math.round(Math.min(HEAD, height * HEAD_SHARE));
}

/** Width over height of what the words leave of the picture: compositions are made for it. */
export function aspectOf({ width, height, column }: Journey): number {
  return (width - column) / Math.max(1, height);
}

/** Middle of what the words leave, CSS pixels: there the looked-at point is seen. */
export function middleOf({ width, height, column, head }: Journey): readonly [x: number, y: number] {
  return [(width + column) / 2, (height + head) / 2];
}
