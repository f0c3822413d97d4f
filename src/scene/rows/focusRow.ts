import { type CanvasTexture, Group } from 'three';
import { rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { hallX } from '../building/plan.ts';
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
  group.add(front.mesh, cables.mesh);
  front.mesh.renderOrder = 14;
  let placed = '';
  return {
    group,
    update(b, h, r, u, tall) {
      const { fades } = shared;
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
      cables.mesh.position.x = x;
      cables.mesh.rotation.y = west ? -Math.PI / 2 : Math.PI / 2;
      cables.uniforms.uLine.value = line;
      cables.uniforms.uWest.value = west ? 1 : -1;
      cables.uniforms.uShow.value = fades.row * (0.15 + 0.85 * fades.neighbours);
      cables.uniforms.uOpened.value = fades.ultraserver > 0.5 ? u - 1 : -1;
    },
    dispose() {
      front.dispose();
      cables.dispose();
    },
  };
}
