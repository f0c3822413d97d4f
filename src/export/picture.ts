import { palettes } from '../look/palette.ts';
import { type Shot, unitsOf } from '../state/easel.ts';
import type { Studio } from '../state/session.tsx';
import { type CaptionText, layoutCaption, measureOn, paintCaption } from './caption.ts';
import type { Size } from './size.ts';

/** A picture that is asked for. */
export interface Wanted {
  readonly shot: Omit<Shot, 'clear'>;
  /** Null leaves it out. */
  readonly caption: CaptionText | null;
}

export interface Course {
  readonly signal?: AbortSignal;
  /** Told 0 … 1. */
  readonly progress?: (done: number) => void;
}

/** A canvas of this size; throws the sentence that there is none. */
export function createCanvas({ width, height }: Size): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  // Read back for films and loops; kept where reading is cheap.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context)
    throw new Error(`this browser has no canvas of ${width} × ${height} pixels: a smaller one may do`);
  return context;
}

/** Draws a picture as large as the context's canvas, its caption composed in. */
export async function drawPicture(
  studio: Studio,
  context: CanvasRenderingContext2D,
  { shot, caption }: Wanted,
  course: Course = {},
): Promise<void> {
  const { width, height } = context.canvas;
  const units = unitsOf(width, height);
  const words = caption && layoutCaption(units.width, units.height, caption, measureOn(context));
  const easel = await studio.easel();
  await easel.paint(context, { ...shot, clear: words?.areas ?? [] }, course);
  const { theme } = studio.visit.store.getState();
  if (words) paintCaption(context, words, palettes[theme], units.scale);
}

/** What stands on a canvas as a PNG file; rejects with one sentence. */
export function pngOf({ canvas }: CanvasRenderingContext2D): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else
        reject(
          new Error(
            `the browser cannot keep ${canvas.width} × ${canvas.height} pixels: a smaller picture may do`,
          ),
        );
    }, 'image/png');
  });
}
