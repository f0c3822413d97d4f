import { Group, type Vector3 } from 'three';
import type { Address } from '../../cluster/address.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { type Place, placeOf } from '../../cluster/places.ts';
import { CORES } from '../../cluster/site.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { createChipModel } from '../chip/model.ts';
import { coreAt } from '../chip/plan.ts';
import { createCoreModel } from '../core/model.ts';
import type { Fades } from '../fades.ts';
import { chipInTray, chipOfTray } from '../tray/bodies.ts';
import { createTrayModel } from '../tray/model.ts';
import { slotOf } from '../ultraserver/bodies.ts';
import { createUltraServerModel } from '../ultraserver/model.ts';
import { createUnfolded, type Unfolded } from '../ultraserver/unfolded.ts';
import type { NearModel } from './model.ts';
import type { NearUniforms } from './uniforms.ts';

/** How far the racks sink into the fog while a tray is looked at. */
const RACK_DIM = 0.86;

/** The same while their torus stands before them as a cube. */
const EMPTIED_DIM = 0.9;

/** How far a package sinks while one of its cores is looked at. */
const CHIP_DIM = 0.8;

/** How far from the middle of a chip all is its own, metres; how far the rest of its board sinks then. */
const SPOT = 0.046;
const SPOT_DIM = 0.72;

/** The near levels around the focus: UltraServer, tray, chip; each built when it is first seen. */
export interface Levels {
  readonly object: Group;
  /** Stands at the focused UltraServer while it is opened. */
  readonly racks: Group;
  /** Places and fades everything for the focused chip (seven numbers) of a site; `target` is the looked-at point in the
   *  campus frame, metres; `unfolded` how far the torus is pulled out of the racks, 0 … 1; `rich` light is thrown wherever
   *  it falls, also where that is dear. */
  update(
    site: SiteLayout,
    focus: Address,
    target: Vector3,
    fades: Fades,
    unfolded: number,
    rich: boolean,
  ): void;
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
  const core = level();
  const all = [ultraserver, tray, chip, core];
  let cube: Unfolded | null = null;

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
    racks: ultraserver.group,
    update(site, focus, target, fades, unfolded, rich) {
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
      rack.setCards(fades.ultraserver * (1 - fades.tray) * (1 - unfolded));
      rack.local.uDim.value = Math.max(RACK_DIM * fades.tray, EMPTIED_DIM * unfolded);
      rack.local.uHidden.value = fades.tray > 0 ? slotOf(s, t) : -1;
      rack.flow.uFade.value = fades.ultraserver * (1 - fades.tray) * (1 - unfolded);
      rack.flows.visible = rack.flow.uFade.value > 0;
      if (unfolded > 0 && !cube) {
        cube = createUnfolded(near);
        ultraserver.group.add(cube.object);
      }
      cube?.show(unfolded, fades.ultraserver);
      // What is on its way to the cube is no longer in the racks.
      for (const part of ['cells', 'tubes', 'markers'] as const) {
        const mesh = rack.meshes[part];
        if (mesh) mesh.visible = unfolded === 0;
      }
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
      open.setCards(fades.tray * (1 - fades.chip));
      open.flows.visible = fades.core < 1;
      // Beside a chip the signs of its tray would be as large as its cores.
      if (open.meshes.markers) open.meshes.markers.visible = fades.chip < 0.6;
      open.local.uHidden.value = -1;
      open.local.uDim.value = CHIP_DIM * fades.core;
      // Around the chip that is looked at, what stands on its board gives way.
      const [spotX, , spotZ] = chipInTray(c - 1);
      open.local.uSpot.value.set(spotX, spotZ, SPOT, SPOT_DIM * fades.chip);
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
      inside.setCards(rich ? fades.chip * (1 - fades.core) : 0);
      inside.flow.uFade.value = fades.chip;
      inside.flow.uDim.value = CHIP_DIM * fades.core;
      if (fades.core <= 0) return;

      const n = nearestCore(placeOf(site, focus), target);
      const deepest = stand(
        core,
        `${layout}${key}/${n}`,
        () => placeOf(site, [...focus, n]),
        () => createCoreModel(near, chipOfTray(s, t, c - 1)),
        false,
      );
      // The near drawing stands where the chip's own drawing of that core stood.
      open.local.uHidden.value = (c - 1) * CORES + n - 1;
      deepest.setCards(fades.core);
      deepest.local.uFade.value = fades.core;
      deepest.flow.uFade.value = fades.core;
    },
    dispose() {
      for (const one of all) one.model?.dispose();
      cube?.dispose();
    },
  };
}

/** Number of the core of a chip (from 1) that stands nearest to a point of the campus frame. */
function nearestCore(chip: Place, point: Vector3): number {
  const s = Math.sin(chip.yaw);
  const c = Math.cos(chip.yaw);
  const dx = point.x - chip.x;
  const dz = point.z - chip.z;
  const x = dx * c - dz * s;
  const z = dx * s + dz * c;
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let n = 1; n <= CORES; n++) {
    const [cx, , cz] = coreAt(n);
    const distance = Math.hypot(x - cx, z - cz);
    if (distance < least) {
      least = distance;
      best = n;
    }
  }
  return best;
}
