import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/cluster/address.ts';
import {
  childrenOf,
  chipAddress,
  chipIndex,
  chipsOf,
  exists,
  ultraServersOf,
} from '../../src/cluster/site.ts';

const rainier2025 = { buildings: 7, halls: 4, rows: 12, positions: 24, filled: 23 };

describe('a site', () => {
  it('counts the chips of October 2025', () => {
    expect(ultraServersOf(rainier2025)).toBe(7728);
    expect(chipsOf(rainier2025)).toBe(494_592);
  });

  it('gives every chip an index and takes it back', () => {
    for (const index of [0, 1, 63, 64, 1471, 1472, 200_003, 494_591]) {
      const address = chipAddress(rainier2025, index);
      expect(chipIndex(rainier2025, address)).toBe(index);
      expect(exists(rainier2025, address)).toBe(true);
    }
    expect(chipAddress(rainier2025, 494_591)).toEqual([7, 4, 12, 23, 4, 8, 2]);
  });

  it('has no position beyond the filled ones and no chip in a head tray', () => {
    expect(exists(rainier2025, parseAddress('b1/h1/r1/u24')!)).toBe(false);
    expect(exists(rainier2025, parseAddress('b8')!)).toBe(false);
    expect(childrenOf(rainier2025, parseAddress('b1/h1/r1/u1/s1/t1')!)).toBe(0);
    expect(childrenOf(rainier2025, parseAddress('b1/h1/r1/u1/s1/t2')!)).toBe(2);
  });
});
