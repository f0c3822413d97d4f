import { expect, it } from 'vitest';
import { depthAt, homeOf, reachOf } from '../../src/scene/camera/homes.ts';
import { createFades, fadesAt } from '../../src/scene/fades.ts';
import { createUnfolding, showsCube, UNFOLD_SECONDS } from '../../src/scene/unfolding.ts';

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

it('shows the cube at an UltraServer alone', () => {
  const at = (place: string) => ({ unfolded: true, view: { at: place, cam: null, lens: null } });
  expect(showsCube(at('b1/h1/r1/u1'))).toBe(true);
  expect(showsCube(at('b1/h1/r1'))).toBe(false);
  expect(showsCube(at('b1/h1/r1/u1/s1/t2'))).toBe(false);
  expect(showsCube({ ...at('b1/h1/r1/u1'), unfolded: false })).toBe(false);
});

it('keeps the composed view of the cube within the UltraServer in a window of any shape', () => {
  const site = { buildings: 7, halls: 4, rows: 12, positions: 24, filled: 23 };
  for (const aspect of [0.45, 0.8, 1, 1.58, 2.4]) {
    const { distance } = homeOf(site, [1, 1, 1, 1], aspect, true);
    const reach = reachOf(distance, aspect, 1);
    expect(depthAt(reach)).toBe(4);
    expect(fadesAt(reach, createFades())).toMatchObject({ ultraserver: 1, tray: 0 });
  }
});
