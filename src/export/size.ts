/** Shapes of pictures that are asked for most: width to height. */
export const RATIOS = { '16:9': [16, 9], '4:3': [4, 3], '1:1': [1, 1], '9:16': [9, 16] } as const;
export type Ratio = keyof typeof RATIOS;
export const RATIO_NAMES = Object.keys(RATIOS) as readonly Ratio[];

/** Pixels of a side: no browser draws or encodes more everywhere, and no less is a picture. */
export const LONGEST = 4096;
export const SHORTEST = 64;

export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A size of this shape whose longer side is `long` pixels; both sides even, as films must be. */
export function sizeOf(ratio: Ratio, long: number): Size {
  const [across, up] = RATIOS[ratio];
  const other = even((long * Math.min(across, up)) / Math.max(across, up));
  return across >= up ? { width: even(long), height: other } : { width: other, height: even(long) };
}

function even(value: number): number {
  return 2 * Math.round(value / 2);
}

/** The same size where it can be drawn; throws the sentence of what is wrong. */
export function checkSize({ width, height }: Size): Size {
  for (const [name, value] of [
    ['width', width],
    ['height', height],
  ] as const)
    if (!(Number.isInteger(value) && value >= SHORTEST && value <= LONGEST))
      throw new Error(`${name} must be a whole number of pixels from ${SHORTEST} to ${LONGEST}: ${value}`);
  return { width, height };
}
