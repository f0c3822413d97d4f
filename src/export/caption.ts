import { CONTOUR } from '../look/contour.ts';
import type { Palette } from '../look/palette.ts';
import type { Area } from '../state/easel.ts';

/** Colours that a legend explains. */
export type LegendMeaning = 'forward' | 'backward' | 'optimizer' | 'waiting';

/** What every picture says of itself. */
export interface CaptionText {
  readonly title: string;
  /** Below the title: the instant, say. Empty where there is none. */
  readonly second: string;
  /** Above the foot: what colours mean. */
  readonly legend: readonly { readonly meaning: LegendMeaning; readonly text: string }[];
  /** At the foot: where it comes from, and when. */
  readonly source: string;
}

/** One line of a caption; units of the picture (state/easel.ts), `y` the middle of the line. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly quiet: boolean;
  /** A square of this colour stands before it, as large as the letters. */
  readonly swatch?: LegendMeaning;
}

export interface Caption {
  readonly lines: readonly Line[];
  /** What the words cover. */
  readonly areas: readonly Area[];
}

/** Width of a text in units. */
export type Measure = (text: string, size: number, weight: number) => number;

const MARGIN = 30;
const TITLE = 27;
const SECOND = 14.5;
const SOURCE = 12;
/** Lines of the title and of the source at most; what is longer ends in an ellipsis. */
const MOST = { title: 2, second: 2, source: 3 };
const LEADING = 1.28;
/** Nothing else may stand nearer. */
const AROUND = 8;
/** Kept for the scale bar in the lower right corner, where there is room beside it. */
const CORNER = 280;
const NARROW = 260;
/** Room of a colour before its word, and between entries of a legend. */
const SWATCH = 17;
const BETWEEN = 18;

/** Title and instant at the top left, source at the foot, broken so that they fit: pure, for any shape of picture. */
export function layoutCaption(width: number, height: number, text: CaptionText, measure: Measure): Caption {
  const room = width - 2 * MARGIN;
  const lines: Line[] = [];
  let y = MARGIN;
  const put = (words: string, size: number, weight: 400 | 600, quiet: boolean, most: number): void => {
    for (const line of broken(words, room, most, (part) => measure(part, size, weight))) {
      y += (size * LEADING) / 2;
      lines.push({ text: line, x: MARGIN, y, size, weight, quiet });
      y += (size * LEADING) / 2;
    }
  };
  put(text.title, TITLE, 600, false, MOST.title);
  y += 3;
  put(text.second, SECOND, 400, true, MOST.second);
  const head = lines.length;
  const beside = room - CORNER > NARROW ? room - CORNER : room;
  const foot = broken(text.source, beside, MOST.source, (part) => measure(part, SOURCE, 400));
  foot.forEach((line, i) => {
    const at = height - MARGIN * 0.8 - (foot.length - i - 0.5) * SOURCE * LEADING;
    lines.push({ text: line, x: MARGIN, y: at, size: SOURCE, weight: 400, quiet: true });
  });
  lines.push(
    ...legendLines(text.legend, height - MARGIN * 0.8 - foot.length * SOURCE * LEADING, beside, measure),
  );
  const areaOf = (part: readonly Line[]): Area[] => {
    if (part.length === 0) return [];
    const top = Math.min(...part.map(({ y, size }) => y - (size * LEADING) / 2)) - AROUND;
    const bottom = Math.max(...part.map(({ y, size }) => y + (size * LEADING) / 2)) + AROUND;
    const right = Math.max(...part.map((line) => line.x + measure(line.text, line.size, line.weight)));
    return [{ left: MARGIN - AROUND, top, width: right - MARGIN + 2 * AROUND, height: bottom - top }];
  };
  return { lines, areas: [...areaOf(lines.slice(0, head)), ...areaOf(lines.slice(head))] };
}

/** Entries of a legend side by side, in as many lines above `foot` as they need. */
function legendLines(legend: CaptionText['legend'], foot: number, room: number, measure: Measure): Line[] {
  const rows: Line[][] = [[]];
  let x = MARGIN;
  for (const { meaning, text } of legend) {
    const wide = SWATCH + measure(text, SOURCE, 400);
    if (x > MARGIN && x + wide > MARGIN + room) {
      rows.push([]);
      x = MARGIN;
    }
    const place = { x: x + SWATCH, y: 0, size: SOURCE, weight: 400 as const };
    rows[rows.length - 1].push({ ...place, text, quiet: false, swatch: meaning });
    x += wide + BETWEEN;
  }
  const leading = SOURCE * LEADING * 1.25;
  return rows.flatMap((row, i) =>
    row.map((line) => ({ ...line, y: foot - (rows.length - i - 0.4) * leading })),
  );
}

/** A text in lines no wider than `room`, as many as `most`. */
function broken(text: string, room: number, most: number, wide: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || wide(longer) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, most);
  return kept.map((one, i) => {
    const cut = i === most - 1 && lines.length > most;
    let part = cut ? `${one}…` : one;
    // Whole words go first; of a word that is too long by itself, its end.
    while (wide(part) > room && part.length > 2)
      part = part.includes(' ') ? part.replace(/ \S*$/, '…') : `${part.replace(/…$/, '').slice(0, -1)}…`;
    return part;
  });
}

const FAMILY = 'system-ui, sans-serif';

export function fontOf({ size, weight }: Pick<Line, 'size' | 'weight'>): string {
  return `${weight} ${size}px ${FAMILY}`;
}

/** Widths as a canvas measures them. */
export function measureOn(context: CanvasRenderingContext2D): Measure {
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${FAMILY}`;
    return context.measureText(text).width;
  };
}

/** The square before an entry of a legend. */
export function swatchOf({ x, y, size }: Line): { x: number; y: number; side: number } {
  const side = size * 0.82;
  return { x: x - SWATCH, y: y - side / 2, side };
}

/** Writes a caption onto a picture of `scale` pixels a unit, with a contour and a halo of the ground's colour. */
export function paintCaption(
  context: CanvasRenderingContext2D,
  { lines }: Caption,
  palette: Palette,
  scale: number,
): void {
  context.save();
  context.scale(scale, scale);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const line of lines) {
    context.font = fontOf(line);
    context.fillStyle = line.quiet ? palette.quietText : palette.text;
    context.strokeStyle = palette.backdrop[2];
    // Shadows are not scaled with the rest.
    context.shadowColor = palette.backdrop[2];
    context.shadowBlur = 7 * scale;
    context.lineWidth = line.size * CONTOUR;
    context.strokeText(line.text, line.x, line.y);
    context.fillText(line.text, line.x, line.y);
    if (!line.swatch) continue;
    context.shadowBlur = 0;
    const { x, y, side } = swatchOf(line);
    context.fillStyle = palette[line.swatch];
    context.fillRect(x, y, side, side);
    context.strokeStyle = palette.quietText;
    context.lineWidth = 0.5;
    context.strokeRect(x, y, side, side);
  }
  context.restore();
}
