import type { Address } from '../../cluster/address.ts';
import { formatAddress, parseAddress } from '../../cluster/address.ts';
import { locate } from '../../cluster/locate.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import type { CameraPose, View } from '../../state/store.ts';
import { depthAt, homeOf, type Pose, pivotOf, reachOf } from './homes.ts';

/** The pose that a view of the store means; every field of a `cam` counts, null is the level's home. */
export function poseOf(site: SiteLayout | null, view: View, aspect: number, unfolded = false): Pose {
  const address = addressOf(view.at);
  if (!view.cam) return homeOf(site, address, aspect, unfolded);
  const { azimuth, elevation, distance, shift } = view.cam;
  const [x, y, z] = pivotOf(site, address);
  return { azimuth, elevation, distance, target: [x + shift[0], y + shift[1], z + shift[2]] };
}

/** The place and camera of a pose as the store and a link keep them: few digits, so that both say exactly the same. */
export function viewOf(
  site: SiteLayout | null,
  pose: Pose,
  aspect: number,
  unfolded = false,
): Pick<View, 'at' | 'cam'> {
  const [x, y, z] = pose.target;
  const depth = depthAt(reachOf(pose.distance, aspect, unfolded ? 1 : 0));
  // A tray come upon by zooming is one with chips.
  const address = site ? locate(site, { x, y, z }, Math.max(depth, depth === 6 ? 7 : 0)).slice(0, depth) : [];
  const pivot = pivotOf(site, address);
  const cam: CameraPose = {
    azimuth: digits(((((pose.azimuth + 180) % 360) + 360) % 360) - 180, 5),
    elevation: digits(pose.elevation, 5),
    distance: digits(pose.distance, 5),
    shift: [digits(x - pivot[0], 6), digits(y - pivot[1], 6), digits(z - pivot[2], 6)],
  };
  return { at: formatAddress(address), cam };
}

export function addressOf(at: string): Address {
  return parseAddress(at) ?? [];
}

/** Whether two poses give the same picture to a fraction of a pixel. */
export function samePose(a: Pose, b: Pose): boolean {
  const apart = Math.hypot(a.target[0] - b.target[0], a.target[1] - b.target[1], a.target[2] - b.target[2]);
  return (
    Math.abs(((a.azimuth - b.azimuth + 540) % 360) - 180) < 5e-3 &&
    Math.abs(a.elevation - b.elevation) < 5e-3 &&
    Math.abs(a.distance / b.distance - 1) < 1e-4 &&
    apart < 1e-4 * b.distance
  );
}

function digits(value: number, n: number): number {
  return Number(value.toPrecision(n));
}
