import type { Address } from '../../cluster/address.ts';
import { locate, type Point } from '../../cluster/locate.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { centreOf, placeOf } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import type { Journey } from '../journey.ts';
import { pickAt, pointUnder, toLocal } from '../picking.ts';
import type { Shared } from '../shared.ts';
import { depthAt, homeOf, toCampus } from './homes.ts';

/** Above this reach (metres) one may zoom at anything; below it the way leads to a place. */
const FREE = 900;
/** Below this reach the view turns towards the front of what is approached. */
const TURNING = 45;

/**
 * The point about which a zoom at a pixel scales the view. Whoever comes closer always arrives somewhere: at a
 * building, at the front of a rack, at a chip of the tray that is drawn out, never at bare floor.
 */
export function zoomPoint(shared: Shared, px: number, py: number): Point {
  const { journey, session } = shared;
  const { site } = session.store.getState();
  const under = pointUnder(shared, px, py);
  if (!site || journey.reach > FREE) return under;
  const depth = depthAt(journey.reach);
  if (depth >= 6) {
    const hit = pickAt(shared, px, py);
    return hit ? hit.point : middle(site, journey.focus);
  }
  if (depth >= 2) {
    const place = placeOf(site, frontal(site, locate(site, under, 4), journey));
    const { x, y } = toLocal(place, under);
    const half = M.ultraserver.width / 2;
    const onFront = depth === 2 && y < 0.1 ? 1.2 : Math.min(2, Math.max(0.25, y));
    return point(toCampus(place, Math.min(half, Math.max(-half, x)), onFront, 0));
  }
  return pickAt(shared, px, py) ? under : middle(site, locate(site, under, depth + 1));
}

/** Azimuth and elevation (degrees) that a view at `point` and `reach` turns towards; null where it is free. */
export function facing(
  site: SiteLayout | null,
  at: Point,
  journey: Journey,
): readonly [number, number] | null {
  if (!site || journey.reach > TURNING) return null;
  const address = locate(site, at, Math.max(3, depthAt(journey.reach)));
  const { azimuth, elevation } = homeOf(site, frontal(site, address, journey), 2);
  return [azimuth, elevation];
}

/** The same place, or its like in the other row of the pair where its own row turns its back to the eye. */
function frontal(site: SiteLayout, address: Address, { eye, target, reach }: Journey): Address {
  // Close by, the eye stands before one row and stays there.
  if (depthAt(reach) > 3) return address;
  const row = address[2];
  const looksWest = row % 2 === 1;
  const other = looksWest ? row + 1 : row - 1;
  if (looksWest === eye.x < target.x || other > site.rows) return address;
  return [...address.slice(0, 2), other, ...address.slice(3)];
}

function middle(site: SiteLayout, address: readonly number[]): Point {
  return point(centreOf(placeOf(site, address)));
}

function point([x, y, z]: readonly [number, number, number]): Point {
  return { x, y, z };
}
