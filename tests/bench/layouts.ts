import type { Scenario } from '../../src/scenario/scenario.ts';
import { searchSlices } from '../../src/sim/search/search.ts';

/** Layouts evaluated a second, over the first `most` of a search that prunes nothing. */
export function layoutRate(asked: Scenario, most: number): number {
  const slices = searchSlices(asked, { prune: false });
  const start = performance.now();
  for (;;) {
    const slice = slices.next();
    const { evaluated } = (slice.done ? slice.value : slice.value.kept).counts;
    if (slice.done || evaluated >= most) return evaluated / ((performance.now() - start) / 1000);
  }
}
