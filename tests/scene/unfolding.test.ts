import { expect, it } from 'vitest';
import { createUnfolding, UNFOLD_SECONDS } from '../../src/scene/unfolding.ts';

it('stands at once where a link puts it, and rests', () => {
  const unfolding = createUnfolding();
  expect(unfolding.at(5000, 1, false)).toBe(1);
  expect(unfolding.moving).toBe(false);
});

it('takes its time there and back, whatever pause came before', () => {
  const unfolding = createUnfolding();
  unfolding.at(0, 0, false);
  // The first frame after a rest begins the motion and does not jump.
  expect(unfolding.at(60_000, 1, false)).toBe(0);
  expect(unfolding.moving).toBe(true);
  expect(unfolding.at(60_000 + 500 * UNFOLD_SECONDS, 1, false)).toBeCloseTo(0.5, 9);
  expect(unfolding.at(60_000 + 750 * UNFOLD_SECONDS, 0, false)).toBeCloseTo(0.25, 9);
  expect(unfolding.at(60_000 + 2000 * UNFOLD_SECONDS, 0, false)).toBe(0);
  expect(unfolding.moving).toBe(false);
});

it('cuts where motion is reduced', () => {
  const unfolding = createUnfolding();
  unfolding.at(0, 0, true);
  expect(unfolding.at(16, 1, true)).toBe(1);
  expect(unfolding.moving).toBe(false);
});
