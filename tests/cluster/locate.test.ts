import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../src/cluster/locate.ts';
import { centreOf, placeOf } from '../../src/cluster/places.ts';
import { exists } from '../../src/cluster/site.ts';

const site = { buildings: 14, halls: 4, rows: 12, positions: 24, filled: 23 };

const place = fc.tuple(
  fc.integer({ min: 1, max: 14 }),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 23 }),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 2, max: 9 }),
  fc.integer({ min: 1, max: 2 }),
  fc.integer({ min: 1, max: 8 }),
);

describe('locate', () => {
  it('finds every place again from its middle', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 8 }), (address, depth) => {
        const prefix = address.slice(0, depth);
        const [x, y, z] = centreOf(placeOf(site, prefix, depth < 7));
        expect(locate(site, { x, y, z }, depth)).toEqual(prefix);
      }),
    );
  });

  it('answers with a place of the site wherever one looks', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3000, max: 3000, noNaN: true }),
        fc.double({ min: -10, max: 50, noNaN: true }),
        fc.double({ min: -3000, max: 3000, noNaN: true }),
        fc.integer({ min: 0, max: 8 }),
        (x, y, z, depth) => {
          const address = locate(site, { x, y, z }, depth);
          expect(address).toHaveLength(depth);
          expect(exists(site, address)).toBe(true);
        },
      ),
    );
  });
});
