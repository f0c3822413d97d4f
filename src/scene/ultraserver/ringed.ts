import { parseAddress } from '../../cluster/address.ts';
import { chipAt } from '../../cluster/links.ts';
import { CHIPS_PER_ULTRASERVER, chipIndex } from '../../cluster/site.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';

/** Of all chips of the cube the one whose rings are seen best: its upper corner at the left of the front. */
export const CORNER = chipAt({ x: 0, y: 0, z: 3 });

/** The chip (0–63) whose three rings stand out in the cube: the first of these places that is one, else the corner. */
export function ringedChip(site: SiteLayout, places: readonly (string | null)[]): number {
  for (const place of places) {
    const at = place ? (parseAddress(place) ?? []) : [];
    if (at.length >= 7 && at[5] > 1) return chipIndex(site, at.slice(0, 7)) % CHIPS_PER_ULTRASERVER;
  }
  return CORNER;
}
