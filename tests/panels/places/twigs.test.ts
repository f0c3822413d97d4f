import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/cluster/address.ts';
import { innerOf, outerOf, twigOf, twigsOf } from '../../../src/panels/places/twigs.ts';

const site = { buildings: 30, halls: 4, rows: 12, positions: 24, filled: 24 };
const names = (open: string) =>
  twigsOf(site, parseAddress(open)!).map(({ address }) => formatAddress(address));

describe('the tree of places', () => {
  it('opens the campus, and what lies on the way to the open place alone', () => {
    expect(names('')).toHaveLength(1 + 30);
    expect(names('b2')).toEqual(['', 'b1', 'b2', 'b2/h1', 'b2/h2', 'b2/h3', 'b2/h4', ...names('').slice(3)]);
  });

  it('says level, place among siblings, and whether there is anything inside', () => {
    const twigs = twigsOf(site, parseAddress('b2/h1')!);
    expect(twigs.find(({ address }) => formatAddress(address) === 'b2/h1/r12')).toEqual({
      address: [2, 1, 12],
      level: 4,
      position: 12,
      siblings: 12,
      open: false,
    });
    const deep = twigsOf(site, parseAddress('b1/h1/r1/u1/s1/t2/c1')!);
    expect(deep.find(({ address }) => address.length === 8)).toMatchObject({
      level: 8,
      siblings: 8,
      open: null,
    });
    expect(deep.find(({ address }) => address.length === 6)).toMatchObject({
      position: 1,
      siblings: 36,
      open: null,
    });
  });

  it('never holds more than some hundred of two million chips', () => {
    expect(twigsOf(site, parseAddress('b30/h4/r12/u24/s4/t9/c2')!)).toHaveLength(
      1 + 30 + 4 + 12 + 24 + 36 + 2 + 8,
    );
  });

  it('passes servers over', () => {
    expect(outerOf([1, 1, 1, 1, 3, 2])).toEqual([1, 1, 1, 1]);
    expect(twigOf([1, 1, 1, 1, 3])).toEqual([1, 1, 1, 1]);
    expect(innerOf(site, [1, 1, 1, 1])[9]).toEqual([1, 1, 1, 1, 2, 1]);
  });
});
