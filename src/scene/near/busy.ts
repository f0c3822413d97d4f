import { isCollective, lastSpan } from '../../timeline/spans.ts';
import { Kind, STREAMS, Stream, type Timeline } from '../../timeline/timeline.ts';

/** Running sums over a timeline's patterns, so that a window of any width costs two look-ups a span. */
export interface PatternSums {
  /** Up to the start of each entry, within its pattern; one more at the end of the last: seconds of collectives,
   *  and bytes that operators move through memory. */
  readonly link: Float64Array;
  readonly bytes: Float64Array;
  /** Who sends to a class over EFA: pairs of class and stream, by receiving class. */
  readonly senders: readonly (readonly { readonly cls: number; readonly stream: Stream }[])[];
}

const cache = new WeakMap<Timeline, PatternSums>();

export function patternSums(timeline: Timeline): PatternSums {
  const known = cache.get(timeline);
  if (known) return known;
  const { offsets, start, end, kind, bytes } = timeline.patterns;
  const n = start.length;
  const link = new Float64Array(n);
  const moved = new Float64Array(n);
  for (let p = 0; p + 1 < offsets.length; p++) {
    for (let e = offsets[p]; e + 1 < offsets[p + 1]; e++) {
      const collective = isCollective(kind[e]);
      link[e + 1] = link[e] + (collective ? end[e] - start[e] : 0);
      moved[e + 1] = moved[e] + (collective ? 0 : bytes[e]);
    }
  }
  const sums = { link, bytes: moved, senders: sendersOf(timeline) };
  cache.set(timeline, sums);
  return sums;
}

function sendersOf(timeline: Timeline): { cls: number; stream: Stream }[][] {
  const senders: { cls: number; stream: Stream }[][] = Array.from({ length: timeline.classes }, () => []);
  for (let cls = 0; cls < timeline.classes; cls++) {
    for (const stream of [Stream.sendForward, Stream.sendBackward]) {
      const track = cls * STREAMS + stream;
      const peers = new Set<number>();
      for (let i = timeline.tracks[track]; i < timeline.tracks[track + 1]; i++) peers.add(timeline.peer[i]);
      for (const peer of peers) if (peer >= 0 && peer !== cls) senders[peer].push({ cls, stream });
    }
  }
  return senders;
}

/** Calls `visit` with each span of a stream that touches from … to (seconds), and the part of it inside. */
export function eachSpan(
  timeline: Timeline,
  cls: number,
  stream: Stream,
  from: number,
  to: number,
  visit: (span: number, begin: number, end: number) => void,
): void {
  const last = lastSpan(timeline, cls, stream, to);
  const first = timeline.tracks[cls * STREAMS + stream];
  for (let i = last; i >= first && timeline.end[i] > from; i--) {
    visit(i, Math.max(from, timeline.start[i]), Math.min(to, timeline.end[i]));
  }
}

/** Share of from … to during which a stream carries something, 0 … 1. */
export function busyShare(timeline: Timeline, cls: number, stream: Stream, from: number, to: number): number {
  let busy = 0;
  eachSpan(timeline, cls, stream, from, to, (span, begin, end) => {
    if (timeline.bytes[span] > 0) busy += end - begin;
  });
  return busy / (to - from);
}

/** Seconds of collectives and bytes through memory inside a span, from its start until `t` (seconds of the step). */
export function insideUntil(
  timeline: Timeline,
  sums: PatternSums,
  span: number,
  t: number,
  out: { link: number; bytes: number },
): void {
  out.link = 0;
  out.bytes = 0;
  const pattern = timeline.pattern[span];
  if (pattern < 0) return;
  const { offsets, start, end, kind, bytes } = timeline.patterns;
  const inside = t - timeline.start[span];
  let low = offsets[pattern];
  let high = offsets[pattern + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle] <= inside) low = middle + 1;
    else high = middle;
  }
  const e = low - 1;
  if (e < offsets[pattern]) return;
  const part = Math.min(inside, end[e]) - start[e];
  const collective = isCollective(kind[e]);
  out.link = sums.link[e] + (collective ? part : 0);
  out.bytes = sums.bytes[e] + (collective ? 0 : (bytes[e] * part) / (end[e] - start[e] || 1));
}

/** Shown phase of a kind of span: 0 waiting, 1 forward, 2 backward, 3 optimizer. */
export function shownPhase(kind: number): number {
  if (kind === Kind.forward) return 1;
  if (kind === Kind.backward || kind === Kind.weightGradient) return 2;
  return kind === Kind.optimizer ? 3 : 0;
}
