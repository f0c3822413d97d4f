import { expect, it } from 'vitest';
import { colourDistances, differenceOf, type Pixels } from '../browser/pictures.ts';

function even(red: number, green: number, blue: number, width = 8, height = 4): Pixels {
  const data = Array.from({ length: width * height }, () => [red, green, blue, 255]).flat();
  return { width, height, data };
}

it('finds no distance between a picture and itself', () => {
  expect([...colourDistances(even(20, 80, 200), even(20, 80, 200))]).toEqual([0, 0]);
});

it('measures black against white as 100, and a step of one in dark grey as hardly anything', () => {
  expect(colourDistances(even(0, 0, 0), even(255, 255, 255))[0]).toBeCloseTo(100, 2);
  expect(colourDistances(even(20, 20, 20), even(21, 21, 21))[0]).toBeLessThan(0.5);
  expect(colourDistances(even(59, 130, 246), even(192, 132, 252))[0]).toBeGreaterThan(20);
});

it('marks the block that differs and no other', () => {
  const changed = even(30, 30, 30);
  const data = [...(changed.data as number[])];
  for (let y = 0; y < 4; y++) for (let x = 4; x < 8; x++) data[(y * 8 + x) * 4] = 255;
  const [left, right] = colourDistances(even(30, 30, 30), { ...changed, data });
  expect(left).toBe(0);
  expect(right).toBeGreaterThan(20);
  const marked = differenceOf(even(30, 30, 30), { ...changed, data });
  expect([marked[0], marked[16]]).toEqual([10, 255]);
});

it('refuses pictures of different size', () => {
  expect(() => colourDistances(even(0, 0, 0), even(0, 0, 0, 4))).toThrow('one size: 8 × 4 and 4 × 4');
});
