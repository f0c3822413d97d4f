import type { DetailRow } from '../../timeline/detail.ts';
import { createRecorder, type SpanRecord } from '../../timeline/recorder.ts';
import { Stream, type Timeline } from '../../timeline/timeline.ts';

/** A row and what happens on it, in any order; seconds from the start of the detail. */
export interface RowSpans {
  readonly row: DetailRow;
  readonly spans: readonly (SpanRecord & { readonly stream?: Stream })[];
}

/** The rows as a timeline with a class each. Spans of a row are sorted; those that overlap by rounding are cut. */
export function recordRows(rows: readonly RowSpans[], seconds: number): Timeline {
  const recorder = createRecorder(rows.length);
  const slack = 1e-9 * seconds;
  rows.forEach(({ spans }, cls) => {
    const ends = new Map<Stream, number>();
    for (const span of spans.toSorted((a, b) => a.start - b.start)) {
      const stream = span.stream ?? Stream.compute;
      const free = ends.get(stream) ?? 0;
      const start = span.start < free && span.start >= free - slack ? free : span.start;
      const end = Math.max(start, span.end);
      ends.set(stream, end);
      recorder.span(cls, stream, { ...span, start, end });
    }
  });
  return recorder.finish(seconds);
}
