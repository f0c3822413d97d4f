import { type CanvasTexture, Group } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { positionOffset, rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { hallX } from '../building/plan.ts';
import { beyond } from '../fades.ts';
import { createPeople } from '../people.ts';
import type { Shared } from '../shared.ts';
import { createCables } from './cables.ts';
import { createRows } from './rows.ts';

/** What is drawn of the focused row alone, in its building's frame. */
export interface FocusRow {
  readonly group: Group;
  /** Building, hall, row and UltraServer in focus, from 1; `tall` as in rows.ts. */
  update(b: number, h: number, r: number, u: number, tall: number): void;
  dispose(): void;
}

/** The focused UltraServer's part of the façade, which gives way to the opened one, and the row's EFA cables. */
export function createFocusRow(shared: Shared, site: SiteLayout, numbers: CanvasTexture): FocusRow {
  const group = new Group();
  const front = createRows(shared, {
    capacity: 1,
    positions: site.positions,
    filled: site.filled,
    numbers,
    near: true,
    transparent: true,
  });
  const cables = createCables(shared, site);
  const passers = createPeople(shared, [
    [2.1, 0, 1.5],
    [-6.2, 0, 1.7],
    [-6.7, 0, 2.2],
  ]);
  // Beside the opened UltraServer, to its left.
  const visitor = createPeople(shared, [[-1.16, 0, 0.34]]);
  const stand = new Group();
  stand.add(cables.mesh, passers.mesh, visitor.mesh);
  group.add(front.mesh, stand);
  passers.mesh.renderOrder = visitor.mesh.renderOrder = 15;
  front.mesh.renderOrder = 14;
  let placed = '';
  return {
    group,
    update(b, h, r, u, tall) {
      const { fades, journey } = shared;
      const line = ((b - 1) * site.halls + h - 1) * site.rows + r - 1;
      const x = hallX(site, h - 1) + rowOffset(site, r - 1);
      const key = `${line} ${u}`;
      const west = r % 2 === 1;
      if (key !== placed) {
        placed = key;
        front.set([{ x, z: 0, line, facing: west ? -1 : 1, from: u - 1, to: u, owner: 0 }]);
      }
      front.mesh.visible = fades.ultraserver > 0 && fades.ultraserver < 1;
      front.uniforms.uAlpha.value = 1 - fades.ultraserver;
      front.uniforms.uTall.value = tall;
      cables.mesh.visible = fades.row > 0 && fades.neighbours > 0;
      stand.position.x = x;
      stand.rotation.y = west ? -Math.PI / 2 : Math.PI / 2;
      passers.uniforms.uShow.value = fades.row * (1 - fades.ultraserver);
      passers.mesh.visible = passers.uniforms.uShow.value > 0;
      visitor.uniforms.uShow.value = fades.ultraserver * (1 - fades.tray) * beyond(journey.reach, 3.6, 5.4);
      visitor.mesh.visible = visitor.uniforms.uShow.value > 0;
      visitor.mesh.position.set(positionOffset(site, u - 1) * (west ? 1 : -1), 0, M.row.depth / 2);
      cables.uniforms.uRow.value = line;
      cables.uniforms.uWest.value = west ? 1 : -1;
      cables.uniforms.uShow.value =
        fades.row * (0.15 + 0.85 * fades.neighbours) * (1 - 0.35 * fades.ultraserver);
      cables.uniforms.uOpened.value = fades.ultraserver > 0.5 ? u - 1 : -1;
    },
    dispose() {
      front.dispose();
      cables.dispose();
      passers.dispose();
      visitor.dispose();
    },
  };
}
