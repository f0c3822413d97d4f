import { spansIn } from './spans.ts';
import type { Breakdown, Summary } from './summary.ts';
import { Kind, Stream, type Timeline } from './timeline.ts';

/** A step: its numbers and its record. */
export interface Step {
  readonly summary: Summary;
  readonly timeline: Timeline;
}

/**
 * What a difference of two steps is made of. Compute is told apart: `work`, model FLOPs a chip does; `recompute`, those it
 * does a second time or beside others; `peak`, what its chip could do; `efficiency`, the share of that which products and
 * attention reach on the busiest stage; `traffic`, operators that only move memory; `host`, standing still for a host.
 */
export const TERMS = [
  ...['work', 'recompute', 'peak', 'efficiency', 'traffic', 'host'],
  ...['bubble', 'tensor', 'context', 'expert', 'pipeline', 'data', 'optimizer'],
] as const;
export type Term =
  | 'work'
  | 'recompute'
  | 'peak'
  | 'efficiency'
  | 'traffic'
  | 'host'
  | Exclude<keyof Breakdown, 'compute'>;

/** The way from one step time to another, seconds; `from` and all terms add up to `to`. */
export interface Waterfall {
  readonly from: number;
  readonly to: number;
  /** In the order of TERMS, all of them. */
  readonly terms: readonly { readonly term: Term; readonly seconds: number }[];
}

/**
 * Explains why step `b` takes another time than step `a`, term by term. Seconds that simply add (bubble, each
 * communication, memory traffic) are subtracted. Products and attention are a quotient, FLOPs / (peak · efficiency): its
 * factors share the difference by their logarithms, which treats them alike, adds up exactly and leaves no rest
 * (logarithmic mean Divisia index; Ang, Energy Policy 2004).
 */
export function waterfall(a: Step, b: Step): Waterfall {
  const before = factorsOf(a);
  const after = factorsOf(b);
  const scale = logMean(before.products, after.products);
  const ratio = (of: 'work' | 'again' | 'peak' | 'efficiency') =>
    scale === 0 ? 0 : scale * Math.log(after[of] / before[of]);
  const difference = (part: keyof Breakdown) => b.summary.breakdown[part] - a.summary.breakdown[part];
  const compute = {
    work: ratio('work'),
    recompute: ratio('again'),
    peak: -ratio('peak'),
    traffic: after.traffic - before.traffic,
    host: after.host - before.host,
  };
  const rest = Object.values(compute).reduce((sum, seconds) => sum + seconds, 0);
  const seconds: Record<string, number> = {
    ...compute,
    // The last factor takes what rounding leaves; where there are no products at all, all of it.
    efficiency: difference('compute') - rest,
  };
  const from = a.summary.step.seconds;
  const to = b.summary.step.seconds;
  return {
    from,
    to,
    terms: TERMS.map((name) => {
      const term = name as Term;
      return { term, seconds: seconds[term] ?? difference(term as keyof Breakdown) };
    }),
  };
}

/** Seconds of the compute of a step and what they are a quotient of. */
function factorsOf({ summary, timeline }: Step) {
  const { seconds, flopsPerChip, mfu, hfu } = summary.step;
  const { compute } = summary.breakdown;
  const shares = computeShares(timeline);
  const products = shares.products * compute;
  const peak = flopsPerChip / (seconds * mfu);
  const again = hfu / mfu;
  return {
    products,
    traffic: shares.traffic * compute,
    host: shares.host * compute,
    work: flopsPerChip,
    again,
    peak,
    efficiency: (flopsPerChip * again) / (peak * products),
  };
}

/** How the compute of the class that computes most is shared out; the three add up to 1. */
export function computeShares(timeline: Timeline): { products: number; traffic: number; host: number } {
  const inside = patternSeconds(timeline);
  let most = -1;
  let best = { products: 1, traffic: 0, host: 0 };
  for (let cls = 0; cls < timeline.classes; cls++) {
    const sums = { products: 0, traffic: 0, host: 0 };
    const { from, to } = spansIn(timeline, cls, Stream.compute);
    for (let span = from; span < to; span++) {
      const own = inside[timeline.pattern[span]];
      if (!own) continue;
      sums.products += own.products;
      sums.traffic += own.traffic;
      sums.host += own.host;
    }
    const total = sums.products + sums.traffic + sums.host;
    if (total > most && total > 0) {
      most = total;
      best = {
        products: sums.products / total,
        traffic: sums.traffic / total,
        host: sums.host / total,
      };
    }
  }
  return best;
}

/** Seconds of each pattern in products and attention, in operators that only move memory, and waiting for the host. */
function patternSeconds({ patterns }: Timeline) {
  const { offsets, start, end, kind, flops } = patterns;
  return Array.from({ length: offsets.length - 1 }, (_, pattern) => {
    const sums = { products: 0, traffic: 0, host: 0 };
    for (let entry = offsets[pattern]; entry < offsets[pattern + 1]; entry++) {
      // Collectives, and waits for those of data parallelism, are terms of their own.
      if (kind[entry] >= Kind.tensorAllGather && kind[entry] <= Kind.dataAllReduce) continue;
      const part = kind[entry] === Kind.wait ? 'host' : flops[entry] > 0 ? 'products' : 'traffic';
      sums[part] += end[entry] - start[entry];
    }
    return sums;
  });
}

/** (b − a) / ln(b / a), and a where they are equal; 0 where either is. */
function logMean(a: number, b: number): number {
  if (!(a > 0 && b > 0)) return 0;
  const ratio = b / a;
  return Math.abs(ratio - 1) < 1e-9 ? (a + b) / 2 : (b - a) / Math.log(ratio);
}
