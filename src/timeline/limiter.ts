import type { Breakdown, Summary } from './summary.ts';

/** What most keeps a step from being faster: `memory` where it does not fit, else the largest exposed part that is
 *  not compute once it takes a quarter of the step, else `compute`. Panels put the sentence to it. */
export function limiter(
  summary: Pick<Summary, 'feasible' | 'breakdown'> & { readonly step: { readonly seconds: number } },
): keyof Breakdown | 'memory' {
  if (!summary.feasible) return 'memory';
  const { compute, ...others } = summary.breakdown;
  let worst: keyof Breakdown = 'compute';
  let most = 0;
  for (const [part, seconds] of Object.entries(others) as [keyof Breakdown, number][]) {
    if (seconds > most) {
      most = seconds;
      worst = part;
    }
  }
  return most >= 0.25 * summary.step.seconds || most > compute ? worst : 'compute';
}
