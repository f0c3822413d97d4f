import { METRES as M } from '../../cluster/metres.ts';
import type { Point } from '../near/curve.ts';
import { type Marker, ridersOf } from '../near/markers.ts';
import { Family, type Tube } from '../near/tubes.ts';
import { type Cable, laneOf } from './cables.ts';
import { MEASURES } from './measures.ts';

/** Of the short X and Y cables one in so many has darts, large enough to be seen from where the racks are seen whole. */
const EVERY = 4;

/** Darts on the heads of NeuronLink pulses: on every fourth X and Y cable, every other upright Z cable, and the uppermost
 *  two of each crossing bundle, where all eight would lie on top of each other. */
export function cableDarts(cables: readonly Cable[]): Marker[] {
  const darts: Marker[] = [];
  for (const cable of cables) {
    const { link, points } = cable;
    if (link.inTray) continue;
    const crosses = link.axis === 'z' && Math.abs(points[0][0] - points[points.length - 1][0]) > 0.3;
    const lane = laneOf(link.from);
    const onTop = lane.front > MEASURES.lane.front + MEASURES.lane.layer * 1.5;
    if (link.axis === 'z' && !(crosses ? onTop : link.ring % 2 === 0 || onTop)) continue;
    if (link.axis !== 'z' && link.from % EVERY !== 0) continue;
    const size = link.axis === 'z' ? (crosses ? 0.07 : 0.056) : 0.036;
    darts.push(...ridersOf(cable, size, 'dart'));
  }
  return darts;
}

/** Chevrons of EFA: small ones ride on every fourth cable, three large ones stand over each of the four exits. */
export function efaChevrons(tubes: readonly Tube[]): Marker[] {
  const signs: Marker[] = [];
  tubes.forEach((tube, i) => {
    if (i % 4 === 1) {
      signs.push(...ridersOf(tube, 0.026, 'chevron'));
    }
  });
  for (const rack of [-1, 1]) {
    for (const side of [-1, 1]) {
      const x = rack * (M.rack.pitch / 2) + side * 0.245;
      const top = M.rack.height;
      const points: Point[] = [
        [x, top, 0.03],
        [x, top + 0.26, -0.03],
        [x, top + 0.5, -0.055],
        [x, MEASURES.efaTop, -0.065],
      ];
      // Any chip of the rack will do: the four chips of a rack's lane send together.
      const chip = rack < 0 ? 0 : 32;
      for (const fixed of [0.22, 0.42, 0.62]) {
        signs.push({ points, chip, size: 0.062, shape: 'chevron', family: Family.efa, fixed });
      }
    }
  }
  return signs;
}
