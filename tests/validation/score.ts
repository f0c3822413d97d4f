import type { Entry } from './predict.ts';

/** How well predictions of a set hold. Shares, not percent. */
export interface Score {
  readonly name: string;
  readonly n: number;
  readonly failures: number;
  /** Mean and median absolute error, the largest, and the mean with its sign. */
  readonly mean: number;
  readonly median: number;
  readonly largest: number;
  readonly bias: number;
  /** Mean and largest after one scalar for each stack. */
  readonly scaledMean: number;
  readonly scaledLargest: number;
  /** What nine rows of ten are within. */
  readonly within90: number;
  /** Share of rows within 15 %. */
  readonly within15: number;
}

/** One factor on time for each stack: the median of measured ÷ predicted. */
export function stackScalars(entries: readonly Entry[]): Map<string, number> {
  const logs = new Map<string, number[]>();
  for (const { stack, error, quantity } of entries) {
    if (error === null || quantity !== 'seconds') continue;
    logs.set(stack, [...(logs.get(stack) ?? []), -Math.log(1 + error)]);
  }
  return new Map([...logs].map(([stack, values]) => [stack, Math.exp(middle(values))]));
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export function score(name: string, entries: readonly Entry[], scalars: ReadonlyMap<string, number>): Score {
  const done = entries.filter((entry) => entry.error !== null);
  const errors = done.map((entry) => entry.error!);
  const scaled = done.map((entry) =>
    Math.abs((1 + entry.error!) * (entry.quantity === 'seconds' ? (scalars.get(entry.stack) ?? 1) : 1) - 1),
  );
  const absolute = errors.map(Math.abs).sort((a, b) => a - b);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  return {
    name,
    n: entries.length,
    failures: entries.length - done.length,
    mean: mean(absolute),
    median: absolute[absolute.length >> 1] ?? 0,
    largest: absolute.at(-1) ?? 0,
    bias: mean(errors),
    scaledMean: mean(scaled),
    scaledLargest: Math.max(0, ...scaled),
    within90: absolute[Math.ceil(0.9 * absolute.length) - 1] ?? 0,
    within15: absolute.filter((error) => error <= 0.15).length / Math.max(1, absolute.length),
  };
}
