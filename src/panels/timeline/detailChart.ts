import type { Palette } from '../../look/palette.ts';
import type { Detail } from '../../timeline/detail.ts';
import { lastSpan, spansIn } from '../../timeline/spans.ts';
import { Kind, STREAMS, type Stream } from '../../timeline/timeline.ts';
import { hatching } from './hatching.ts';
import type { Stretch } from './rows.ts';

/** What a detail is drawn from. Sizes in device pixels. */
export interface DetailChart {
  readonly detail: Detail;
  readonly stretch: Stretch;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** What a kind of span looks like: its meaning's colour; `thin` spans leave room above, so that colour is not all that
 *  tells. Products have the colour of their pass, and what is run again for the backward one that of the forward. */
function look(
  kind: number,
  backward: boolean,
  palette: Palette,
): { readonly colour: string; readonly thin: boolean } {
  switch (kind) {
    case Kind.forward:
      return { colour: palette.forward, thin: false };
    case Kind.matmul:
      return { colour: backward ? palette.backward : palette.forward, thin: false };
    case Kind.attention:
      return { colour: palette.head, thin: false };
    case Kind.recompute:
      return { colour: palette.forward, thin: true };
    case Kind.backward:
    case Kind.weightGradient:
      return { colour: palette.backward, thin: false };
    case Kind.optimizer:
      return { colour: palette.optimizer, thin: false };
    case Kind.memory:
    case Kind.loss:
      return { colour: palette.optimizer, thin: true };
    case Kind.sendForward:
    case Kind.sendBackward:
    case Kind.dataReduceScatter:
    case Kind.dataAllGather:
    case Kind.dataAllReduce:
      return { colour: palette.efa, thin: true };
    case Kind.wait:
      return { colour: palette.waiting, thin: true };
    default:
      return { colour: kind >= PIECE ? palette.neuronLinkBusy : palette.neuronLink, thin: false };
  }
}

/** Added to the kind of every other piece. */
const PIECE = 128;

/** Draws the stretch of a detail that is shown. Spans that share a pixel are drawn as one, so that a hundred thousand cost
 *  what the pixels cost. */
export function drawDetail(context: CanvasRenderingContext2D, chart: DetailChart): void {
  const { detail, palette, width, height, ratio } = chart;
  context.clearRect(0, 0, width, height);
  const pitch = height / detail.rows.length;
  const gap = Math.max(1, Math.min(2 * ratio, Math.round(pitch / 5)));
  const hatch = hatching(context, palette.waiting, ratio);
  detail.rows.forEach((_, row) => {
    const top = Math.round(row * pitch);
    const size = Math.max(1, Math.round((row + 1) * pitch) - top - gap);
    context.fillStyle = palette.panel;
    context.fillRect(0, top, width, size);
    context.fillStyle = hatch;
    context.fillRect(0, top, width, size);
    for (let stream = 0; stream < STREAMS; stream++)
      drawTrack(context, chart, row, stream as Stream, top, size);
  });
}

function drawTrack(
  context: CanvasRenderingContext2D,
  { detail, stretch, palette, width, ratio }: DetailChart,
  row: number,
  stream: Stream,
  top: number,
  size: number,
): void {
  const { timeline, start: zero } = detail;
  const { to } = spansIn(timeline, row, stream);
  const from = stretch.from - zero;
  const until = stretch.to - zero;
  const scale = width / (until - from);
  const first = lastSpan(timeline, row, stream, from);
  const { direction } = detail.subject;
  const backward = direction === 'backward' || direction === 'weights';
  let pending = -1;
  let left = 0;
  let right = 0;
  const flush = (): void => {
    if (pending < 0) return;
    const { colour, thin } = look(pending, backward, palette);
    const part = thin ? Math.max(1, Math.round(size * 0.6)) : size;
    // A hair of the ground between neighbours, where there is room for it.
    const air = right - left > 4 * ratio ? ratio : 0;
    context.fillStyle = colour;
    context.fillRect(left, top + size - part, Math.max(1, right - left - air), part);
  };
  for (let span = first < 0 ? spansIn(timeline, row, stream).from : first; span < to; span++) {
    if (timeline.start[span] >= until) break;
    const x = Math.max(0, Math.floor((timeline.start[span] - from) * scale));
    const end = Math.min(width, (timeline.end[span] - from) * scale);
    if (end < 0) continue;
    // Pieces of a collective take turns in two tones.
    const tone = detail.lens === 'collective' ? PIECE * (timeline.chunk[span] & 1) : 0;
    const kind = timeline.kind[span] + tone;
    if (kind === pending && end - left < 1.5 && x - right <= 0) {
      right = Math.max(right, end);
      continue;
    }
    if (x < right && end - x < 1) continue;
    flush();
    pending = kind;
    left = x;
    right = end;
  }
  flush();
}
