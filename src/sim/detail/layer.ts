import type { Detail, DetailRow } from '../../timeline/detail.ts';
import type { SpanRecord } from '../../timeline/recorder.ts';
import { isCollective, spansIn } from '../../timeline/spans.ts';
import { type Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import type { FocusedEntries, FocusedPass } from './focus.ts';
import { recordRows } from './record.ts';

type Named = Extract<DetailRow, { what: 'stream' }>['name'];

/** What else a chip does beside its passes, and the row it is shown on. */
const BESIDE: readonly (readonly [Stream, Named])[] = [
  [Stream.scaleUp, 'scaleUp'],
  [Stream.sendForward, 'sends'],
  [Stream.sendBackward, 'sends'],
  [Stream.data, 'data'],
];

/** One layer of a pass on one chip: operators on the stream that computes, collectives of its groups on the links, and what
 *  other traffic of the chip falls into its time. */
export function layerDetail(timeline: Timeline, pass: FocusedPass, layer: FocusedEntries): Detail {
  const { patterns } = timeline;
  const { start, end } = layer;
  const spans: Record<Named, (SpanRecord & { stream: Stream })[]> = {
    ...{ compute: [], scaleUp: [], sends: [], data: [] },
  };
  let bytes = 0;
  let flops = 0;
  for (let entry = layer.from; entry < layer.to; entry++) {
    const collective = isCollective(patterns.kind[entry]);
    spans[collective ? 'scaleUp' : 'compute'].push({
      stream: collective ? Stream.scaleUp : Stream.compute,
      start: pass.start + patterns.start[entry] - start,
      end: pass.start + patterns.end[entry] - start,
      kind: patterns.kind[entry],
      ...{ microbatch: pass.microbatch, chunk: pass.chunk, bytes: patterns.bytes[entry] },
    });
    if (collective) bytes += patterns.bytes[entry];
    flops += patterns.flops[entry];
  }
  for (const [stream, name] of BESIDE) {
    // What runs under compute may run beside a collective that the chip waits for: a line of its own.
    const line = stream === Stream.scaleUp ? Stream.data : stream;
    for (const span of trafficIn(timeline, pass.cls, stream, start, end)) {
      spans[name].push({ ...span, stream: line });
    }
  }
  const rows = (Object.keys(spans) as Named[])
    .filter((name) => name === 'compute' || spans[name].length > 0)
    .map((name) => ({ row: { what: 'stream', name } as const, spans: spans[name] }));
  return {
    lens: 'layer',
    subject: {
      ...{ cls: pass.cls, microbatch: pass.microbatch, chunk: pass.chunk, direction: pass.direction },
      ...{ layer: layer.layer, kind: timeline.kind[pass.span] as Kind, index: -1, bytes, flops },
    },
    ...{ start, end, hidden: 0, slowed: 1, algorithm: '', schematic: false },
    rows: rows.map(({ row }) => row),
    timeline: recordRows(rows, end - start),
  };
}

/** What is under way on a stream between two instants, cut to them, bytes in proportion; seconds from `start`. */
function trafficIn(
  timeline: Timeline,
  cls: number,
  stream: Stream,
  start: number,
  end: number,
): SpanRecord[] {
  const found: SpanRecord[] = [];
  const { from, to } = spansIn(timeline, cls, stream);
  const add = (a: number, b: number, kind: number, bytes: number, span: number) => {
    const first = Math.max(a, start);
    const last = Math.min(b, end);
    if (last <= first) return;
    const share = (last - first) / (b - a);
    found.push({
      ...{ start: first - start, end: last - start, kind, bytes: share * bytes },
      ...{ microbatch: timeline.microbatch[span], chunk: timeline.chunk[span], peer: timeline.peer[span] },
    });
  };
  for (let span = from; span < to; span++) {
    const at = timeline.start[span];
    if (at >= end) break;
    if (timeline.end[span] <= start) continue;
    const pattern = timeline.pattern[span];
    if (pattern < 0) {
      add(at, timeline.end[span], timeline.kind[span], timeline.bytes[span], span);
      continue;
    }
    const { patterns } = timeline;
    for (let entry = patterns.offsets[pattern]; entry < patterns.offsets[pattern + 1]; entry++) {
      const [a, b] = [at + patterns.start[entry], at + patterns.end[entry]];
      add(a, b, patterns.kind[entry], patterns.bytes[entry], span);
    }
  }
  return found;
}
