import { spansIn } from './spans.ts';
import { Kind, Stream, type Timeline } from './timeline.ts';

/** When a class begins to keep the activations of a microbatch (or of a chunk of one) and when it lets them go. */
interface Holding {
  /** Seconds of the step, ascending. */
  readonly taken: Float64Array;
  readonly released: Float64Array;
  /** The most it holds at once. */
  readonly most: number;
}

const cache = new WeakMap<Timeline, (Holding | undefined)[]>();

/**
 * Share of the most activations it ever holds that class `cls` holds at `t` (seconds), 0 … 1. They are kept from when a
 * forward begins until its backward ends, or that of its weights where the two are apart; all microbatches count alike.
 */
export function heldAt(timeline: Timeline, cls: number, t: number): number {
  const { taken, released, most } = holdingOf(timeline, cls);
  return most === 0 ? 0 : (countUntil(taken, t) - countUntil(released, t)) / most;
}

function holdingOf(timeline: Timeline, cls: number): Holding {
  let known = cache.get(timeline);
  if (!known) {
    known = [];
    cache.set(timeline, known);
  }
  known[cls] ??= read(timeline, cls);
  return known[cls];
}

function read(timeline: Timeline, cls: number): Holding {
  const { from, to } = spansIn(timeline, cls, Stream.compute);
  const of = (kind: Kind, times: Float64Array): Float64Array => {
    const found: number[] = [];
    for (let span = from; span < to; span++) if (timeline.kind[span] === kind) found.push(times[span]);
    return Float64Array.from(found).sort();
  };
  const taken = of(Kind.forward, timeline.start);
  const weights = of(Kind.weightGradient, timeline.end);
  const backward = of(Kind.backward, timeline.end);
  const released = weights.length === taken.length ? weights : backward;
  let most = 0;
  for (let i = 0; i < taken.length; i++) most = Math.max(most, i + 1 - countUntil(released, taken[i]));
  return { taken, released, most };
}

/** How many of the ascending `times` are at or before `t`. */
function countUntil(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
