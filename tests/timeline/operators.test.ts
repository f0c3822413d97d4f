import { describe, expect, it } from 'vitest';
import { simulateStep } from '../../src/sim/step.ts';
import { operatorsOf } from '../../src/timeline/operators.ts';
import { Kind } from '../../src/timeline/timeline.ts';
import { scenarioWith, TINY } from '../sim/scenario.ts';

/** One chip, 4 layers of 8, 3 microbatches of 64 tokens. */
const ONE = scenarioWith({
  model: TINY,
  training: { sequence: 64, globalBatch: 3, zero: 0 },
  parallel: { tensor: 1, pipeline: 1, data: 1 },
});

describe('the operators of a step', () => {
  const found = operatorsOf(simulateStep(ONE).timeline);

  it('are each told once, with how often they run', () => {
    const up = found.filter(
      ({ kind, backward, flops }) => kind === Kind.matmul && !backward && flops === 2 * 64 * 16 * 8,
    );
    // Up and down move as much and take as long: two a layer, in every microbatch.
    expect(up.map(({ count }) => count)).toEqual([2 * 4 * 3]);
    expect(up[0].bytes).toBe(2 * (64 * 8 + 8 * 16 + 64 * 16));
    const attention = found.filter(({ kind, backward }) => kind === Kind.attention && !backward);
    expect(attention.map(({ count, flops }) => [count, flops])).toEqual([[4 * 3, 2 * 64 * 32 * 2 * 8]]);
  });

  it('do in the backward pass twice the FLOPs of the forward one', () => {
    const products = (backward: boolean) =>
      found
        .filter((each) => each.kind === Kind.matmul && each.backward === backward)
        .reduce((sum, { flops, count }) => sum + flops * count, 0);
    expect(products(false)).toBe(3 * (4 * 2 * 64 * (24 * 8 + 8 * 8 + 2 * 16 * 8) + 2 * 64 * 32 * 8));
    expect(products(true)).toBe(2 * products(false));
  });

  it('never go faster than the roof', () => {
    for (const { flops, bytes, seconds } of operatorsOf(simulateStep(scenarioWith()).timeline)) {
      expect(flops / seconds).toBeLessThanOrEqual(667e12);
      if (flops > 0) expect(flops / seconds).toBeLessThanOrEqual(2.9e12 * (flops / bytes));
    }
  });
});
