import type { Detail } from '../../timeline/detail.ts';
import { spansIn } from '../../timeline/spans.ts';
import { Stream, type Timeline } from '../../timeline/timeline.ts';
import type { FocusedPass } from './focus.ts';
import { type RowSpans, recordRows } from './record.ts';

const STREAMS_SHOWN = [Stream.compute, Stream.sendForward, Stream.sendBackward] as const;

/** The way of one microbatch through the stages of a replica (its `classes`) and back: its passes and messages, as the
 *  step has them. */
export function microbatchDetail(timeline: Timeline, pass: FocusedPass, classes: readonly number[]): Detail {
  const found: { cls: number; stream: Stream; span: number }[] = [];
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const cls of classes) {
    for (const stream of STREAMS_SHOWN) {
      const { from, to } = spansIn(timeline, cls, stream);
      for (let span = from; span < to; span++) {
        if (timeline.microbatch[span] !== pass.microbatch) continue;
        found.push({ cls, stream, span });
        start = Math.min(start, timeline.start[span]);
        end = Math.max(end, timeline.end[span]);
      }
    }
  }
  const rows = classes.map(
    (cls): RowSpans => ({
      row: { what: 'stage', cls },
      spans: found
        .filter((each) => each.cls === cls)
        .map(({ stream, span }) => ({
          stream,
          start: timeline.start[span] - start,
          end: timeline.end[span] - start,
          kind: timeline.kind[span],
          microbatch: pass.microbatch,
          chunk: timeline.chunk[span],
          bytes: timeline.bytes[span],
          peer: timeline.peer[span],
        })),
    }),
  );
  const bytes = found.reduce((sum, { span }) => sum + timeline.bytes[span], 0);
  return {
    lens: 'microbatch',
    subject: {
      ...{ cls: -1, microbatch: pass.microbatch, chunk: -1, direction: null, layer: -1 },
      ...{ kind: timeline.kind[pass.span] as Detail['subject']['kind'], index: -1, bytes, flops: 0 },
    },
    ...{ start, end, hidden: 0, slowed: 1, algorithm: '', schematic: false },
    rows: rows.map(({ row }) => row),
    timeline: recordRows(rows, end - start),
  };
}
