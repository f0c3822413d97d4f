import { METRES as M } from '../../cluster/metres.ts';
import { plotCentre } from '../../cluster/places.ts';

/** What of a pose is read and moved. */
interface Framed {
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
  readonly target: readonly [x: number, y: number, z: number];
}

/** Where the outermost walls may stand, as a share of half the width that the words leave, from its middle. */
const LEFT = -0.97;
const RIGHT = 0.96;
/** A shift changes what is near, and so the width: rounds until it no longer shows. */
const ROUNDS = 4;

/** A pose that shows the first `buildings` plots from edge to edge: further back than `pose` where they are too wide for
 *  it, and moved along the picture. `halfWidth` tells half of what is seen across at a distance, as a share of that. */
export function spread<P extends Framed>(
  pose: P,
  buildings: number,
  halfWidth: (distance: number) => number,
): P {
  const [azimuth, elevation] = [pose.azimuth, pose.elevation].map((degrees) => (degrees * Math.PI) / 180);
  const right = [Math.cos(azimuth), -Math.sin(azimuth)];
  const back = [Math.sin(azimuth) * Math.cos(elevation), Math.cos(azimuth) * Math.cos(elevation)];
  let { distance } = pose;
  const y = pose.target[1];
  let [x, , z] = pose.target;
  for (let round = 0; round < ROUNDS; round++) {
    const half = halfWidth(distance);
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let b = 0; b < buildings; b++) {
      const plot = plotCentre(b);
      for (const [i, j] of CORNERS) {
        const [dx, dz] = [plot.x + (i * M.building.width) / 2 - x, plot.z + (j * M.building.depth) / 2 - z];
        const depth = distance - dx * back[0] - dz * back[1];
        const across = (dx * right[0] + dz * right[1]) / (depth * half);
        least = Math.min(least, across);
        most = Math.max(most, across);
      }
    }
    const shift = ((least + most - LEFT - RIGHT) / 2) * half * distance;
    x += right[0] * shift;
    z += right[1] * shift;
    distance *= Math.max(1, (most - least) / (RIGHT - LEFT));
  }
  return { ...pose, distance, target: [x, y, z] };
}

const CORNERS = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;
