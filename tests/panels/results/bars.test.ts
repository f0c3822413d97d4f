import { expect, it } from 'vitest';
import { barsOf } from '../../../src/panels/results/bars.ts';
import type { Waterfall } from '../../../src/timeline/waterfall.ts';

const difference: Waterfall = {
  from: 10,
  to: 9,
  terms: [
    { term: 'work', seconds: 0 },
    { term: 'recompute', seconds: 2 },
    { term: 'bubble', seconds: -3.0001 },
    { term: 'tensor', seconds: 0.0001 },
  ],
};

it('draws each bar from where the one before it ends, and leaves out what cannot be seen', () => {
  expect(barsOf(difference)).toEqual([
    { name: 'from', low: 0, high: 10, seconds: 10 },
    { name: 'recompute', low: 10, high: 12, seconds: 2 },
    { name: 'bubble', low: expect.closeTo(8.9999, 9), high: 12, seconds: -3.0001 },
    { name: 'to', low: 0, high: 9, seconds: 9 },
  ]);
});
