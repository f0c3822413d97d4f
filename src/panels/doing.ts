import type { Population } from '../cluster/population.ts';
import { phaseAt } from '../timeline/phase.ts';
import { activeSpan, classLoad, isCollective, patternEntryAt } from '../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../timeline/timeline.ts';

/** What one class of ranks does at an instant. */
export interface Deed {
  readonly kind: Kind;
  /** 0 … 1 through its span. */
  readonly progress: number;
  /** From 0; -1 where none. */
  readonly microbatch: number;
  /** The operator or collective under way inside the span; null where none is recorded. */
  readonly inside: Kind | null;
  /** Layer of the model from 0; -1 where none. */
  readonly layer: number;
  readonly traffic: readonly Traffic[];
}

/** Bytes under way from one chip of a class. */
export interface Traffic {
  readonly kind: Kind;
  /** Bytes/s of one chip. */
  readonly rate: number;
}

const SENDING = [Stream.scaleUp, Stream.sendForward, Stream.sendBackward, Stream.data] as const;

/** What class `cls` does at `t`, seconds. */
export function deedOf(timeline: Timeline, cls: number, t: number): Deed {
  const { kind, progress, microbatch, span } = phaseAt(timeline, cls, t);
  const entry = patternEntryAt(timeline, span, t);
  const inside = entry < 0 ? null : (timeline.patterns.kind[entry] as Kind);
  const traffic: Traffic[] = [];
  for (const stream of SENDING) {
    const rate = classLoad(timeline, cls, stream, t);
    if (rate <= 0) continue;
    const running = activeSpan(timeline, cls, stream, t);
    const own = running >= 0 ? (timeline.kind[running] as Kind) : null;
    const sends = stream === Stream.scaleUp && inside !== null && isCollective(inside) ? inside : own;
    if (sends !== null) traffic.push({ kind: sends, rate });
  }
  return {
    kind,
    progress,
    microbatch,
    inside,
    layer: entry < 0 ? -1 : timeline.patterns.layer[entry],
    traffic,
  };
}

/** What the classes of a place do together at `t`: chips by phase, and the microbatches in their hands. */
export interface Together {
  /** Chips forward, backward, at the optimizer, waiting, and outside the job. */
  readonly chips: Readonly<Record<'forward' | 'backward' | 'optimizer' | 'waiting' | 'outside', number>>;
  /** First and last microbatch under way; null where none is. */
  readonly microbatches: readonly [first: number, last: number] | null;
}

export function togetherAt(timeline: Timeline, population: Population, t: number): Together {
  const chips = {
    forward: 0,
    backward: 0,
    optimizer: 0,
    waiting: 0,
    outside: population.chips - population.working,
  };
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  population.classes.forEach((cls, i) => {
    if (cls >= timeline.classes) return;
    const { kind, microbatch } = phaseAt(timeline, cls, t);
    const count = population.counts[i];
    if (kind === Kind.forward) chips.forward += count;
    else if (kind === Kind.backward || kind === Kind.weightGradient) chips.backward += count;
    else if (kind === Kind.optimizer) chips.optimizer += count;
    else chips.waiting += count;
    if (microbatch >= 0) {
      first = Math.min(first, microbatch);
      last = Math.max(last, microbatch);
    }
  });
  return { chips, microbatches: last < 0 ? null : [first, last] };
}
