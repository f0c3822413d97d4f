import { expect, it } from 'vitest';
import { Family, tubeGeometry } from '../../../src/scene/near/tubes.ts';
import { neuronLinkCables } from '../../../src/scene/ultraserver/cables.ts';

it('wraps six sides around each piece of a tube and counts along it from 0 to 1', () => {
  const geometry = tubeGeometry([
    {
      points: [
        [0, 0, 0],
        [1, 0, 0],
        [1, 1, 0],
      ],
      radius: 0.1,
      family: Family.z,
      chip: 5,
    },
  ]);
  expect(geometry.getAttribute('position').count).toBe(18);
  expect(geometry.index!.count).toBe(2 * 6 * 6);
  const shape = geometry.getAttribute('aShape');
  expect([shape.getX(0), shape.getX(6), shape.getX(12)]).toEqual([0, 0.5, 1]);
  expect(geometry.getAttribute('aFlow').getX(0)).toBe(5);
});

it('gives every vertex of the UltraServer cables a unit normal', () => {
  const normal = tubeGeometry(neuronLinkCables()).getAttribute('normal');
  for (let i = 0; i < normal.count; i++) {
    expect(Math.hypot(normal.getX(i), normal.getY(i), normal.getZ(i))).toBeCloseTo(1, 4);
  }
});
