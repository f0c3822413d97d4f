import type { Course } from './picture.ts';

/** Frames from which the colours of all are chosen, and how many colours; one more says "as before". */
const SAMPLES = 6;
const COLOURS = 255;
/** Every so many pixels of a sample count. */
const STRIDE = 5;
/** Height of the steps that ordered noise hides, of 256: colours are kept in five or six bits. */
const NOISE = 7;

/** Thresholds of an 8 × 8 Bayer matrix, −0.5 … 0.5. */
const BAYER = Float32Array.from({ length: 64 }, (_, i) => {
  const [x, y] = [i % 8, i >> 3];
  let value = 0;
  for (let bit = 0; bit < 3; bit++) {
    const [a, b] = [(x >> bit) & 1, (y >> bit) & 1];
    value = value * 4 + ((a ^ b) * 2 + b);
  }
  return (value + 0.5) / 64 - 0.5;
});

/** An animated GIF that begins anew without a seam: slide programs play nothing else of its kind everywhere. Of each frame
 *  only what changed is written. `delay` in seconds, rounded to what the format knows, hundredths. */
export async function encodeGif(
  context: CanvasRenderingContext2D,
  frames: number,
  delay: number,
  draw: (frame: number) => Promise<void>,
  { signal, progress }: Course = {},
): Promise<Blob> {
  const { GIFEncoder, applyPalette, quantize } = await import('gifenc');
  const { width, height } = context.canvas;
  const pixels = async (frame: number): Promise<Uint8ClampedArray> => {
    if (signal?.aborted) throw Object.assign(new Error('cancelled'), { name: 'AbortError' });
    await draw(frame);
    return context.getImageData(0, 0, width, height).data;
  };
  const all = SAMPLES + frames;
  const sampled: Uint8ClampedArray[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    sampled.push(thinned(await pixels(Math.floor((i * frames) / SAMPLES))));
    progress?.((i + 1) / all);
  }
  const palette = quantize(joined(sampled), COLOURS, { format: 'rgb565' });
  const same = palette.length;
  palette.push([0, 0, 0]);
  const gif = GIFEncoder();
  let before: Uint8Array | null = null;
  for (let frame = 0; frame < frames; frame++) {
    const data = await pixels(frame);
    dither(data, width);
    const index = applyPalette(data, palette.slice(0, same), 'rgb565');
    const changed = before ? differing(index, before, same) : index;
    gif.writeFrame(changed, width, height, {
      ...(frame === 0 ? { palette } : {}),
      delay: Math.round(delay * 100) * 10,
      transparent: frame > 0,
      transparentIndex: same,
      dispose: 1,
    });
    before = index;
    progress?.((SAMPLES + frame + 1) / all);
  }
  gif.finish();
  return new Blob([gif.bytes()], { type: 'image/gif' });
}

/** Fewer pixels, which have the same colours. */
function thinned(data: Uint8ClampedArray): Uint8ClampedArray {
  const count = Math.floor(data.length / 4 / STRIDE);
  const out = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) out.set(data.subarray(i * STRIDE * 4, i * STRIDE * 4 + 4), i * 4);
  return out;
}

function joined(parts: readonly Uint8ClampedArray[]): Uint8ClampedArray {
  const out = new Uint8ClampedArray(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Ordered noise instead of bands; it stands still, so that what does not move does not flicker. */
function dither(data: Uint8ClampedArray, width: number): void {
  for (let i = 0; i < data.length / 4; i++) {
    const by = NOISE * BAYER[((Math.floor(i / width) & 7) << 3) | ((i % width) & 7)];
    for (let k = 0; k < 3; k++) data[i * 4 + k] += by;
  }
}

/** What differs from the frame before; elsewhere `same`. */
export function differing(index: Uint8Array, before: Uint8Array, same: number): Uint8Array {
  return index.map((value, i) => (value === before[i] ? same : value));
}
