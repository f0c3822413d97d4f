import { expect, it } from 'vitest';
import { labelsOf } from '../../../src/scene/near/labels.ts';
import { enLater as en } from '../../../src/text/enLater.ts';

const PLACES = [
  [1, 1, 1, 1],
  [1, 1, 1, 1, 2],
  [1, 1, 1, 1, 2, 1],
  [1, 1, 1, 1, 2, 5],
  [1, 1, 1, 1, 2, 5, 1],
  [1, 1, 1, 1, 2, 5, 1, 6],
];

it('calls out at most five things a level, each with words', () => {
  for (const address of PLACES) {
    const labels = labelsOf(address);
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.filter(({ meaning }) => meaning !== 'quiet').length).toBeLessThanOrEqual(5);
    for (const { key, meaning, at } of labels) {
      expect(en).toHaveProperty([`label.${key}`]);
      if (meaning !== 'quiet') expect(en).toHaveProperty([`label.${key}.more`]);
      expect(at.every(Number.isFinite)).toBe(true);
    }
  }
});

it('leaves the outer levels to their own callouts', () => {
  expect(labelsOf([1, 1, 1])).toEqual([]);
});
