import { STREAMS, type Stream, TIMELINE_VERSION, type Timeline } from './timeline.ts';

/** One span to record; fields as in `Timeline`. */
export interface SpanRecord {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly microbatch?: number;
  readonly chunk?: number;
  readonly bytes?: number;
  readonly peer?: number;
  readonly pattern?: number;
}

/** One entry of a pattern; seconds from the span's start. */
export interface PatternEntry {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  /** Layer of the model from 0; -1 for embedding, head, loss. */
  readonly layer: number;
  readonly bytes: number;
  readonly flops: number;
}

/** Collects spans in any order of tracks, each track in order of time, and builds the flat record once. */
export interface Recorder {
  /** Adds a pattern and returns its index. Entries are sorted by start. */
  pattern(entries: readonly PatternEntry[]): number;
  /** Adds a span to the track of class `cls` and `stream`; starts of a track never go back. */
  span(cls: number, stream: Stream, span: SpanRecord): void;
  finish(seconds: number): Timeline;
}

/** A recorder for `classes` classes of rank. Throws `span goes back on class c, stream s: t` out of order. */
export function createRecorder(classes: number): Recorder {
  const patterns: (readonly PatternEntry[])[] = [];
  const lastEnd = new Float64Array(classes * STREAMS);
  const counts = new Uint32Array(classes * STREAMS);
  let columns = createColumns(1024);
  let size = 0;
  return {
    pattern: (entries) => patterns.push(entries) - 1,
    span(cls, stream, span) {
      const track = cls * STREAMS + stream;
      if (span.start < lastEnd[track]) {
        throw new Error(`span goes back on class ${cls}, stream ${stream}: ${span.start}`);
      }
      lastEnd[track] = span.end;
      counts[track]++;
      if (size === columns.start.length) columns = grow(columns);
      columns.track[size] = track;
      columns.start[size] = span.start;
      columns.end[size] = span.end;
      columns.kind[size] = span.kind;
      columns.microbatch[size] = span.microbatch ?? -1;
      columns.chunk[size] = span.chunk ?? 0;
      columns.bytes[size] = span.bytes ?? 0;
      columns.peer[size] = span.peer ?? -1;
      columns.pattern[size] = span.pattern ?? -1;
      size++;
    },
    finish(seconds) {
      const { track, ...recorded } = columns;
      const tracks = new Uint32Array(counts.length + 1);
      for (let i = 0; i < counts.length; i++) tracks[i + 1] = tracks[i] + counts[i];
      // Each track came in order of time: a stable counting sort by track is all it takes.
      const next = tracks.slice();
      const place = new Uint32Array(size);
      for (let i = 0; i < size; i++) place[i] = next[track[i]]++;
      const sorted = { ...recorded };
      for (const name of Object.keys(recorded) as (keyof typeof recorded)[]) {
        const from = recorded[name];
        const to = from.slice(0, size);
        for (let i = 0; i < size; i++) to[place[i]] = from[i];
        Object.assign(sorted, { [name]: to });
      }
      return {
        version: TIMELINE_VERSION,
        seconds,
        classes,
        tracks,
        ...sorted,
        patterns: flattenPatterns(patterns),
      };
    },
  };
}

/** A recorder that keeps nothing: for a step of which the numbers alone are asked for. */
export function createBlankRecorder(classes: number): Recorder {
  return { pattern: () => -1, span: () => {}, finish: (seconds) => createRecorder(classes).finish(seconds) };
}

interface Columns {
  track: Uint32Array;
  start: Float64Array;
  end: Float64Array;
  kind: Uint8Array;
  microbatch: Int32Array;
  chunk: Uint16Array;
  bytes: Float64Array;
  peer: Int32Array;
  pattern: Int32Array;
}

function createColumns(length: number): Columns {
  return {
    track: new Uint32Array(length),
    start: new Float64Array(length),
    end: new Float64Array(length),
    kind: new Uint8Array(length),
    microbatch: new Int32Array(length),
    chunk: new Uint16Array(length),
    bytes: new Float64Array(length),
    peer: new Int32Array(length),
    pattern: new Int32Array(length),
  };
}

/** The same columns, twice as long. */
function grow(columns: Columns): Columns {
  const longer = createColumns(2 * columns.start.length);
  for (const name of Object.keys(columns) as (keyof Columns)[]) longer[name].set(columns[name]);
  return longer;
}

function flattenPatterns(patterns: readonly (readonly PatternEntry[])[]): Timeline['patterns'] {
  const count = patterns.reduce((sum, entries) => sum + entries.length, 0);
  const flat = {
    offsets: new Uint32Array(patterns.length + 1),
    start: new Float64Array(count),
    end: new Float64Array(count),
    kind: new Uint8Array(count),
    layer: new Int32Array(count),
    bytes: new Float64Array(count),
    flops: new Float64Array(count),
  };
  let n = 0;
  patterns.forEach((entries, index) => {
    flat.offsets[index] = n;
    for (const entry of entries) {
      flat.start[n] = entry.start;
      flat.end[n] = entry.end;
      flat.kind[n] = entry.kind;
      flat.layer[n] = entry.layer;
      flat.bytes[n] = entry.bytes;
      flat.flops[n] = entry.flops;
      n++;
    }
  });
  flat.offsets[patterns.length] = n;
  return flat;
}
