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

it('comes near the published goodput of two runs, both said to be above 0.9', () => {
  const hour = 3600;
  // Llama 3 405B: 419 unexpected interruptions in 54 days.
  expect(goodput((54 * 24 * hour) / 419, 60).share).toBeCloseTo(0.895, 3);
  // MegaScale: a hundred restarts in five weeks; found within 10 minutes, caught up within 15; checkpoints in seconds.
  expect(goodput((5 * 7 * 24 * hour) / 100, 10, 25 * 60).share).toBeCloseTo(0.925, 2);
});

it('pays the recovery at every failure', () => {
  expect(goodput(10_000, 10, 1000).share).toBeLessThan(goodput(10_000, 10, 100).share);
  expect(goodput(10_000, 0, 1000).share).toBeCloseTo(Math.exp(-0.1), 12);
});
