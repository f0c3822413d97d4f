import { createNearModel, type NearModel } from '../near/model.ts';
import { createLocalUniforms, type NearUniforms } from '../near/uniforms.ts';
import { trayBoxes, trayCards, trayUnits } from './bodies.ts';
import { headBoxes, headCards } from './head.ts';
import { trayLanes } from './lanes.ts';

/** Tray t (1–9) of server s, lid off, in the tray's frame: six draws, two for a head tray. */
export function createTrayModel(near: NearUniforms, server: number, tray: number): NearModel {
  const local = createLocalUniforms(-0.02, 0.05);
  const flow = createLocalUniforms(-0.02, 0.05);
  if (tray === 1) return createNearModel(near, { boxes: headBoxes(), cards: headCards() }, local, flow, 30);
  const { tubes, signs } = trayLanes(server, tray);
  return createNearModel(
    near,
    {
      units: trayUnits(server, tray),
      boxes: trayBoxes(),
      tubes: tubes.filter((tube) => !tube.fadeEnd),
      cards: trayCards(server, tray),
      fading: tubes.filter((tube) => tube.fadeEnd),
      markers: signs,
    },
    local,
    flow,
    30,
  );
}
