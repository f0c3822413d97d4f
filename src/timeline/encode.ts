import { STREAMS, TIMELINE_VERSION, type Timeline } from './timeline.ts';

/**
 * One buffer, little-endian as every machine that runs this: a header of 8 numbers, then the columns of the timeline,
 * widest first so that each is aligned. Header: magic, version, seconds, classes, spans, patterns, entries, bytes.
 */
const MAGIC = 0x524e5254;
const HEADER = 8;

/** Bytes of the encoded record: what crosses from the worker, and what the bench reports. */
export function encodedBytes(timeline: Timeline): number {
  return layout(
    timeline.classes,
    timeline.start.length,
    timeline.patterns.offsets.length - 1,
    timeline.patterns.start.length,
  ).bytes;
}

/** The timeline as one transferable buffer. Same timeline, same bytes. */
export function encode(timeline: Timeline): ArrayBuffer {
  const { classes, patterns } = timeline;
  const spans = timeline.start.length;
  const entries = patterns.start.length;
  const plan = layout(classes, spans, patterns.offsets.length - 1, entries);
  const buffer = new ArrayBuffer(plan.bytes);
  const counts = [TIMELINE_VERSION, timeline.seconds, classes, spans, patterns.offsets.length - 1, entries];
  new Float64Array(buffer, 0, HEADER).set([MAGIC, ...counts, plan.bytes]);
  const view = views(buffer, plan);
  view.start.set(timeline.start);
  view.end.set(timeline.end);
  view.bytes.set(timeline.bytes);
  view.patterns.start.set(patterns.start);
  view.patterns.end.set(patterns.end);
  view.patterns.bytes.set(patterns.bytes);
  view.patterns.flops.set(patterns.flops);
  view.microbatch.set(timeline.microbatch);
  view.peer.set(timeline.peer);
  view.pattern.set(timeline.pattern);
  view.tracks.set(timeline.tracks);
  view.patterns.offsets.set(patterns.offsets);
  view.patterns.layer.set(patterns.layer);
  view.chunk.set(timeline.chunk);
  view.kind.set(timeline.kind);
  view.patterns.kind.set(patterns.kind);
  return buffer;
}

/** The timeline in `buffer`, without copying. Throws `not a timeline` or `timeline version must be 1: 2`. */
export function decode(buffer: ArrayBuffer): Timeline {
  if (buffer.byteLength < HEADER * 8) throw new Error(`not a timeline: ${buffer.byteLength} bytes`);
  const header = new Float64Array(buffer, 0, HEADER);
  if (header[0] !== MAGIC) throw new Error('not a timeline: wrong first number');
  if (header[1] !== TIMELINE_VERSION) {
    throw new Error(`timeline version must be ${TIMELINE_VERSION}: ${header[1]}`);
  }
  const plan = layout(header[3]!, header[4]!, header[5]!, header[6]!);
  if (plan.bytes !== buffer.byteLength) {
    throw new Error(`timeline must be ${plan.bytes} bytes: ${buffer.byteLength}`);
  }
  const view = views(buffer, plan);
  return { version: TIMELINE_VERSION, seconds: header[2]!, classes: header[3]!, ...view };
}

/** The buffers of a timeline, each once: what to name when posting it without a copy. */
export function transferables(timeline: Timeline): ArrayBuffer[] {
  const { patterns } = timeline;
  const columns = [
    ...[timeline.tracks, timeline.start, timeline.end, timeline.kind, timeline.microbatch, timeline.chunk],
    ...[timeline.bytes, timeline.peer, timeline.pattern],
    ...[patterns.offsets, patterns.start, patterns.end, patterns.kind],
    ...[patterns.layer, patterns.bytes, patterns.flops],
  ];
  return [...new Set(columns.map((column) => column.buffer as ArrayBuffer))];
}

interface Layout {
  readonly counts: { classes: number; spans: number; patterns: number; entries: number };
  readonly bytes: number;
}

function layout(classes: number, spans: number, patterns: number, entries: number): Layout {
  const tracks = classes * STREAMS + 1;
  const wide = 8 * (HEADER + 3 * spans + 4 * entries);
  const middle = 4 * (3 * spans + tracks + patterns + 1 + entries);
  const bytes = wide + middle + 2 * spans + spans + entries;
  return { counts: { classes, spans, patterns, entries }, bytes };
}

/** The columns inside `buffer`, in the order of the format. */
function views(buffer: ArrayBuffer, plan: Layout) {
  const { classes, spans, patterns, entries } = plan.counts;
  let at = HEADER * 8;
  const take = <T>(make: (offset: number) => T, bytes: number): T => {
    const column = make(at);
    at += bytes;
    return column;
  };
  const wide = (n: number) => take((offset) => new Float64Array(buffer, offset, n), 8 * n);
  const signed = (n: number) => take((offset) => new Int32Array(buffer, offset, n), 4 * n);
  const unsigned = (n: number) => take((offset) => new Uint32Array(buffer, offset, n), 4 * n);
  const byte = (n: number) => take((offset) => new Uint8Array(buffer, offset, n), n);
  const [start, end, bytes] = [wide(spans), wide(spans), wide(spans)];
  const inside = { start: wide(entries), end: wide(entries), bytes: wide(entries), flops: wide(entries) };
  const [microbatch, peer, pattern] = [signed(spans), signed(spans), signed(spans)];
  const tracks = unsigned(classes * STREAMS + 1);
  const offsets = unsigned(patterns + 1);
  const layer = signed(entries);
  const chunk = take((offset) => new Uint16Array(buffer, offset, spans), 2 * spans);
  const kind = byte(spans);
  return {
    ...{ tracks, start, end, kind, microbatch, chunk, bytes, peer, pattern },
    patterns: { ...inside, offsets, layer, kind: byte(entries) },
  };
}
