import type { Palette } from '../../look/palette.ts';
import { spansIn } from '../../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import { BACKWARD, FORWARD, GRADIENTS, OPTIMIZER, type Row, SHARES, type Stretch, sharesOf } from './rows.ts';

/** What the chart is drawn from. Sizes in device pixels. */
export interface Chart {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  /** What of the step the width shows. */
  readonly stretch: Stretch;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** Part of a row that a pass fills: forward stands on the floor, backward hangs from the top. */
const FILLED = 0.78;
/** Spans narrower than this on average are drawn as shares of a column, CSS pixels. */
const NARROWEST = 3;

/** Draws a stretch of the step once; the playhead moves over it without drawing again. */
export function drawChart(context: CanvasRenderingContext2D, chart: Chart): void {
  const { timeline, rows, stretch, palette, width, height, ratio } = chart;
  context.clearRect(0, 0, width, height);
  const pitch = height / rows.length;
  // The gap under a row holds its gradient traffic.
  const gap = Math.max(1, Math.min(2 * ratio, Math.round(pitch / 4)));
  const hatch = hatching(context, palette.waiting, ratio);
  rows.forEach((row, i) => {
    const top = Math.round(i * pitch);
    const size = Math.max(1, Math.round((i + 1) * pitch) - top - gap);
    context.fillStyle = palette.panel;
    context.fillRect(0, top, width, size);
    context.fillStyle = hatch;
    context.fillRect(0, top, width, size);
    const { from, to } = spansIn(timeline, row.first, Stream.compute);
    const shown = ((to - from) * (stretch.to - stretch.from)) / timeline.seconds;
    const wide = row.first === row.last && width / Math.max(1, shown) >= NARROWEST * ratio;
    const shares = sharesOf(timeline, row, width, stretch);
    if (wide) drawSpans(context, chart, row, top, size);
    else drawShares(context, chart, shares, top, size);
    context.fillStyle = palette.efa;
    for (let x = 0; x < width; x++) {
      if (shares[x * SHARES + GRADIENTS] > 0.02) context.fillRect(x, top + size, 1, gap);
    }
  });
}

function drawSpans(
  context: CanvasRenderingContext2D,
  { timeline, stretch, palette, width, ratio }: Chart,
  row: Row,
  top: number,
  size: number,
): void {
  const { from, to } = spansIn(timeline, row.first, Stream.compute);
  const scale = width / (stretch.to - stretch.from);
  const part = Math.max(1, Math.round(size * FILLED));
  for (let span = from; span < to; span++) {
    const x = (timeline.start[span] - stretch.from) * scale;
    const right = (timeline.end[span] - stretch.from) * scale;
    if (right <= 0 || x >= width) continue;
    const inner = Math.max(ratio * 0.75, right - x - ratio * 0.6);
    context.fillStyle = palette.panel;
    context.fillRect(x, top, right - x, size);
    switch (timeline.kind[span]) {
      case Kind.forward:
        context.fillStyle = palette.forward;
        context.fillRect(x, top + size - part, inner, part);
        break;
      case Kind.optimizer:
        context.fillStyle = palette.optimizer;
        context.fillRect(x, top, inner, size);
        break;
      default:
        context.fillStyle = palette.backward;
        context.fillRect(x, top, inner, part);
    }
  }
}

/** Many spans a pixel: each column shows how the time of its slice is shared out. One colour after the other, for
 *  a canvas is slow to change it. */
function drawShares(
  context: CanvasRenderingContext2D,
  { palette, width }: Chart,
  shares: Float32Array,
  top: number,
  size: number,
): void {
  const share = (x: number, part: number): number => shares[x * SHARES + part];
  const part = (x: number): number => (share(x, FORWARD) === 0 || share(x, BACKWARD) === 0 ? FILLED : 1);
  const columns = (colour: string, of: number, from: (x: number, filled: number) => number): void => {
    context.fillStyle = colour;
    context.beginPath();
    for (let x = 0; x < width; x++) {
      const filled = size * share(x, of) * (of === OPTIMIZER ? 1 : part(x));
      if (filled > 0) context.rect(x, from(x, filled), 1, filled);
    }
    context.fill();
  };
  columns(palette.forward, FORWARD, (_, filled) => top + size - filled);
  columns(palette.backward, BACKWARD, () => top);
  columns(palette.optimizer, OPTIMIZER, (x) => top + size * share(x, BACKWARD));
}

/** Thin diagonals: waiting is a state, not an absence. */
export function hatching(
  context: CanvasRenderingContext2D,
  colour: string,
  ratio: number,
): CanvasPattern | string {
  const size = Math.round(5 * ratio);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = ratio;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat') ?? colour;
}
