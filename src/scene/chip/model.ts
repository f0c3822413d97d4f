import { createNearModel, type NearModel } from '../near/model.ts';
import { createLocalUniforms, type NearUniforms } from '../near/uniforms.ts';
import { chipCards } from './bodies.ts';
import { chipLanes } from './lanes.ts';

/** What flows through a chip (0–63 of its UltraServer), in the chip's frame: four draws over the tray's drawing of its
 *  package, which stands there already. */
export function createChipModel(near: NearUniforms, chip: number): NearModel {
  const { tubes, darts } = chipLanes(chip);
  return createNearModel(
    near,
    {
      cards: chipCards(chip),
      tubes: tubes.filter((tube) => !tube.fadeEnd),
      fading: tubes.filter((tube) => tube.fadeEnd),
      markers: darts,
    },
    createLocalUniforms(-1, 0),
    createLocalUniforms(-1, 0),
    40,
  );
}
