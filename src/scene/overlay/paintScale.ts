import type { Palette } from '../../look/palette.ts';
import { depthAt } from '../camera/homes.ts';
import { type Journey, metresPerPixel } from '../journey.ts';
import type { Box } from './layout.ts';
import { EXPONENTS, LONGEST, lengthName, powerOfTen, roundLength } from './ScaleBar.tsx';

/** From the right and the lower edge, CSS pixels. */
const MARGIN = 24;
const HEIGHT = 36;
const POWER_WIDTH = 62;

/** What the scale bar of a picture covers, CSS pixels. */
export function scaleArea({ width, height }: Pick<Journey, 'width' | 'height'>): Box {
  const wide = Math.min(LONGEST, width * 0.3) + POWER_WIDTH + 14 + MARGIN;
  return { left: width - wide, top: height - MARGIN - HEIGHT, width: wide, height: MARGIN + HEIGHT };
}

/** The scale bar and the power of ten, as they stand on the page (ScaleBar.tsx), painted into a picture. */
export function paintScale(context: CanvasRenderingContext2D, journey: Journey, palette: Palette): void {
  const metre = metresPerPixel(journey);
  const length = roundLength(metre * Math.min(LONGEST, journey.width * 0.3));
  const wide = Math.round(length / metre);
  const foot = journey.height - MARGIN;
  const right = journey.width - MARGIN;
  context.save();
  context.shadowColor = palette.backdrop[2];
  context.shadowBlur = 6 * context.getTransform().a;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'right';
  context.font = '600 18px system-ui, sans-serif';
  context.fillStyle = palette.text;
  context.fillText(`${powerOfTen(EXPONENTS[depthAt(journey.reach)])} m`, right, foot);
  const end = right - POWER_WIDTH;
  context.textAlign = 'center';
  context.font = '400 12.5px system-ui, sans-serif';
  context.fillStyle = palette.quietText;
  context.fillText(lengthName(length), end - wide / 2, foot - 9);
  context.strokeStyle = palette.quietText;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(end - wide, foot - 5);
  context.lineTo(end - wide, foot);
  context.lineTo(end, foot);
  context.lineTo(end, foot - 5);
  context.stroke();
  context.restore();
}
