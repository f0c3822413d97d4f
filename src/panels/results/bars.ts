import type { Term, Waterfall } from '../../timeline/waterfall.ts';

/** A bar of a waterfall: it stands between two sums, seconds. */
export interface Bar {
  readonly name: Term | 'from' | 'to';
  readonly low: number;
  readonly high: number;
  /** What it adds; the whole of A or B. */
  readonly seconds: number;
}

/** Terms too small to be seen are left out of the picture, and stay in the table: a share of the longer step. */
const SMALLEST = 1e-4;

/** A, the terms that make the difference, and B; each bar begins where the one before it ends. */
export function barsOf({ from, to, terms }: Waterfall): Bar[] {
  const bars: Bar[] = [{ name: 'from', low: 0, high: from, seconds: from }];
  let sum = from;
  for (const { term, seconds } of terms) {
    const next = sum + seconds;
    if (Math.abs(seconds) >= SMALLEST * Math.max(from, to)) {
      bars.push({ name: term, low: Math.min(sum, next), high: Math.max(sum, next), seconds });
    }
    sum = next;
  }
  bars.push({ name: 'to', low: 0, high: to, seconds: to });
  return bars;
}
