import { describe, expect, it } from 'vitest';
import {
  BACKWARD,
  FORWARD,
  GRADIENTS,
  OPTIMIZER,
  rowsOf,
  SHARES,
  sharesOf,
} from '../../../src/panels/timeline/rows.ts';
import { handMadeTimeline } from '../../timeline/fixture.ts';

describe('rowsOf', () => {
  it('gives each class a row while there is room, then groups neighbours', () => {
    expect(rowsOf(3, 24)).toEqual([
      { first: 0, last: 0 },
      { first: 1, last: 1 },
      { first: 2, last: 2 },
    ]);
    const rows = rowsOf(61, 24);
    expect(rows).toHaveLength(21);
    expect(rows[0]).toEqual({ first: 0, last: 2 });
    expect(rows[20]).toEqual({ first: 60, last: 60 });
  });
});

describe('sharesOf', () => {
  const timeline = handMadeTimeline();

  it('shares out each slice of time exactly', () => {
    // Slices of half a second; the first stage runs forward from 0 to 2.
    const shares = sharesOf(timeline, { first: 0, last: 0 }, 23);
    expect([0, 3, 4].map((column) => shares[column * SHARES + FORWARD])).toEqual([1, 1, 0]);
    expect(shares[22 * SHARES + OPTIMIZER]).toBe(1);
    expect(shares[20 * SHARES + GRADIENTS]).toBe(1);
  });

  it('keeps the sum whatever the number of columns', () => {
    for (const columns of [1, 7, 100, 1013]) {
      const shares = sharesOf(timeline, { first: 0, last: 1 }, columns);
      const seconds = (share: number): number => {
        let sum = 0;
        for (let column = 0; column < columns; column++) sum += shares[column * SHARES + share];
        return (sum * timeline.seconds) / columns;
      };
      // Means over both stages: two forwards of 1 s, two backwards of 2 s, half a second of optimizer.
      expect(seconds(FORWARD)).toBeCloseTo(2, 4);
      expect(seconds(BACKWARD)).toBeCloseTo(4, 4);
      expect(seconds(OPTIMIZER)).toBeCloseTo(0.5, 4);
      expect(seconds(GRADIENTS)).toBeCloseTo(1, 4);
    }
  });
});
