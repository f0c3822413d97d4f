import { expect, it } from 'vitest';
import { goodput } from '../../../src/sim/result/goodput.ts';

it('gives the interval √(2δM) − δ when failures are rare', () => {
  const { interval, share } = goodput(1e9, 60);
  expect(interval).toBeCloseTo(Math.sqrt(2 * 60 * 1e9) - 60 + 60 / 3 / 1, -2);
  expect(share).toBeGreaterThan(0.999);
});

it('finds the interval that loses least', () => {
  const [mtbf, checkpoint] = [3600, 30];
  const spent = (tau: number) =>
    (mtbf * Math.exp(checkpoint / mtbf) * Math.expm1((tau + checkpoint) / mtbf)) / tau;
  const { interval, share } = goodput(mtbf, checkpoint);
  expect(share).toBeCloseTo(1 / spent(interval), 12);
  expect(spent(interval)).toBeLessThan(spent(interval * 1.2));
  expect(spent(interval)).toBeLessThan(spent(interval / 1.2));
});

it('is never above one nor below zero', () => {
  expect(goodput(10, 60).share).toBeGreaterThan(0);
  expect(goodput(10, 60).share).toBeLessThan(0.1);
  expect(goodput(1e6, 0).share).toBe(1);
});
