import { createNearModel, type NearModel } from '../near/model.ts';
import { createLocalUniforms, type NearUniforms } from '../near/uniforms.ts';
import { coreBoxes, coreCards, coreUnits } from './bodies.ts';
import { coreRoads } from './roads.ts';
import { tileMesh } from './tile.ts';
import { waveMesh } from './wave.ts';

/** The inside of a NeuronCore of chip `chip` (0–63 of its UltraServer), in the core's frame: seven draws. */
export function createCoreModel(near: NearUniforms, chip: number): NearModel {
  const { tubes, darts } = coreRoads(chip);
  const local = createLocalUniforms(-1, 0);
  const model = createNearModel(
    near,
    { units: coreUnits(chip), boxes: coreBoxes(), cards: coreCards(chip), tubes, markers: darts },
    local,
    createLocalUniforms(-1, 0),
    50,
  );
  const own = [waveMesh(near, local, chip), tileMesh(near, local, chip)];
  for (const mesh of own) {
    mesh.renderOrder = -51;
    model.still.add(mesh);
  }
  return {
    ...model,
    dispose() {
      for (const { geometry, material } of own) {
        geometry.dispose();
        material.dispose();
      }
      model.dispose();
    },
  };
}
