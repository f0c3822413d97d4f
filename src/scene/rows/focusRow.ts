import { type CanvasTexture, Group } from 'three';
import { rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { hallX } from '../building/plan.ts';
import { createPeople } from '../people.ts';
import type { RowClasses } from '../rowLight.ts';
import type { Shared } from '../shared.ts';
import { createCables } from './cables.ts';
import { FRONT } from './front.ts';
import { createGhosts } from './ghosts.ts';
import { createRowNumbers } from './rowNumbers.ts';
import { createRows, type RowBox } from './rows.ts';

/** What is drawn of the focused row alone, in its building's frame. */
/** Feet of those who stand in the aisle, metres from the row's middle; the first in front of the home view. */
export const PASSERS: readonly (readonly [x: number, y: number, z: number])[] = [
  [0.98, 0, 1.1],
  [-6.2, 0, 1.7],
  [-6.7, 0, 2.2],
];

export interface FocusRow {
  readonly group: Group;
  /** Line of the row whose front stands there, opaque; −1 none. */
  readonly fronted: number;
  /** Building, hall, row and UltraServer in focus, from 1; `tall` as in rows.ts. */
  update(b: number, h: number, r: number, u: number, tall: number): void;
  dispose(): void;
}

/** The focused row's fronts with trays and windows, its numbers, its EFA cables, and people before it. The focused
 *  UltraServer's own part gives way to the opened one. */
export function createFocusRow(
  shared: Shared,
  site: SiteLayout,
  numbers: CanvasTexture,
  classes: RowClasses,
): FocusRow {
  const group = new Group();
  const options = { positions: site.positions, filled: site.filled, uneven: classes.uneven };
  const fronts = createRows(shared, { ...options, capacity: 2, fronts: FRONT, transparent: true });
  const opening = createRows(shared, { ...options, capacity: 1, transparent: true });
  const openingFront = createRows(shared, { ...options, capacity: 1, fronts: FRONT, transparent: true });
  const cables = createCables(shared, site);
  const painted = createRowNumbers(shared, site, numbers);
  const passers = createPeople(shared, PASSERS);
  const ghosts = createGhosts(shared, site);
  const stand = new Group();
  stand.add(cables.mesh, passers.mesh, painted.mesh, ghosts.mesh);
  group.add(fronts.mesh, opening.mesh, openingFront.mesh, stand);
  opening.mesh.renderOrder = 13;
  openingFront.mesh.renderOrder = 14;
  ghosts.mesh.renderOrder = 15;
  passers.mesh.renderOrder = 16;
  let placed = '';
  let fronted = -1;
  return {
    group,
    get fronted() {
      return fronted;
    },
    update(b, h, r, u, tall) {
      const { fades } = shared;
      const line = ((b - 1) * site.halls + h - 1) * site.rows + r - 1;
      const x = hallX(site, h - 1) + rowOffset(site, r - 1);
      const west = r % 2 === 1;
      const split = fades.ultraserver > 0;
      const key = `${line} ${split ? u : 0}`;
      if (key !== placed) {
        placed = key;
        const box: RowBox = { x, z: 0, line, facing: west ? -1 : 1, from: 0, to: site.filled, owner: 0 };
        const one = { ...box, from: u - 1, to: u };
        fronts.set(
          split
            ? [
                { ...box, to: u - 1 },
                { ...box, from: u },
              ]
            : [box],
        );
        opening.set([one]);
        openingFront.set([one]);
      }
      // Beside an opened UltraServer its neighbours are outlines: nothing lit stands beside it, or behind words.
      const beside = 1 - fades.ultraserver;
      const dim = 0.25 + 0.75 * fades.neighbours;
      const seen = fades.row * beside;
      fronts.mesh.visible = seen > 0;
      fronted = seen >= 1 ? line : -1;
      // Blended only while it comes in: opaque, it hides the façade behind it before that is drawn.
      for (const material of fronts.mesh.material) material.transparent = seen < 1;
      fronts.mesh.renderOrder = seen < 1 ? 12 : -1;
      fronts.uniforms.uAlpha.value = seen;
      fronts.uniforms.uShow.value = dim;
      fronts.uniforms.uTall.value = opening.uniforms.uTall.value = openingFront.uniforms.uTall.value = tall;
      const jitter = 0.07 * (1 - fades.ultraserver);
      fronts.uniforms.uJitter.value = openingFront.uniforms.uJitter.value = jitter;
      opening.mesh.visible = openingFront.mesh.visible = split && fades.ultraserver < 1;
      opening.uniforms.uAlpha.value = openingFront.uniforms.uAlpha.value = 1 - fades.ultraserver;
      stand.position.x = x;
      stand.rotation.y = west ? -Math.PI / 2 : Math.PI / 2;
      stand.visible = fades.row > 0 && fades.neighbours > 0;
      cables.uniforms.uRow.value = line;
      cables.uniforms.uWest.value = west ? 1 : -1;
      cables.uniforms.uShow.value = fades.row * (0.15 + 0.85 * fades.neighbours) * beside;
      cables.mesh.visible = beside > 0;
      cables.uniforms.uOpened.value = fades.ultraserver > 0.5 ? u - 1 : -1;
      painted.uniforms.uWest.value = west ? 1 : -1;
      painted.uniforms.uShow.value = fades.row * dim * beside;
      painted.mesh.visible = beside > 0;
      painted.uniforms.uOpened.value = split ? u - 1 : -1;
      ghosts.uniforms.uWest.value = west ? 1 : -1;
      ghosts.uniforms.uOpened.value = u - 1;
      ghosts.uniforms.uShow.value = 0.5 * fades.ultraserver * (1 - fades.tray) * (1 - shared.unfolded);
      ghosts.mesh.visible = ghosts.uniforms.uShow.value > 0;
      ghosts.canvas.set(shared.journey.width, shared.journey.height);
      passers.uniforms.uShow.value = fades.row * (1 - fades.ultraserver);
      passers.mesh.visible = passers.uniforms.uShow.value > 0;
    },
    dispose() {
      for (const part of [fronts, opening, openingFront, cables, painted, ghosts, passers]) part.dispose();
    },
  };
}
