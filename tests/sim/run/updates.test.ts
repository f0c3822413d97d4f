import { describe, expect, it } from 'vitest';
import type { Traffic } from '../../../src/sim/run/traffic.ts';
import { type ForwardChunk, firstForwards } from '../../../src/sim/run/updates.ts';
import { Kind } from '../../../src/timeline/timeline.ts';

/** One second of gathering for each weight. */
const traffic: Traffic = {
  gathers: () => [],
  scatters: () => [],
  lastReductions: () => [],
  updates: ({ dense }) => [
    {
      ...{ type: 'collective', kind: Kind.dataAllGather, queue: 'dense' },
      ...{ seconds: dense, bytes: 8 * dense, load: [0, 0, 1] },
    },
  ],
};

const alone = { engines: 0, message: null };

const chunk = (layers: number, seconds: number, dense: number): ForwardChunk => ({
  parts: Array.from({ length: layers }, (_, layer) => ({
    layer,
    entries: [{ type: 'compute', queue: null, kind: Kind.matmul, seconds, bytes: 0, flops: 1, load: [0] }],
    gathers: [],
    scatters: [],
    weights: { dense, experts: 0 },
  })),
  seconds: layers * seconds,
});

describe('firstForwards', () => {
  it('shows the first layer alone where the others come in time', () => {
    const [first] = firstForwards([chunk(3, 2, 1)], 1, traffic, alone);
    expect(first!.seconds).toBe(7);
    expect(first!.before).toEqual({ from: 0, seconds: 0, bytes: 0 });
  });

  it('is as long as the gathering where that is longer', () => {
    const [first] = firstForwards([chunk(3, 1, 4)], 1, traffic, alone);
    expect(first!.seconds).toBe(13);
  });

  it('hides what comes before the first microbatch has reached a stage', () => {
    const [first, second] = firstForwards([chunk(2, 3, 2), chunk(2, 3, 2)], 2, traffic, alone);
    expect(first!.seconds).toBe(8);
    // Six seconds of the stage before, four of gathering.
    expect(second!.seconds).toBe(6);
    expect(second!.before).toEqual({ from: 0, seconds: 4, bytes: 32 });
  });

  it('gathers the chunks of a stage one after the other', () => {
    // Two stages of two chunks, which stand beside each other in the list; a chunk gathers for five seconds and works for two.
    const four = [chunk(1, 2, 5), chunk(1, 2, 5), chunk(1, 2, 5), chunk(1, 2, 5)];
    const [a, b, c, d] = firstForwards(four, 2, traffic, alone);
    expect([a, b, c, d].map((first) => first!.before.seconds)).toEqual([0, 0, 2, 1]);
    expect([a, b, c, d].map((first) => first!.seconds)).toEqual([7, 7, 5, 6]);
  });
});
