import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  depthOf,
  formatAddress,
  levelOf,
  parentOf,
  parseAddress,
} from '../../src/cluster/address.ts';

describe('an address', () => {
  it('reads every depth, and the campus from nothing', () => {
    expect(parseAddress('')).toEqual([]);
    expect(parseAddress('b3/h2/r4/u17/s2/t5/c1/n6')).toEqual([3, 2, 4, 17, 2, 5, 1, 6]);
  });

  it('refuses what is no address', () => {
    for (const text of [
      'h2',
      'b0',
      'b3/',
      'b3/r4',
      '../../etc',
      'b3/h2/r4/u17/s2/t5/c1/n6/x1',
      'b99999',
      'B3',
    ])
      expect(parseAddress(text), text).toBeUndefined();
  });

  it('comes back from text as it went', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { maxLength: 8 }), (numbers) => {
        expect(parseAddress(formatAddress(numbers))).toEqual(numbers);
      }),
    );
  });

  it('knows its depth, its level and its parent', () => {
    expect(depthOf([1, 2, 3, 4, 5])).toBe('server');
    expect(levelOf([1, 2, 3, 4, 5])).toBe('ultraserver');
    expect(levelOf([])).toBe('campus');
    expect(parentOf([])).toEqual([]);
    expect(parentOf([3, 2])).toEqual([3]);
    expect(contains([3], [3, 2, 1])).toBe(true);
    expect(contains([3, 1], [3, 2, 1])).toBe(false);
  });
});
