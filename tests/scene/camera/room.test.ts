import { expect, it } from 'vitest';
import { aspectOf, columnOf, headOf, middleOf } from '../../../src/scene/camera/room.ts';
import { createJourney } from '../../../src/scene/journey.ts';
import { rayThrough } from '../../../src/scene/picking.ts';

it('leaves a column to the words of wide windows, none where they stand above the picture', () => {
  expect(columnOf(1280, 600)).toBe(290);
  expect(columnOf(900, 600)).toBe(270);
  expect(columnOf(360, 640)).toBe(0);
  expect(columnOf(1280, 400)).toBe(0);
});

it('leaves a strip over narrow windows to them, none where there is no height for it', () => {
  expect(headOf(390, 620)).toBe(124);
  expect(headOf(700, 900)).toBe(130);
  expect(headOf(1280, 720)).toBe(0);
  expect(headOf(390, 280)).toBe(0);
});

it('looks at its target through the middle of the rest', () => {
  const journey = { ...createJourney(), width: 1000, height: 600, column: 200, head: 100 };
  expect(aspectOf(journey)).toBe(800 / 600);
  expect(middleOf(journey)).toEqual([600, 350]);
  const { origin, direction } = rayThrough(journey, ...middleOf(journey));
  const t = journey.distance / Math.hypot(direction.x, direction.y, direction.z);
  const [x, y, z] = [origin.x + t * direction.x, origin.y + t * direction.y, origin.z + t * direction.z];
  const off = Math.hypot(x - journey.target.x, y - journey.target.y, z - journey.target.z);
  const eye = Math.hypot(journey.eye.x, journey.eye.y, journey.eye.z);
  expect(off).toBeLessThan(Math.abs(eye - journey.distance) + 1e-6);
});
