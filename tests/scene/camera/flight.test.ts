import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ease, flight, turn } from '../../../src/scene/camera/flight.ts';

const metres = fc.double({ min: 0.02, max: 3000, noNaN: true });

describe('flight', () => {
  it('begins and ends where it should', () => {
    fc.assert(
      fc.property(metres, metres, fc.double({ min: 0, max: 2000, noNaN: true }), (from, to, apart) => {
        const way = flight(from, to, apart);
        expect(way.distance(0) / from).toBeCloseTo(1, 6);
        expect(way.distance(1)).toBe(to);
        expect(way.travelled(0)).toBeCloseTo(0, 6);
        expect(way.travelled(1)).toBe(1);
      }),
    );
  });

  it('never turns back on its way', () => {
    fc.assert(
      fc.property(metres, metres, metres, (from, to, apart) => {
        const way = flight(from, to, apart);
        let last = 0;
        for (let s = 0.05; s <= 1; s += 0.05) {
          const travelled = way.travelled(s);
          expect(travelled).toBeGreaterThanOrEqual(last - 1e-9);
          expect(way.distance(s)).toBeGreaterThan(0);
          last = travelled;
        }
      }),
    );
  });

  it('steps back before it travels far', () => {
    const way = flight(10, 10, 500);
    expect(way.distance(0.5)).toBeGreaterThan(200);
  });

  it('is logarithmic in distance where it only zooms', () => {
    const way = flight(1000, 0.1, 0);
    expect(way.distance(0.5)).toBeCloseTo(10, 9);
  });
});

describe('turn', () => {
  it('takes the shorter way round', () => {
    expect(turn(170, -170)).toBe(20);
    expect(turn(-27, -117)).toBe(-90);
    expect(turn(10, 370)).toBe(0);
  });
});

describe('ease', () => {
  it('is slow at both ends and half way in the middle', () => {
    expect(ease(0)).toBe(0);
    expect(ease(0.5)).toBeCloseTo(0.5, 12);
    expect(ease(0.05)).toBeLessThan(0.002);
    expect(ease(1)).toBe(1);
  });
});
