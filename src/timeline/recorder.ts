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
  const tracks: SpanRecord[][] = Array.from({ length: classes * STREAMS }, () => []);
  const patterns: (readonly PatternEntry[])[] = [];
  return {
    pattern: (entries) => patterns.push(entries) - 1,
    span(cls, stream, span) {
      const track = tracks[cls * STREAMS + stream]!;
      const last = track[track.length - 1];
      if (last && span.start < last.end) {
        throw new Error(`span goes back on class ${cls}, stream ${stream}: ${span.start}`);
      }
      track.push(span);
    },
    finish: (seconds) => flatten(classes, tracks, patterns, seconds),
  };
}

function flatten(
  classes: number,
  tracks: readonly (readonly SpanRecord[])[],
  patterns: readonly (readonly PatternEntry[])[],
  seconds: number,
): Timeline {
  const count = tracks.reduce((sum, track) => sum + track.length, 0);
  const timeline: Timeline = {
    version: TIMELINE_VERSION,
    seconds,
    classes,
    tracks: new Uint32Array(tracks.length + 1),
    start: new Float64Array(count),
    end: new Float64Array(count),
    kind: new Uint8Array(count),
    microbatch: new Int32Array(count),
    chunk: new Uint16Array(count),
    bytes: new Float64Array(count),
    peer: new Int32Array(count),
    pattern: new Int32Array(count),
    patterns: flattenPatterns(patterns),
  };
  let n = 0;
  tracks.forEach((track, index) => {
    timeline.tracks[index] = n;
    for (const span of track) {
      timeline.start[n] = span.start;
      timeline.end[n] = span.end;
      timeline.kind[n] = span.kind;
      timeline.microbatch[n] = span.microbatch ?? -1;
      timeline.chunk[n] = span.chunk ?? 0;
      timeline.bytes[n] = span.bytes ?? 0;
      timeline.peer[n] = span.peer ?? -1;
      timeline.pattern[n] = span.pattern ?? -1;
      n++;
    }
  });
  timeline.tracks[tracks.length] = n;
  return timeline;
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
