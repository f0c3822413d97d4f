import { isCollective, lastSpan } from './spans.ts';
import { Kind, STREAMS, Stream, type Timeline } from './timeline.ts';

/** Numbers of `Kind` that something may be sent as. */
export const KIND_COUNT = 1 + Math.max(...Object.values(Kind));

/** Running sums over a timeline's patterns, so that a window of any width costs two look-ups a span: what came in its
 *  pattern before each entry. */
interface Sums {
  /** Bytes sent, by kind of collective. */
  readonly sent: readonly { readonly kind: Kind; readonly before: Float64Array }[];
  /** Seconds of operators: neither collectives nor waiting. */
  readonly work: Float64Array;
}

const cache = new WeakMap<Timeline, Sums>();

function sumsOf(timeline: Timeline): Sums {
  const known = cache.get(timeline);
  if (known) return known;
  const { offsets, start, end, kind, bytes } = timeline.patterns;
  const running = (of: (entry: number) => number): Float64Array => {
    const before = new Float64Array(start.length);
    for (let p = 0; p + 1 < offsets.length; p++)
      for (let e = offsets[p] + 1; e < offsets[p + 1]; e++) before[e] = before[e - 1] + of(e - 1);
    return before;
  };
  const kinds = [...new Set(kind)].filter(isCollective) as Kind[];
  const sums = {
    sent: kinds.map((each) => ({
      kind: each,
      before: running((e) => (kind[e] === each ? bytes[e] : 0)),
    })),
    work: running((e) => (isWork(kind[e]) ? end[e] - start[e] : 0)),
  };
  cache.set(timeline, sums);
  return sums;
}

/** Operators: not collectives, waiting, or waiting for the traffic of data parallelism. */
function isWork(kind: number): boolean {
  return kind !== Kind.wait && !(kind >= Kind.tensorAllGather && kind <= Kind.dataAllReduce);
}

/**
 * Mean bytes/s that one chip of class `cls` sends over `from` … `to` (seconds of the step), by number of `Kind`; what
 * runs hidden under compute included. Writes into `out` (length `KIND_COUNT`) and returns it.
 */
export function ratesIn(
  timeline: Timeline,
  cls: number,
  from: number,
  to: number,
  out: Float64Array = new Float64Array(KIND_COUNT),
): Float64Array {
  out.fill(0);
  const { sent } = sumsOf(timeline);
  for (const stream of [Stream.compute, Stream.scaleUp])
    eachSpan(timeline, cls, stream, from, to, (span, begin, end) => {
      for (const { kind, before } of sent) {
        const isKind = (entry: number): number =>
          timeline.patterns.kind[entry] === kind ? timeline.patterns.bytes[entry] : 0;
        out[kind] +=
          untilIn(timeline, before, isKind, span, end) - untilIn(timeline, before, isKind, span, begin);
      }
    });
  for (const stream of [Stream.sendForward, Stream.sendBackward, Stream.data])
    eachSpan(timeline, cls, stream, from, to, (span, begin, end) => {
      const seconds = timeline.end[span] - timeline.start[span];
      if (seconds > 0) out[timeline.kind[span]] += (timeline.bytes[span] * (end - begin)) / seconds;
    });
  const width = Math.max(to - from, 1e-12);
  for (let kind = 0; kind < out.length; kind++) out[kind] /= width;
  return out;
}

/** Share of `from` … `to` (seconds) in which class `cls` runs operators, 0 … 1: it neither waits nor sends what it then waits
 *  for. A span without a pattern is work from end to end. */
export function workIn(timeline: Timeline, cls: number, from: number, to: number): number {
  const { work } = sumsOf(timeline);
  const { start, end: ends, kind } = timeline.patterns;
  const seconds = (entry: number): number => (isWork(kind[entry]) ? ends[entry] - start[entry] : 0);
  let worked = 0;
  eachSpan(timeline, cls, Stream.compute, from, to, (span, begin, end) => {
    if (timeline.pattern[span] < 0) worked += timeline.kind[span] === Kind.wait ? 0 : end - begin;
    else
      worked += untilIn(timeline, work, seconds, span, end) - untilIn(timeline, work, seconds, span, begin);
  });
  return Math.min(1, worked / Math.max(to - from, 1e-12));
}

/** Calls `visit` with each span of a stream that touches from … to, and the part of it inside. */
function eachSpan(
  timeline: Timeline,
  cls: number,
  stream: Stream,
  from: number,
  to: number,
  visit: (span: number, begin: number, end: number) => void,
): void {
  const first = timeline.tracks[cls * STREAMS + stream];
  for (let i = lastSpan(timeline, cls, stream, to); i >= first && timeline.end[i] > from; i--)
    visit(i, Math.max(from, timeline.start[i]), Math.min(to, timeline.end[i]));
}

/** A running sum inside a span until `t` (seconds of the step); an entry under way counts by the share that has passed. */
function untilIn(
  timeline: Timeline,
  before: Float64Array,
  whole: (entry: number) => number,
  span: number,
  t: number,
): number {
  const pattern = timeline.pattern[span];
  if (pattern < 0) return 0;
  const { offsets, start, end } = timeline.patterns;
  const inside = t - timeline.start[span];
  let low = offsets[pattern];
  let high = offsets[pattern + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle] <= inside) low = middle + 1;
    else high = middle;
  }
  const entry = low - 1;
  if (entry < offsets[pattern]) return 0;
  const length = end[entry] - start[entry];
  const part = length > 0 ? (Math.min(inside, end[entry]) - start[entry]) / length : 1;
  return before[entry] + whole(entry) * part;
}
