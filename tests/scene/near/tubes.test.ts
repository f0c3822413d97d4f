import { expect, it } from 'vitest';
import { Family, tubeGeometry } from '../../../src/scene/near/tubes.ts';
import { neuronLinkCables } from '../../../src/scene/ultraserver/cables.ts';

it('lays a band of two triangles along each piece of a tube and counts along it from 0 to 1', () => {
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
  expect(geometry.getAttribute('position').count).toBe(6);
  expect(geometry.index!.count).toBe(2 * 6);
  const shape = geometry.getAttribute('aShape');
  expect([shape.getX(0), shape.getX(2), shape.getX(4)]).toEqual([0, 0.5, 1]);
  const flow = geometry.getAttribute('aFlow');
  expect([flow.getX(0), flow.getZ(0), flow.getZ(1)]).toEqual([5, -1, 1]);
});

it('gives every vertex of the UltraServer cables a unit tangent', () => {
  const tangent = tubeGeometry(neuronLinkCables()).getAttribute('aTangent');
  for (let i = 0; i < tangent.count; i++) {
    expect(Math.hypot(tangent.getX(i), tangent.getY(i), tangent.getZ(i))).toBeCloseTo(1, 4);
  }
});
