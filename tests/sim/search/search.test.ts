import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { createEstimator } from '../../../src/sim/search/estimate.ts';
import { type Kept, merge } from '../../../src/sim/search/kept.ts';
import { layoutOf, onLayout, withLayout } from '../../../src/sim/search/layout.ts';
import { type SearchOptions, searchSlices } from '../../../src/sim/search/search.ts';

function finish(asked: Scenario, options?: SearchOptions): Kept {
  const slices = searchSlices(asked, options);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

const SMALL: Record<string, Scenario> = {
  'a dense model on an UltraServer': {
    model: 'llama-3.1-8b',
    cluster: 'ultraserver',
    training: { globalBatch: 64 },
    parallel: { context: 1 },
  },
  'a mixture on an UltraServer': {
    model: 'mixtral-8x22b',
    cluster: 'ultraserver',
    training: { globalBatch: 64, microbatch: 1 },
    parallel: { context: 1, tensor: 8 },
  },
  'a tight one on GPUs': {
    model: 'llama-3.1-70b',
    cluster: { chip: 'h100', chips: 64 },
    training: { globalBatch: 64, zero: 1 },
    parallel: { context: 1, schedule: '1f1b' },
  },
};

describe('searchSlices', () => {
  it.each(Object.entries(SMALL))('keeps what an exhaustive search keeps: %s', (_, asked) => {
    const pruned = finish(asked);
    const all = finish(asked, { prune: false });
    expect(all.counts.evaluated).toBe(all.counts.enumerated - all.counts.broken);
    expect(all.fastest.length).toBe(20);
    expect(pruned.fastest).toEqual(all.fastest);
    expect(pruned.front).toEqual(all.front);
    expect(pruned.counts.tooLarge).toBeGreaterThan(0);
    const { enumerated, evaluated, broken, tooLarge, tooSlow } = pruned.counts;
    expect(evaluated + broken + tooLarge + tooSlow).toBe(enumerated);
    expect(evaluated).toBeLessThan(all.counts.evaluated);
  });

  it('gives the same, counts included, however the units are shared out', () => {
    const asked = SMALL['a dense model on an UltraServer'];
    const whole = finish(asked);
    for (const of of [2, 5]) {
      const parts = Array.from({ length: of }, (_, index) => finish(asked, { shard: { index, of } }));
      expect(merge(parts.reverse())).toEqual(whole);
    }
  });

  it('has an answer after a few scouts, and a good one before the first unit is done', () => {
    const asked = SMALL['a dense model on an UltraServer'];
    const best = finish(asked).fastest[0].seconds;
    const told: Kept[] = [];
    for (const { done, kept } of searchSlices(asked)) {
      if (done > 0) break;
      told.push(kept);
    }
    expect(told.length).toBeGreaterThan(3);
    expect(told[0].fastest[0].seconds).toBeLessThan(4 * best);
    expect(told.at(-1)?.fastest[0].seconds).toBeLessThan(1.05 * best);
  });

  it('plays no pipeline of a layout that its stages alone show to be too slow', () => {
    const asked: Scenario = {
      ...SMALL['a dense model on an UltraServer'],
      parallel: { tensor: 1, context: 1 },
    };
    const base = resolveScenario(asked);
    const estimator = createEstimator(base);
    for (const { layout } of finish(asked).fastest) {
      const scenario = onLayout(base, asked, layout);
      let bound = Number.NaN;
      expect(
        estimator.closedUnless(scenario, (least) => {
          bound = least;
          return true;
        }),
      ).toBeNull();
      expect(bound).toBeGreaterThan(0.5 * estimator.closed(scenario).seconds);
      expect(bound).toBeLessThanOrEqual(estimator.closed(scenario).seconds);
    }
  });

  it('leaves what is given and tells layouts that resolve to themselves', () => {
    const asked: Scenario = { ...SMALL['a tight one on GPUs'], parallel: { tensor: 8, pipeline: 4 } };
    const base = resolveScenario(asked);
    for (const { layout } of finish(asked).fastest) {
      expect(layout).toMatchObject({ tensor: 8, pipeline: 4, zero: 1 });
      const again = resolveScenario(withLayout(asked, base, layout));
      expect(layoutOf(again)).toEqual(layout);
      expect(again).toEqual(onLayout(base, asked, layout));
    }
  });

  it('keeps the layout that lacks least where none fits', () => {
    const asked: Scenario = {
      model: 'llama-3.1-405b',
      cluster: { chip: 'h100', chips: 8 },
      parallel: { context: 1 },
    };
    const kept = finish(asked);
    expect(kept.fastest).toEqual([]);
    expect(kept.front).toEqual([]);
    expect(kept.smallest?.bytes).toBeGreaterThan(80e9);
  });
});
