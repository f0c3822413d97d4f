import { lastSpan, spansIn } from '../../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';

/** A row of the chart: pipeline stages `first … last`, from 0. */
export interface Row {
  readonly first: number;
  readonly last: number;
}

/** One row for each class, or for as many neighbours as keep the rows at `most`. */
export function rowsOf(classes: number, most: number): Row[] {
  const size = Math.ceil(classes / most);
  const rows: Row[] = [];
  for (let first = 0; first < classes; first += size)
    rows.push({ first, last: Math.min(classes, first + size) - 1 });
  return rows;
}

/** What a column of shares holds, in this order. */
export const SHARES = 4;
export const FORWARD = 0;
export const BACKWARD = 1;
export const OPTIMIZER = 2;
export const GRADIENTS = 3;

/** A stretch of the step, simulated seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * How a row's time is spent in each of `columns` equal slices of a stretch (the whole step unless given): SHARES numbers a
 * slice, 0 … 1, the mean over the row's classes. The time is linear in spans and columns, whatever their lengths.
 */
export function sharesOf(
  timeline: Timeline,
  { first, last }: Row,
  columns: number,
  { from: begin, to: finish }: Stretch = { from: 0, to: timeline.seconds },
): Float32Array {
  const shares = new Float32Array(columns * SHARES);
  const slice = (finish - begin) / columns;
  const weight = 1 / (slice * (last - first + 1));
  for (let cls = first; cls <= last; cls++) {
    for (const stream of [Stream.compute, Stream.data]) {
      const { from, to } = spansIn(timeline, cls, stream);
      for (let span = Math.max(from, lastSpan(timeline, cls, stream, begin)); span < to; span++) {
        if (timeline.start[span] >= finish) break;
        const share = shareOf(timeline.kind[span]);
        if (share < 0) continue;
        const start = Math.max(0, timeline.start[span] - begin);
        const end = timeline.end[span] - begin;
        if (end <= 0) continue;
        const until = Math.min(columns - 1, Math.floor(end / slice));
        for (let column = Math.floor(start / slice); column <= until; column++) {
          const covered = Math.min(end, (column + 1) * slice) - Math.max(start, column * slice);
          if (covered > 0) shares[column * SHARES + share] += covered * weight;
        }
      }
    }
  }
  return shares;
}

function shareOf(kind: number): number {
  switch (kind) {
    case Kind.forward:
      return FORWARD;
    case Kind.backward:
    case Kind.weightGradient:
      return BACKWARD;
    case Kind.optimizer:
      return OPTIMIZER;
    case Kind.dataReduceScatter:
    case Kind.dataAllGather:
    case Kind.dataAllReduce:
      return GRADIENTS;
    default:
      return -1;
  }
}
