import type { Address } from '../../cluster/address.ts';
import { locate, type Point } from '../../cluster/locate.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { type Place, placeOf, rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { toCampus } from '../camera/homes.ts';
import type { Fades } from '../fades.ts';
import type { Shared } from '../shared.ts';
import { CUBE } from '../ultraserver/cube.ts';

/** Corners of a body that callouts would rather not cover, campus frame, metres. */
export type Corners = readonly (readonly [x: number, y: number, z: number])[];

/** Pieces that long bodies are cut into, so that what they cover on the screen is covered by narrow boxes. */
const PIECES = 6;

/** What is looked at from afar: buildings of the campus, halls of a building, rows of a hall. Nearer, the racks
 *  or chips that are opened. */
export function subjectsOf({ journey, session, fades, unfolded }: Shared): Corners[] {
  const { site } = session.store.getState();
  const [b, h] = journey.focus;
  if (!site || b === undefined || h === undefined) return [];
  if (fades.ultraserver > 0.6 && unfolded > 0.5) return cube(placeOf(site, journey.focus.slice(0, 4)));
  if (fades.ultraserver > 0.6) return near(site, journey.focus, journey.target, fades);
  if (fades.row > 0.6) return [];
  if (fades.hall > 0.6 && fades.building < 0.4) return rows(site, placeOf(site, [b, h]));
  if (fades.roof < 0.5) return halls(site, b);
  return Array.from({ length: site.buildings }, (_, i) => placeOf(site, [i + 1])).flatMap((place) =>
    cut(place, 0, 0, M.building.width, M.building.depth, M.building.height, 'x'),
  );
}

/** The racks, the two chips of a tray, the dies and stacks of a chip, or its core. */
function near(site: SiteLayout, focus: Address, target: Point, { tray, chip, core }: Fades): Corners[] {
  if (core > 0.5) {
    const { width, depth, height } = M.core;
    return cut(placeOf(site, locate(site, target, 8)), 0, 0, width, depth, height, 'x');
  }
  if (chip > 0.5) return cut(placeOf(site, focus.slice(0, 7)), 0, 0, 0.062, 0.042, 0.002, 'x');
  if (tray > 0.5)
    return [1, 2]
      .map((c) => placeOf(site, [...focus.slice(0, 6), c]))
      .flatMap((place) => cut(place, 0, 0, 0.112, 0.092, 0.01, 'x'));
  const { width, depth, height } = M.ultraserver;
  return cut(placeOf(site, focus.slice(0, 4)), 0, -depth / 2, width, depth, height, 'x');
}

/** The unfolded torus, without its round ends. */
function cube(place: Place): Corners[] {
  const { middle, pitch } = CUBE;
  return cut(place, 0, middle[2], 3 * pitch.x, 3 * pitch.y, middle[1] + 1.5 * pitch.z, 'x');
}

function halls(site: SiteLayout, b: number): Corners[] {
  return Array.from({ length: site.halls }, (_, h) => placeOf(site, [b, h + 1])).flatMap((place) =>
    cut(place, 0, 0, M.hall.width, M.hall.depth, M.row.height, 'z'),
  );
}

function rows(site: SiteLayout, hall: Place): Corners[] {
  const length = site.positions * M.ultraserver.pitch;
  return Array.from({ length: site.rows }, (_, r) => rowOffset(site, r)).flatMap((x) =>
    // With the number at their southern ends.
    cut(hall, x, 2, M.row.depth, length + 4, M.row.height, 'z'),
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
