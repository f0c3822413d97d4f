import { CONTOUR } from '../../look/contour.ts';
import type { Palette } from '../../look/palette.ts';
import { depthAt } from '../camera/homes.ts';
import { type Journey, metresPerPixel } from '../journey.ts';
import type { Box } from './layout.ts';
import { EXPONENTS, LONGEST, lengthName, powerOfTen, roundLength } from './ScaleBar.tsx';

/** From the right and the lower edge, CSS pixels. */
const MARGIN = 24;
const HEIGHT = 36;
const POWER_WIDTH = 62;
/** Between the bar and the power at least. */
const GAP = 12;

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
  context.lineJoin = 'round';
  context.textBaseline = 'alphabetic';
  const write = (text: string, size: number, weight: 400 | 600, x: number, y: number): void => {
    context.font = `${weight} ${size}px system-ui, sans-serif`;
    context.strokeStyle = palette.backdrop[2];
    context.lineWidth = CONTOUR * size;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  };
  context.textAlign = 'right';
  context.fillStyle = palette.text;
  const power = `${powerOfTen(EXPONENTS[depthAt(journey.reach)])} m`;
  write(power, 18, 600, right, foot);
  // Negative powers are wider.
  const end = right - Math.max(POWER_WIDTH, context.measureText(power).width + GAP);
  context.textAlign = 'center';
  context.fillStyle = palette.quietText;
  write(lengthName(length), 12.5, 400, end - wide / 2, foot - 9);
  context.beginPath();
  context.moveTo(end - wide, foot - 5);
  context.lineTo(end - wide, foot);
  context.lineTo(end, foot);
  context.lineTo(end, foot - 5);
  for (const [colour, line] of [
    [palette.backdrop[2], 4],
    [palette.quietText, 1],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.stroke();
  }
  context.restore();
}
