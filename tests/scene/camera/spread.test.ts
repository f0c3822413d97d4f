import { PerspectiveCamera, Vector3 } from 'three';
import { expect, it } from 'vitest';
import { METRES as M } from '../../../src/cluster/metres.ts';
import { plotCentre } from '../../../src/cluster/places.ts';
import { fovAt, homeOf, reachOf } from '../../../src/scene/camera/homes.ts';

/** Where the corners of all buildings are seen across the picture: −1 the left edge of what the words leave, 1 the right. */
function across(buildings: number, aspect: number): number[] {
  const site = { buildings, halls: 4, rows: 12, positions: 24, filled: 24 };
  const { azimuth, elevation, distance, target } = homeOf(site, [], aspect);
  const camera = new PerspectiveCamera(fovAt(reachOf(distance, aspect)), aspect, 1, 1e5);
  const middle = new Vector3(...target);
  camera.position
    .setFromSphericalCoords(distance, ((90 - elevation) * Math.PI) / 180, (azimuth * Math.PI) / 180)
    .add(middle);
  camera.lookAt(middle);
  camera.updateMatrixWorld();
  return Array.from({ length: buildings }, (_, b) => plotCentre(b)).flatMap(({ x, z }) =>
    [-1, 1].flatMap((i) =>
      [-1, 1].map(
        (j) =>
          new Vector3(x + (i * M.building.width) / 2, 0, z + (j * M.building.depth) / 2).project(camera).x,
      ),
    ),
  );
}

it('shows every building of the larger states, edge to edge', () => {
  for (const buildings of [14, 30])
    for (const aspect of [0.5, 1, 1.14, 1.6, 2.2]) {
      const seen = across(buildings, aspect);
      const [least, most] = [Math.min(...seen), Math.max(...seen)];
      expect(least).toBeGreaterThan(-0.99);
      expect(most).toBeLessThan(0.98);
      // In the middle of what is left, and as large as may be where it had to step back.
      expect(Math.abs(least + most + 0.01)).toBeLessThan(0.03);
    }
});
