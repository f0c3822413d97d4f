import { palettes } from '../look/palette.ts';
import { unitsOf } from '../state/easel.ts';
import type { Studio } from '../state/session.tsx';
import { type CaptionText, type Line, layoutCaption, measureOn, swatchOf } from './caption.ts';
import type { Size } from './size.ts';

/** The floorplan of the place at hand as an SVG drawing that stands alone, with its caption. */
export async function planSvg(
  studio: Studio,
  size: Size,
  seconds: number,
  caption: CaptionText | null,
): Promise<string> {
  const { width, height } = unitsOf(size.width, size.height);
  const ruler = document.createElement('canvas').getContext('2d');
  if (!ruler) throw new Error('this browser has no canvas to measure words on');
  const words = caption && layoutCaption(width, height, caption, measureOn(ruler));
  studio.visit.clock.seek(seconds);
  const drawn = await studio.floorplan(width, height, words?.areas ?? []);
  const palette = palettes[studio.visit.store.getState().theme];
  const text = (line: Line): string => {
    const { text: said, x, y, size: px, weight, quiet, swatch } = line;
    const square = swatchOf(line);
    return [
      swatch
        ? `<rect x="${square.x.toFixed(2)}" y="${square.y.toFixed(2)}" width="${square.side}" height="${square.side}" fill="${palette[swatch]}" stroke="${palette.quietText}" stroke-width="0.5"/>`
        : '',
      `<text x="${x.toFixed(2)}" y="${(y + 0.35 * px).toFixed(2)}" fill="${quiet ? palette.quietText : palette.text}" font-family="system-ui, sans-serif" font-size="${px}" font-weight="${weight}">${escaped(said)}</text>`,
    ].join('');
  };
  const box = `${width.toFixed(2)} ${height.toFixed(2)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${box}">`,
    `<title>${escaped(caption?.title ?? 'Inside Project Rainier')}</title>`,
    drawn,
    ...(words?.lines.map(text) ?? []),
    '</svg>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
