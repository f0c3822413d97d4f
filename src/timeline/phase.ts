import { activeSpan } from './spans.ts';
import { Kind, Stream, type Timeline } from './timeline.ts';

/** What a class of ranks is doing, as `phaseAt` writes it. */
export interface Phase {
  /** One of `Kind.wait`, `forward`, `backward`, `optimizer`, `weightGradient`. */
  kind: Kind;
  /** How far through the span, 0 … 1; 0 while waiting. */
  progress: number;
  /** From 0; -1 where none. */
  microbatch: number;
  /** Model chunk (virtual stage) from 0; 0 while waiting. */
  chunk: number;
  /** Index of the span; -1 while waiting. */
  span: number;
}

/** A phase to write into, so that a frame loop allocates nothing. */
export function createPhase(): Phase {
  return { kind: Kind.wait, progress: 0, microbatch: -1, chunk: 0, span: -1 };
}

/** What class `cls` computes at `t` (seconds). Writes into `out` and returns it; pass your own to allocate nothing. */
export function phaseAt(timeline: Timeline, cls: number, t: number, out: Phase = createPhase()): Phase {
  const span = activeSpan(timeline, cls, Stream.compute, t);
  out.span = span;
  if (span < 0) {
    out.kind = Kind.wait;
    out.progress = 0;
    out.microbatch = -1;
    out.chunk = 0;
    return out;
  }
  const start = timeline.start[span]!;
  out.kind = timeline.kind[span] as Kind;
  out.progress = (t - start) / (timeline.end[span]! - start);
  out.microbatch = timeline.microbatch[span]!;
  out.chunk = timeline.chunk[span]!;
  return out;
}
