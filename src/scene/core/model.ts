import { createNearModel, type NearModel } from '../near/model.ts';
import { createLocalUniforms, type NearUniforms } from '../near/uniforms.ts';
import { coreBoxes, coreCards, coreFields } from './bodies.ts';
import { coreRoads } from './roads.ts';
import { waveMesh } from './wave.ts';

/** The inside of a NeuronCore of chip `chip` (0–63 of its UltraServer), in the core's frame: six draws. */
export function createCoreModel(near: NearUniforms, chip: number): NearModel {
  const { tubes, darts } = coreRoads(chip);
  const local = createLocalUniforms(-1, 0);
  const model = createNearModel(
    near,
    { cells: coreFields(chip), boxes: coreBoxes(), cards: coreCards(chip), tubes, markers: darts },
    local,
    createLocalUniforms(-1, 0),
    50,
  );
  const wave = waveMesh(near, local, chip);
  wave.renderOrder = -51;
  model.still.add(wave);
  return {
    ...model,
    dispose() {
      wave.geometry.dispose();
      wave.material.dispose();
      model.dispose();
    },
  };
}
