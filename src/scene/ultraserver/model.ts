import { createNearModel, type NearModel } from '../near/model.ts';
import { createLocalUniforms, type NearUniforms } from '../near/uniforms.ts';
import { chipWindows, rackBoxes, rackCards } from './bodies.ts';
import { efaCables, neuronLinkCables } from './cables.ts';
import { cableDarts, efaChevrons } from './signs.ts';

/** The two racks of an UltraServer with their cables, in the UltraServer's frame: six draws. */
export function createUltraServerModel(near: NearUniforms): NearModel {
  const cables = neuronLinkCables();
  const efa = efaCables();
  return createNearModel(
    near,
    {
      cells: chipWindows(),
      boxes: rackBoxes(),
      tubes: cables,
      cards: rackCards(),
      fading: efa,
      markers: [...cableDarts(cables), ...efaChevrons(efa)],
    },
    createLocalUniforms(0, 1.1),
    createLocalUniforms(0, 1.1),
    20,
  );
}
