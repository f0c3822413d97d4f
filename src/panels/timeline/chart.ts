import type { Palette } from '../../look/palette.ts';
import { lastSpan, spansIn } from '../../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import { fill, hatch, pixelOf, type Raster } from './raster.ts';
import { BACKWARD, FORWARD, GRADIENTS, OPTIMIZER, type Row, SHARES, type Stretch, sharesOf } from './rows.ts';

/** What the chart is drawn from. */
export interface Chart {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  /** What of the step the width shows. */
  readonly stretch: Stretch;
  readonly palette: Palette;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** Part of a row that a pass fills: forward stands on the floor, backward hangs from the top. */
const FILLED = 0.78;
/** Spans narrower than this on average are drawn as shares of a column, CSS pixels. */
const NARROWEST = 3;
/** Distance of the diagonals of waiting, CSS pixels. */
const HATCH = 5;

/** The colours of the chart as pixels. */
type Ink = Readonly<Record<'panel' | 'waiting' | 'forward' | 'backward' | 'optimizer' | 'efa', number>>;

/** Draws a stretch of the step once; the playhead moves over it without drawing again. */
export function drawChart(raster: Raster, chart: Chart): void {
  const { timeline, rows, stretch, palette, ratio } = chart;
  const { width, height } = raster;
  const { panel, waiting, forward, backward, optimizer, efa } = palette;
  const ink: Ink = {
    ...{ panel: pixelOf(panel), waiting: pixelOf(waiting), efa: pixelOf(efa) },
    ...{ forward: pixelOf(forward), backward: pixelOf(backward), optimizer: pixelOf(optimizer) },
  };
  raster.pixels.fill(0);
  // A step that is shorter than what is shown ends, and waits no more.
  const ends = Math.min(
    width,
    Math.round(((timeline.seconds - stretch.from) / (stretch.to - stretch.from)) * width),
  );
  const pitch = height / rows.length;
  // The gap under a row holds its gradient traffic.
  const gap = Math.max(1, Math.min(2 * ratio, Math.round(pitch / 4)));
  rows.forEach((row, i) => {
    const top = Math.round(i * pitch);
    const size = Math.max(1, Math.round((i + 1) * pitch) - top - gap);
    fill(raster, 0, ends, top, top + size, ink.panel);
    hatch(raster, ends, top, top + size, Math.round(HATCH * ratio), Math.round(ratio), ink.waiting);
    const { from, to } = spansIn(timeline, row.first, Stream.compute);
    const shown = ((to - from) * (stretch.to - stretch.from)) / timeline.seconds;
    const wide = row.first === row.last && width / Math.max(1, shown) >= NARROWEST * ratio;
    const shares = sharesOf(timeline, row, width, stretch);
    if (wide) drawSpans(raster, chart, ink, row, top, size);
    else drawShares(raster, ink, shares, top, size);
    for (let x = 0; x < width; x++) {
      if (shares[x * SHARES + GRADIENTS] > 0.02)
        fill(raster, x, x + 1, top + size, top + size + gap, ink.efa);
    }
  });
}

function drawSpans(
  raster: Raster,
  { timeline, stretch, ratio }: Chart,
  ink: Ink,
  row: Row,
  top: number,
  size: number,
): void {
  const { from, to } = spansIn(timeline, row.first, Stream.compute);
  const scale = raster.width / (stretch.to - stretch.from);
  const part = Math.max(1, Math.round(size * FILLED));
  // A hair of the ground between neighbours.
  const air = Math.max(1, Math.round(0.6 * ratio));
  const first = lastSpan(timeline, row.first, Stream.compute, stretch.from);
  for (let span = Math.max(from, first); span < to; span++) {
    if (timeline.start[span] >= stretch.to) break;
    const x = Math.round((timeline.start[span] - stretch.from) * scale);
    const right = Math.round((timeline.end[span] - stretch.from) * scale);
    fill(raster, x, right, top, top + size, ink.panel);
    const end = Math.max(x + 1, right - air);
    switch (timeline.kind[span]) {
      case Kind.forward:
        fill(raster, x, end, top + size - part, top + size, ink.forward);
        break;
      case Kind.optimizer:
        fill(raster, x, end, top, top + size, ink.optimizer);
        break;
      default:
        fill(raster, x, end, top, top + part, ink.backward);
    }
  }
}

/** Many spans a pixel: each column shows how the time of its slice is shared out. */
function drawShares(raster: Raster, ink: Ink, shares: Float32Array, top: number, size: number): void {
  const bottom = top + size;
  for (let x = 0; x < raster.width; x++) {
    const forward = shares[x * SHARES + FORWARD];
    const backward = shares[x * SHARES + BACKWARD];
    const optimizer = shares[x * SHARES + OPTIMIZER];
    const part = size * (forward === 0 || backward === 0 ? FILLED : 1);
    const hangs = top + part * backward;
    if (forward > 0) fill(raster, x, x + 1, bottom - part * forward, bottom, ink.forward);
    if (backward > 0) fill(raster, x, x + 1, top, hangs, ink.backward);
    if (optimizer > 0)
      fill(raster, x, x + 1, hangs, Math.min(bottom, hangs + size * optimizer), ink.optimizer);
  }
}
