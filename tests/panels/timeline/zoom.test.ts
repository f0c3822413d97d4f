import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, moved, SHORTEST, zoomed } from '../../../src/panels/timeline/zoom.ts';

const whole = { from: 2, to: 12 };

describe('zooming a chart', () => {
  it('keeps the instant under the pointer where it is', () => {
    expect(zoomed(whole, whole, 0.5, 4)).toEqual({ from: 3, to: 8 });
    expect(zoomed({ from: 3, to: 8 }, whole, 2, 4)).toEqual(whole);
  });

  it('never leaves the whole, and never gets shorter than a hop', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0.01, max: 100, noNaN: true }),
            fc.double({ min: 0, max: 1, noNaN: true }),
          ),
        ),
        (turns) => {
          let shown = whole;
          for (const [factor, share] of turns) {
            shown = zoomed(shown, whole, factor, shown.from + share * (shown.to - shown.from));
            shown = moved(shown, whole, (share - 0.5) * 3);
            expect(shown.from).toBeGreaterThanOrEqual(whole.from);
            expect(shown.to).toBeLessThanOrEqual(whole.to + 1e-12);
            expect(shown.to - shown.from).toBeGreaterThanOrEqual(SHORTEST * 0.9);
          }
        },
      ),
    );
  });

  it('knows when all is shown', () => {
    expect(isWhole(whole, whole)).toBe(true);
    expect(isWhole({ from: 2, to: 11 }, whole)).toBe(false);
  });
});
