import { Kind, STREAMS, Stream, type Timeline } from './timeline.ts';

/** Reusable answer of `spansIn`: the spans are `from … to - 1`. */
export interface SpanRange {
  from: number;
  to: number;
}

/** The spans of class `cls` on `stream`, sorted by start. Writes into `out` and returns it. */
export function spansIn(
  timeline: Timeline,
  cls: number,
  stream: Stream,
  out: SpanRange = { from: 0, to: 0 },
): SpanRange {
  const track = cls * STREAMS + stream;
  out.from = timeline.tracks[track]!;
  out.to = timeline.tracks[track + 1]!;
  return out;
}

/** The last span of class `cls` on `stream` that starts at or before `t` (seconds); -1 where none does. */
export function lastSpan(timeline: Timeline, cls: number, stream: Stream, t: number): number {
  const track = cls * STREAMS + stream;
  const first = timeline.tracks[track]!;
  return lastAtOrBefore(timeline.start, first, timeline.tracks[track + 1]!, t);
}

/** The span of class `cls` on `stream` that covers `t` (seconds, start ≤ t < end); -1 where the stream is idle.
 *  No allocation: O(log spans). */
export function activeSpan(timeline: Timeline, cls: number, stream: Stream, t: number): number {
  const span = lastSpan(timeline, cls, stream, t);
  return span >= 0 && t < timeline.end[span]! ? span : -1;
}

/** The pattern entry of `span` that covers `t` (seconds of the step); -1 where the span has no pattern, does not cover
 *  `t`, or nothing happens in it then. No allocation. */
export function patternEntryAt(timeline: Timeline, span: number, t: number): number {
  if (span < 0) return -1;
  const pattern = timeline.pattern[span]!;
  if (pattern < 0 || t < timeline.start[span]! || t >= timeline.end[span]!) return -1;
  const { offsets, start, end } = timeline.patterns;
  const inside = t - timeline.start[span]!;
  const entry = lastAtOrBefore(start, offsets[pattern]!, offsets[pattern + 1]!, inside);
  return entry >= 0 && inside < end[entry]! ? entry : -1;
}

/** True for the kinds of pattern entry that travel over the scale-up links. */
export function isCollective(kind: number): boolean {
  return kind >= Kind.tensorAllGather && kind <= Kind.expertAllToAll;
}

/**
 * What one chip of class `cls` sends on `stream` at `t`, bytes/s (mean over the span or entry under way; 0 when idle).
 * `Stream.scaleUp` is read from inside the patterns of the compute stream, where tensor collectives stand.
 */
export function classLoad(timeline: Timeline, cls: number, stream: Stream, t: number): number {
  if (stream === Stream.compute) return 0;
  if (stream === Stream.scaleUp) {
    const entry = patternEntryAt(timeline, activeSpan(timeline, cls, Stream.compute, t), t);
    if (entry >= 0) {
      const { kind, bytes, start, end } = timeline.patterns;
      if (isCollective(kind[entry]!)) return bytes[entry]! / (end[entry]! - start[entry]!);
    }
  }
  const span = activeSpan(timeline, cls, stream, t);
  return span < 0 ? 0 : timeline.bytes[span]! / (timeline.end[span]! - timeline.start[span]!);
}

/** The stream of class `cls` that carries most bytes/s at `t`; -1 when nothing is sent. */
export function busiestStream(timeline: Timeline, cls: number, t: number): Stream | -1 {
  let busiest: Stream | -1 = -1;
  let most = 0;
  for (let stream = 1; stream < STREAMS; stream++) {
    const load = classLoad(timeline, cls, stream as Stream, t);
    if (load > most) {
      most = load;
      busiest = stream as Stream;
    }
  }
  return busiest;
}

/** Index of the last value ≤ `t` in the ascending `values[from … to - 1]`; -1 where none is. */
function lastAtOrBefore(values: Float64Array, from: number, to: number, t: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low > from ? low - 1 : -1;
}
