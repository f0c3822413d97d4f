/** Red, green, blue in display space, 0 … 1. */
export type Rgb = readonly [r: number, g: number, b: number];

/** `#rrggbb` to display-space numbers: colours are mixed as they are shown, where blue stays blue on paper. */
export function rgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}

/** a + (b − a) t, channel by channel. */
export function blend(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}
