/** A picture as the canvas gives it: RGBA, a byte a channel, line after line. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Side of the blocks over which colours are averaged before they are compared, pixels: an edge that lies half a pixel
 *  further on is the same picture. */
const BLOCK = 4;

/** Distances in colour (CIE 1976 L*a*b*) of two pictures, block by block, line after line; 2.3 is just noticeable. */
export function colourDistances(a: Pixels, b: Pixels): Float64Array {
  if (a.width !== b.width || a.height !== b.height)
    throw new Error(`pictures must be of one size: ${a.width} × ${a.height} and ${b.width} × ${b.height}`);
  const columns = Math.ceil(a.width / BLOCK);
  const rows = Math.ceil(a.height / BLOCK);
  return Float64Array.from({ length: columns * rows }, (_, i) => {
    const x = (i % columns) * BLOCK;
    const y = Math.floor(i / columns) * BLOCK;
    const [p, q] = [meanLab(a, x, y), meanLab(b, x, y)];
    return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  });
}

function meanLab({ width, height, data }: Pixels, left: number, top: number): [number, number, number] {
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = top; y < Math.min(height, top + BLOCK); y++)
    for (let x = left; x < Math.min(width, left + BLOCK); x++) {
      for (let k = 0; k < 3; k++) sum[k] += linear(data[(y * width + x) * 4 + k] / 255);
      count++;
    }
  return lab(sum[0] / count, sum[1] / count, sum[2] / count);
}

function linear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** Linear sRGB to L*a*b* under D65. */
function lab(r: number, g: number, b: number): [number, number, number] {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The second picture in grey, with what differs from the first in red, as strongly as it differs. */
export function differenceOf(a: Pixels, b: Pixels): Uint8ClampedArray {
  const distances = colourDistances(a, b);
  const columns = Math.ceil(a.width / BLOCK);
  const out = new Uint8ClampedArray(a.width * a.height * 4);
  for (let i = 0; i < a.width * a.height; i++) {
    const [x, y] = [i % a.width, Math.floor(i / a.width)];
    const far = Math.min(1, distances[Math.floor(y / BLOCK) * columns + Math.floor(x / BLOCK)] / 12);
    const grey = 0.35 * ((b.data[i * 4] + b.data[i * 4 + 1] + b.data[i * 4 + 2]) / 3);
    out.set([grey + (255 - grey) * far, grey * (1 - far), grey * (1 - far), 255], i * 4);
  }
  return out;
}
