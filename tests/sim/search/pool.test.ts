import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { answer, search } from '../../../src/sim/search/answer.ts';
import { withLayout } from '../../../src/sim/search/layout.ts';
import { type Searcher, searchShared } from '../../../src/sim/search/pool.ts';
import { searchSlices } from '../../../src/sim/search/search.ts';
import { simulateStep } from '../../../src/sim/step.ts';

const ASKED: Scenario = {
  model: 'llama-3.1-8b',
  cluster: 'ultraserver',
  training: { globalBatch: 64, microbatch: 1 },
  parallel: { context: 1, schedule: '1f1b' },
};

/** A thread that lets the others go first between its units. */
function createSearcher(disposed: () => void): Searcher {
  return {
    async search(asked, shard, tell) {
      const slices = searchSlices(asked, { shard });
      let slice = slices.next();
      for (; !slice.done; slice = slices.next()) {
        tell(slice.value);
        await Promise.resolve();
      }
      return slice.value;
    },
    answer: async (asked, kept) => answer(asked, kept),
    dispose: disposed,
  };
}

describe('searchShared', () => {
  it.each([1, 2, 7])('answers as one thread does: %i threads', async (threads) => {
    let disposed = 0;
    const searchers = Array.from({ length: threads }, () => createSearcher(() => disposed++));
    const done: number[] = [];
    const found = await searchShared(ASKED, searchers, new AbortController().signal, (progress) => {
      done.push(progress.done);
    });
    expect(found).toEqual(search(ASKED));
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(disposed).toBe(threads);
  });

  it('stops when it is told to, and lets its threads go', async () => {
    const stop = new AbortController();
    let disposed = 0;
    const searchers = [1, 2].map(() => createSearcher(() => disposed++));
    const running = searchShared(ASKED, searchers, stop.signal, () => stop.abort());
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(disposed).toBe(2);
  });
});

describe('search', () => {
  it('ranks by events, and says why the others lose', () => {
    const { ranked, front, training } = search(ASKED);
    expect(ranked).toHaveLength(20);
    expect(training).toEqual({ globalBatch: 64, sequence: 8192 });
    expect(ranked[0].why).toBeNull();
    ranked.slice(1).forEach(({ seconds, why, estimate }, index) => {
      expect(seconds).toBeGreaterThanOrEqual(ranked[index].seconds);
      expect(why).toMatch(/^(as fast as the best|[\d.]+ % slower: .+ more .+)$/);
      expect(Math.abs(estimate / seconds - 1)).toBeLessThan(0.03);
    });
    expect(front.length).toBeGreaterThan(3);
  });

  it('finds layouts for the healthy machine, and plays the best with its faults', () => {
    const straggler = { at: 'b1/h1/r1/u1/s1/t2/c1', kind: 'straggler', factor: 0.5 } as const;
    const { ranked, front, note } = search({ ...ASKED, faults: [straggler] });
    const sound = search(ASKED);
    expect(front.map(({ layout }) => layout)).toEqual(sound.front.map(({ layout }) => layout));
    expect(note).toMatch(/healthy machine/);
    expect(sound.note).toBeUndefined();
    for (const { layout, seconds, estimate } of ranked) {
      const scenario = withLayout({ ...ASKED, faults: [straggler] }, resolveScenario(ASKED), layout);
      expect(simulateStep(resolveScenario(scenario)).summary.step.seconds).toBeCloseTo(seconds, 12);
      expect(seconds).toBeGreaterThan(1.2 * estimate);
    }
  });

  it('ranks by tokens a second where a dead chip takes work away, and says what no layout survives', () => {
    const dead = { at: 'b1/h1/r1/u1/s1/t2/c1', kind: 'chip' } as const;
    const asked = { ...ASKED, faults: [dead] };
    const { ranked } = search(asked);
    const rates = ranked.map(({ layout }) => {
      const scenario = withLayout(asked, resolveScenario(ASKED), layout);
      return simulateStep(resolveScenario(scenario)).summary.step.tokensPerSecond;
    });
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
    ranked.slice(1).forEach(({ why }) => {
      expect(why).toMatch(/^(as fast as the best|[\d.]+ % slower: .+ more .+)$/);
    });
    expect(() => search({ ...asked, parallel: { ...ASKED.parallel, data: 1 } })).toThrow(
      'faults.0.at stops the last replica that works: b1/h1/r1/u1/s1/t2/c1',
    );
    // What is broken on a chip that is idle does no harm.
    const few = { ...ASKED, parallel: { ...ASKED.parallel, tensor: 8, pipeline: 1, data: 2 } };
    const idle = search({ ...few, faults: [{ at: 'b1/h1/r1/u1/s4/t9/c2', kind: 'chip' }] });
    expect(idle.ranked).toEqual(search(few).ranked);
    expect(() => search({ ...asked, faults: [{ ...dead, at: 'b9/h1/r1/u1/s1/t2/c1' }] })).toThrow(
      'faults.0.at names a place that is not there: b9/h1/r1/u1/s1/t2/c1',
    );
    const elsewhere = { ...asked, cluster: { chip: 'h100', chips: 16 } };
    expect(() => search(elsewhere)).toThrow('faults need a cluster whose halls are known');
  });
});
