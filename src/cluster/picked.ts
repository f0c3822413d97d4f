import type { SiteLayout } from '../scenario/scenario.ts';
import type { Address } from './address.ts';
import { chipIndex } from './site.ts';

/** Numbers of the first chip inside any place; the first chips of a server lie on its second tray. */
const FIRST = [1, 1, 1, 1, 1, 2, 1];

/** Index of the chip that stands for a place where one chip's groups are asked for: itself, or the first of the place.
 *  For a head tray, which has none, the first of its server. */
export function pickedChip(site: SiteLayout, place: Address): number {
  const address = [...place.slice(0, 7), ...FIRST.slice(place.length)];
  if (address[5] === 1) address[5] = 2;
  return chipIndex(site, address);
}
