import { expect, it } from 'vitest';
import { limiter } from '../../src/timeline/limiter.ts';
import type { Breakdown, Summary } from '../../src/timeline/summary.ts';

const summary = (parts: Partial<Breakdown>, feasible = true): Summary => {
  const none = {
    compute: 0,
    bubble: 0,
    tensor: 0,
    context: 0,
    expert: 0,
    pipeline: 0,
    data: 0,
    optimizer: 0,
  };
  const breakdown = { ...none, ...parts };
  const seconds = Object.values(breakdown).reduce((a, b) => a + b, 0);
  return { feasible, breakdown, step: { seconds } } as Summary;
};

it('is memory where the step does not fit', () => {
  expect(limiter(summary({ compute: 1 }, false))).toBe('memory');
});

it('is the largest exposed part once it takes a quarter of the step', () => {
  expect(limiter(summary({ compute: 6, tensor: 2.5, bubble: 1 }))).toBe('tensor');
  expect(limiter(summary({ compute: 8, tensor: 1, bubble: 1.5 }))).toBe('compute');
  expect(limiter(summary({ compute: 1.9, tensor: 2, bubble: 2.1, expert: 2.2, data: 1.8 }))).toBe('expert');
});
