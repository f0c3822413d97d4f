import type { Entry } from './predict.ts';

const SIDE = 320;
const MARGIN = 44;

/** Predicted against measured seconds of a stack, both axes logarithmic, with lines at ±10 %. An SVG of its own. */
export function plotOf(name: string, entries: readonly Entry[]): string {
  const points = entries.filter((entry) => entry.measured !== null && entry.predicted !== null);
  const values = points.flatMap((entry) => [entry.measured!, entry.predicted!]);
  const low = Math.log10(Math.min(...values)) - 0.1;
  const high = Math.log10(Math.max(...values)) + 0.1;
  const scale = (value: number): number => ((Math.log10(value) - low) / (high - low)) * (SIDE - 2 * MARGIN);
  const x = (value: number): string => (MARGIN + scale(value)).toFixed(1);
  const y = (value: number): string => (SIDE - MARGIN - scale(value)).toFixed(1);
  const [least, most] = [10 ** low, 10 ** high];
  const line = (factor: number, style: string): string => {
    const from = Math.max(least, least / factor);
    const to = Math.min(most, most / factor);
    return `<line x1="${x(from)}" y1="${y(from * factor)}" x2="${x(to)}" y2="${y(to * factor)}" ${style}/>`;
  };
  const ticks = ticksBetween(least, most).flatMap((value) => [
    `<text x="${x(value)}" y="${SIDE - MARGIN + 16}" text-anchor="middle">${value}</text>`,
    `<text x="${MARGIN - 6}" y="${y(value)}" text-anchor="end" dominant-baseline="middle">${value}</text>`,
  ]);
  const dots = points.map(
    ({ id, measured, predicted }) =>
      `<circle cx="${x(measured!)}" cy="${y(predicted!)}" r="3" fill="#2166ac" fill-opacity="0.6"><title>${id}</title></circle>`,
  );
  const frame = SIDE - 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" font-family="sans-serif" font-size="10" fill="#333">`,
    `<rect width="${SIDE}" height="${SIDE}" fill="#fff"/>`,
    `<rect x="${MARGIN}" y="${MARGIN}" width="${frame}" height="${frame}" fill="none" stroke="#bbb"/>`,
    line(1, 'stroke="#333"'),
    line(1.1, 'stroke="#999" stroke-dasharray="4 3"'),
    line(1 / 1.1, 'stroke="#999" stroke-dasharray="4 3"'),
    ...ticks,
    ...dots,
    `<text x="${SIDE / 2}" y="24" text-anchor="middle" font-size="13">${name}, ${points.length} steps</text>`,
    `<text x="${SIDE / 2}" y="${SIDE - 8}" text-anchor="middle">measured, seconds</text>`,
    `<text x="12" y="${SIDE / 2}" text-anchor="middle" transform="rotate(-90 12 ${SIDE / 2})">predicted, seconds</text>`,
    '</svg>',
    '',
  ].join('\n');
}

/** 1, 2 and 5 times powers of ten between two values; fewer where they would touch. */
function ticksBetween(least: number, most: number): number[] {
  const wide = most / least > 30;
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
    for (const digit of wide ? [1] : [1, 2, 5]) {
      const value = Number((digit * 10 ** power).toPrecision(1));
      if (value > least && value < most) found.push(value);
    }
  }
  return found;
}
