import { isCollective } from './spans.ts';
import { Kind, STREAMS, type Timeline } from './timeline.ts';

/** Operators of a step that do the same work in the same time, on one chip of one class. */
export interface OperatorLoad {
  readonly kind: Kind;
  /** Whether it runs in a backward pass (recomputed forward work has the kind `recompute`). */
  readonly backward: boolean;
  /** FLOPs, bytes through memory and seconds of one of them. */
  readonly flops: number;
  readonly bytes: number;
  readonly seconds: number;
  /** How often the class runs it in the step. */
  readonly count: number;
}

/**
 * The operators of all classes of a step that compute and move bytes, those that take most of the step first. Equal ones (to six digits) are
 * one; `count` is that of the class that runs it most often. Where no product is, FLOPs are 0: on a roofline such
 * operators have no place.
 */
export function operatorsOf(timeline: Timeline): OperatorLoad[] {
  const { patterns } = timeline;
  const found = new Map<string, { load: Omit<OperatorLoad, 'count'>; counts: number[] }>();
  for (let cls = 0; cls < timeline.classes; cls++) {
    for (const [span, count] of patternsOf(timeline, cls)) {
      const pattern = timeline.pattern[span];
      const backward = timeline.kind[span] !== Kind.forward;
      for (let i = patterns.offsets[pattern]; i < patterns.offsets[pattern + 1]; i++) {
        const kind = patterns.kind[i] as Kind;
        const seconds = patterns.end[i] - patterns.start[i];
        const [flops, bytes] = [patterns.flops[i], patterns.bytes[i]];
        if (kind === Kind.wait || isCollective(kind) || isData(kind) || !(bytes > 0) || !(seconds > 0))
          continue;
        const key = [kind, backward, ...[flops, bytes, seconds].map((each) => each.toPrecision(6))].join(' ');
        let entry = found.get(key);
        if (!entry) {
          entry = { load: { kind, backward, flops, bytes, seconds }, counts: [] };
          found.set(key, entry);
        }
        entry.counts[cls] = (entry.counts[cls] ?? 0) + count;
      }
    }
  }
  return [...found.values()]
    .map(({ load, counts }) => ({ ...load, count: Math.max(...counts.filter((count) => count > 0)) }))
    .sort((a, b) => b.count * b.seconds - a.count * a.seconds);
}

/** Different insides of the passes of a class: a span that has it, and how many do. */
function patternsOf(timeline: Timeline, cls: number): Iterable<readonly [span: number, count: number]> {
  const byPattern = new Map<string, [number, number]>();
  const track = cls * STREAMS;
  for (let span = timeline.tracks[track]; span < timeline.tracks[track + 1]; span++) {
    const pattern = timeline.pattern[span];
    if (pattern < 0) continue;
    const key = `${pattern} ${timeline.kind[span] === Kind.forward}`;
    const known = byPattern.get(key);
    if (known) known[1] += 1;
    else byPattern.set(key, [span, 1]);
  }
  return byPattern.values();
}

function isData(kind: Kind): boolean {
  return kind >= Kind.dataReduceScatter && kind <= Kind.dataAllReduce;
}
