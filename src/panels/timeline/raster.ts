/** Pixels that are written one by one and shown at once: a chart of a hundred thousand spans has more marks than a
 *  canvas can be told of in a frame. Rows from the top, 0xAABBGGRR. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

export function createRaster(
  width: number,
  height: number,
  pixels = new Uint32Array(width * height),
): Raster {
  return { width, height, pixels };
}

/** Runs from which on `fill` of an array is faster than a loop, pixels. */
const LONG = 16;

/** `#rrggbb` as a pixel, opaque. */
export function pixelOf(colour: string): number {
  const rgb = Number.parseInt(colour.slice(1, 7), 16);
  return (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >>> 16)) >>> 0;
}

/** Fills columns `left … right − 1` from `top` to `bottom`, which may lie inside a pixel: its share is mixed in. */
export function fill(
  { width, height, pixels }: Raster,
  left: number,
  right: number,
  top: number,
  bottom: number,
  pixel: number,
): void {
  const x0 = Math.max(0, left);
  const x1 = Math.min(width, right);
  const y0 = Math.max(0, top);
  const y1 = Math.min(height, bottom);
  if (x1 <= x0 || y1 <= y0) return;
  const last = Math.ceil(y1) - 1;
  for (let y = Math.floor(y0); y <= last; y++) {
    const covered = Math.min(y + 1, y1) - Math.max(y, y0);
    const at = y * width;
    if (covered <= 0.99) for (let i = at + x0; i < at + x1; i++) pixels[i] = mixed(pixels[i], pixel, covered);
    else if (x1 - x0 > LONG) pixels.fill(pixel, at + x0, at + x1);
    else for (let i = at + x0; i < at + x1; i++) pixels[i] = pixel;
  }
}

/** Thin diagonals over what is there, left of `right`: waiting is a state, not an absence. `size` is their distance,
 *  `thick` their width. */
export function hatch(
  { width, pixels }: Raster,
  right: number,
  top: number,
  bottom: number,
  size: number,
  thick: number,
  pixel: number,
): void {
  for (let y = top; y < bottom; y++)
    for (let first = size - 1 - (y % size); first < right; first += size)
      for (let x = first; x < Math.min(right, first + thick); x++) pixels[y * width + x] = pixel;
}

function mixed(below: number, above: number, share: number): number {
  // Two channels at a time, in 256ths.
  const part = Math.round(share * 256);
  const outer = (below & 0xff00ff) * (256 - part) + (above & 0xff00ff) * part + 0x800080;
  const inner = (below & 0x00ff00) * (256 - part) + (above & 0x00ff00) * part + 0x008000;
  return (0xff000000 | ((outer >>> 8) & 0xff00ff) | ((inner >>> 8) & 0x00ff00)) >>> 0;
}
