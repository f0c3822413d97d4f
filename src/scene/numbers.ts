import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter } from 'three';

/** Cells of the atlas across and down; cell n holds the numeral n, from 0 at the top left. */
export const NUMBER_COLUMNS = 8;
export const NUMBER_ROWS = 5;
const CELL = { width: 96, height: 64 };

/** Painted numerals 0 … 39, white on black. */
export function createNumbers(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = CELL.width * NUMBER_COLUMNS;
  canvas.height = CELL.height * NUMBER_ROWS;
  // On the processor, where it is read for the texture: a card would be waited for.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context) {
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#fff';
    context.font = '600 54px system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (let n = 0; n < NUMBER_COLUMNS * NUMBER_ROWS; n++)
      context.fillText(
        String(n),
        ((n % NUMBER_COLUMNS) + 0.5) * CELL.width,
        (Math.floor(n / NUMBER_COLUMNS) + 0.55) * CELL.height,
      );
  }
  const texture = new CanvasTexture(canvas);
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = 4;
  return texture;
}
