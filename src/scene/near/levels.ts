import { Group } from 'three';
import type { Address } from '../../cluster/address.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { type Place, placeOf } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { createChipModel } from '../chip/model.ts';
import type { Fades } from '../fades.ts';
import { chipOfTray } from '../tray/bodies.ts';
import { createTrayModel } from '../tray/model.ts';
import { slotOf } from '../ultraserver/bodies.ts';
import { createUltraServerModel } from '../ultraserver/model.ts';
import type { NearModel } from './model.ts';
import type { NearUniforms } from './uniforms.ts';

/** How far the racks sink into the fog while a tray is looked at. */
const RACK_DIM = 0.62;

/** The near levels around the focus: UltraServer, tray, chip; each built when it is first seen. */
export interface Levels {
  readonly object: Group;
  /** Places and fades everything for the focused chip (seven numbers) of a site. */
  update(site: SiteLayout, focus: Address, fades: Fades): void;
  dispose(): void;
}

interface Level {
  readonly group: Group;
  model: NearModel | null;
  /** Address its model and pose belong to. */
  key: string;
}

export function createLevels(near: NearUniforms): Levels {
  const object = new Group();
  const level = (): Level => {
    const group = new Group();
    object.add(group);
    return { group, model: null, key: '' };
  };
  const ultraserver = level();
  const tray = level();
  const chip = level();
  const all = [ultraserver, tray, chip];

  /** Makes a level stand at a place; its model is built anew where `build` says that the address needs another one. */
  const stand = (
    at: Level,
    key: string,
    place: () => Place,
    build: () => NearModel,
    reuse: boolean,
  ): NearModel => {
    at.group.visible = true;
    if (at.key !== key) {
      at.key = key;
      const { x, y, z, yaw } = place();
      at.group.position.set(x, y, z);
      at.group.rotation.y = yaw;
      if (at.model && !reuse) {
        at.model.dispose();
        at.model = null;
      }
    }
    if (!at.model) {
      at.model = build();
      at.group.add(at.model.object);
    }
    return at.model;
  };

  return {
    object,
    update(site, focus, fades) {
      for (const one of all) one.group.visible = false;
      if (focus.length < 7 || fades.ultraserver <= 0) return;
      const [, , , , s, t, c] = focus;
      const key = focus.join('/');
      const layout = `${site.buildings} ${site.halls} ${site.rows} ${site.positions} `;
      const rack = stand(
        ultraserver,
        layout + focus.slice(0, 4).join('/'),
        () => placeOf(site, focus.slice(0, 4)),
        () => createUltraServerModel(near),
        true,
      );
      rack.local.uFade.value = fades.ultraserver;
      rack.local.uDim.value = RACK_DIM * fades.tray;
      rack.local.uHidden.value = fades.tray > 0 ? slotOf(s, t) : -1;
      rack.flow.uFade.value = fades.ultraserver * (1 - fades.tray);
      rack.flows.visible = rack.flow.uFade.value > 0;
      // Inside a chip's view no rack can be seen.
      rack.still.visible = fades.chip < 1;
      if (fades.tray <= 0) return;

      const open = stand(
        tray,
        layout + focus.slice(0, 6).join('/'),
        () => placeOf(site, focus.slice(0, 6)),
        () => createTrayModel(near, s, t),
        false,
      );
      open.local.uFade.value = fades.tray;
      open.flow.uFade.value = fades.tray * fades.tray;
      // The tray slides out of its rack.
      open.object.position.z = (fades.tray - 1) * M.tray.pull;
      if (fades.chip <= 0 || t === 1) return;

      const inside = stand(
        chip,
        layout + key,
        () => placeOf(site, focus),
        () => createChipModel(near, chipOfTray(s, t, c - 1)),
        false,
      );
      inside.flow.uFade.value = fades.chip;
    },
    dispose() {
      for (const one of all) one.model?.dispose();
    },
  };
}
