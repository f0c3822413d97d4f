import type { Palette } from '../../look/palette.ts';
import { spansIn } from '../../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import { BACKWARD, FORWARD, GRADIENTS, OPTIMIZER, type Row, SHARES, sharesOf } from './rows.ts';

/** What the chart is drawn from. Sizes in device pixels. */
export interface Chart {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
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

/** Draws the whole step once; the playhead moves over it without drawing again. */
export function drawChart(context: CanvasRenderingContext2D, chart: Chart): void {
  const { timeline, rows, palette, width, height, ratio } = chart;
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
    const wide = row.first === row.last && width / Math.max(1, to - from) >= NARROWEST * ratio;
    const shares = sharesOf(timeline, row, width);
    if (wide) drawSpans(context, chart, row, top, size);
    else drawShares(context, chart, shares, top, size);
    context.fillStyle = palette.efa;
    for (let x = 0; x < width; x++) {
      const share = shares[x * SHARES + GRADIENTS];
      if (share > 0.02) context.fillRect(x, top + size, 1, gap * Math.min(1, 0.5 + share / 2));
    }
  });
}

function drawSpans(
  context: CanvasRenderingContext2D,
  { timeline, palette, width, ratio }: Chart,
  row: Row,
  top: number,
  size: number,
): void {
  const { from, to } = spansIn(timeline, row.first, Stream.compute);
  const scale = width / timeline.seconds;
  const part = Math.max(1, Math.round(size * FILLED));
  for (let span = from; span < to; span++) {
    const x = timeline.start[span] * scale;
    const right = timeline.end[span] * scale;
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

/** Many spans a pixel: each column shows how the time of its slice is shared out. */
function drawShares(
  context: CanvasRenderingContext2D,
  { palette, width }: Chart,
  shares: Float32Array,
  top: number,
  size: number,
): void {
  for (let x = 0; x < width; x++) {
    const forward = shares[x * SHARES + FORWARD];
    const backward = shares[x * SHARES + BACKWARD];
    const optimizer = shares[x * SHARES + OPTIMIZER];
    const only = forward === 0 || backward === 0 ? FILLED : 1;
    context.fillStyle = palette.forward;
    context.fillRect(x, top + size * (1 - only * forward), 1, size * only * forward);
    context.fillStyle = palette.backward;
    context.fillRect(x, top, 1, size * only * backward);
    context.fillStyle = palette.optimizer;
    context.fillRect(x, top + size * backward, 1, size * optimizer);
  }
}

/** Thin diagonals: waiting is a state, not an absence. */
function hatching(context: CanvasRenderingContext2D, colour: string, ratio: number): CanvasPattern | string {
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
