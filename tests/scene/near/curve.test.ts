import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arcLengths,
  bezier,
  distance,
  type Point,
  resample,
  spline,
  thin,
} from '../../../src/scene/near/curve.ts';

const corner: Point[] = [
  [0, 0, 0],
  [1, 0, 0],
  [1, 1, 0],
];

describe('curve', () => {
  it('passes a spline through its knots', () => {
    const points = spline(corner, 4);
    expect(points).toHaveLength(9);
    for (const knot of corner) expect(Math.min(...points.map((p) => distance(p, knot)))).toBeLessThan(1e-9);
  });

  it('starts and ends a Bézier curve at its ends', () => {
    const points = bezier([0, 0, 0], [0, 0, 1], [1, 0, 1], [1, 0, 0], 8);
    expect(points[0]).toEqual([0, 0, 0]);
    expect(points[8]).toEqual([1, 0, 0]);
    expect(points[4][2]).toBeCloseTo(0.75);
  });

  it('thins a straight line to its ends and keeps a corner', () => {
    const line = Array.from({ length: 11 }, (_, i): Point => [i / 10, 0, 0]);
    expect(thin(line, 1e-3, 5)).toEqual([line[0], line[10]]);
    expect(thin(line, 1e-3, 0.5)).toHaveLength(3);
    expect(thin(corner, 1e-3, 5)).toEqual(corner);
  });

  it('spaces resampled points evenly along the line', () => {
    expect(resample(corner, 5)).toEqual([
      [0, 0, 0],
      [0.5, 0, 0],
      [1, 0, 0],
      [1, 0.5, 0],
      [1, 1, 0],
    ]);
  });

  it('never shortens a path by more than its corners when resampling', () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 2, maxLength: 8 }),
        (points) => {
          const total = arcLengths(points).at(-1)!;
          fc.pre(total > 0.01);
          const again = arcLengths(resample(points, 400)).at(-1)!;
          expect(again).toBeLessThanOrEqual(total + 1e-9);
          expect(again).toBeGreaterThan(total * 0.9);
        },
      ),
    );
  });
});
