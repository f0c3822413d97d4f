import { METRES as M } from '../../cluster/metres.ts';
import { type Place, placeOf, rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { toCampus } from '../camera/homes.ts';
import type { Shared } from '../shared.ts';

/** Corners of a body that callouts would rather not cover, campus frame, metres. */
export type Corners = readonly (readonly [x: number, y: number, z: number])[];

/** Pieces that long bodies are cut into, so that what they cover on the screen is covered by narrow boxes. */
const PIECES = 6;

/** What is looked at from afar: buildings of the campus, halls of a building, rows of a hall. Nearer, callouts have places
 *  of their own. */
export function subjectsOf({ journey, session, fades }: Shared): Corners[] {
  const { site } = session.store.getState();
  const [b, h] = journey.focus;
  if (!site || b === undefined || h === undefined || fades.row > 0.6 || fades.ultraserver > 0) return [];
  if (fades.hall > 0.6 && fades.building < 0.4) return rows(site, placeOf(site, [b, h]));
  if (fades.roof < 0.5) return halls(site, b);
  return Array.from({ length: site.buildings }, (_, i) => placeOf(site, [i + 1])).flatMap((place) =>
    cut(place, 0, 0, M.building.width, M.building.depth, M.building.height, 'x'),
  );
}

function halls(site: SiteLayout, b: number): Corners[] {
  return Array.from({ length: site.halls }, (_, h) => placeOf(site, [b, h + 1])).flatMap((place) =>
    cut(place, 0, 0, M.hall.width, M.hall.depth, M.row.height, 'z'),
  );
}

function rows(site: SiteLayout, hall: Place): Corners[] {
  const length = site.positions * M.ultraserver.pitch;
  return Array.from({ length: site.rows }, (_, r) => rowOffset(site, r)).flatMap((x) =>
    cut(hall, x, 0, M.row.depth, length, M.row.height, 'z'),
  );
}

/** A box of a place's own frame in pieces along one of its axes. */
function cut(
  place: Place,
  x: number,
  z: number,
  width: number,
  depth: number,
  height: number,
  along: 'x' | 'z',
): Corners[] {
  const [w, d] = along === 'x' ? [width / PIECES, depth] : [width, depth / PIECES];
  return Array.from({ length: PIECES }, (_, i) => {
    const off = (i - (PIECES - 1) / 2) * (along === 'x' ? w : d);
    const [cx, cz] = along === 'x' ? [x + off, z] : [x, z + off];
    return [0, height].flatMap((y) =>
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ].map(([a, c]) => toCampus(place, cx + (a * w) / 2, y, cz + (c * d) / 2)),
    );
  });
}
