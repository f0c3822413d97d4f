import { activeSpan, lastSpan } from './spans.ts';
import { STREAMS, Stream, type Timeline } from './timeline.ts';

/** A stretch of the step, seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The pass (or update) that class `cls` is in at `t`, seconds, or the wait between two. */
export function stretchAt(timeline: Timeline, cls: number, t: number): Stretch {
  const { start, end, tracks, seconds } = timeline;
  const span = activeSpan(timeline, cls, Stream.compute, t);
  if (span >= 0) return { from: start[span], to: end[span] };
  const track = cls * STREAMS + Stream.compute;
  const last = lastSpan(timeline, cls, Stream.compute, t);
  const next = last >= 0 ? last + 1 : tracks[track];
  return { from: last >= 0 ? end[last] : 0, to: next < tracks[track + 1] ? start[next] : seconds };
}
