import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { plotCentre } from '../../cluster/places.ts';
import { hallsOf } from '../../cluster/site.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { createBodies } from '../bodies.ts';
import { FAR_WALL } from '../building/plan.ts';
import { createRibbons } from '../ribbons.ts';
import { createGlow } from '../rows/glow.ts';
import { type Shared, useShared } from '../shared.ts';
import { buildingRows, campusRows, TALL } from './Campus.tsx';
import { laneRibbons } from './lanes.ts';
import { surroundings } from './surroundings.ts';
import { createWash } from './wash.ts';
import { groundWorks } from './works.ts';

/** How far the light of lanes lies above them, metres, and how many times as wide it is. */
const HALO = { above: 0.4, wider: 5 } as const;

/** What the first picture can do without: lanes to the hub, lorries, trees, the substation, ground works, light that stands over rows. */
export function Surroundings() {
  const shared = useShared();
  const site = useRainier((state) => state.site);
  const around = useMemo(() => (site ? createAround(shared, site) : null), [shared, site]);
  useEffect(() => {
    shared.invalidate();
    return () => around?.dispose();
  }, [shared, around]);
  useFrame(() => around?.update());
  return around ? <primitive object={around.group} /> : null;
}

function createAround(shared: Shared, site: SiteLayout) {
  const group = new Group();
  const bodies = createBodies(shared, [...surroundings(), ...groundWorks(site.buildings)]);
  const ways = laneRibbons(site);
  const flow = { spacing: 26, strands: 2, lines: Math.min(site.rows, 12), gain: 1.6 };
  const lanes = createRibbons(shared, ways, { ...flow, name: 'lanes' });
  const halo = createRibbons(
    shared,
    ways.map(({ way, width, source }) => ({
      way: way.map(([x, y, z]) => [x, y + HALO.above, z] as const),
      width: width * HALO.wider,
      source,
    })),
    { ...flow, name: 'light of lanes', halo: true },
  );
  const campus = createGlow(shared, campusRows(site), site.filled);
  const building = createGlow(shared, buildingRows(site, 0), site.filled);
  const wash = createWash(shared, site);
  /** Rows in their own places, for where they are not sorted. */
  const own = Uint16Array.from({ length: hallsOf(site) * site.rows }, (_, line) => line);
  halo.mesh.renderOrder = 15;
  group.add(bodies.mesh, lanes.mesh, halo.mesh, wash.mesh, campus.mesh, building.mesh);
  return {
    group,
    update() {
      const { fades, journey, rowOrder } = shared;
      bodies.mesh.visible = lanes.mesh.visible = fades.campus > 0;
      bodies.uniforms.uShow.value = lanes.uniforms.uShow.value = fades.campus;
      lanes.uniforms.uShow.value *= 0.4 + 0.6 * fades.others;
      // Added light is for night, and for those who can afford it.
      const afforded = shared.tier > 0 && !shared.paper;
      halo.mesh.visible = afforded && fades.campus > 0;
      halo.uniforms.uShow.value = lanes.uniforms.uShow.value;
      const far = afforded ? 0.3 * fades.sorted : 0;
      campus.mesh.visible = far > 0;
      campus.uniforms.uShow.value = far;
      campus.uniforms.uTall.value = TALL;
      campus.uniforms.uReach.value = 6;
      if (far > 0 && rowOrder) campus.sort(rowOrder.lines);
      const [b = 0, h = 0] = journey.focus;
      wash.mesh.visible = afforded && fades.row < 1;
      // Dark for a moment where rows change from one order to the other.
      wash.uniforms.uShow.value = 0.42 * Math.abs(2 * fades.sorted - 1) * (1 - fades.row);
      wash.uniforms.uOpen.value = fades.roof < 1 ? b : 0;
      wash.uniforms.uWall.value = FAR_WALL + (M.building.height - FAR_WALL) * fades.roof;
      wash.uniforms.uOthers.value = fades.campus * fades.others;
      wash.uniforms.uHall.value = (b - 1) * site.halls + h - 1;
      if (wash.mesh.visible) wash.sort(fades.sorted > 0.5 && rowOrder ? rowOrder.lines : own);
      const near = afforded && b > 0 ? 0.05 * (1 - fades.roof) * (1 - fades.row) : 0;
      building.mesh.visible = near > 0;
      if (near <= 0) return;
      const { x, z } = plotCentre(b - 1);
      building.mesh.position.set(x, 0, z);
      building.uniforms.uBase.value = (b - 1) * site.halls * site.rows;
      building.uniforms.uShow.value = near;
      building.uniforms.uTall.value = 1 + (TALL - 1) * fades.roof;
      building.uniforms.uReach.value = 0.5 + 2.5 * fades.building;
    },
    dispose() {
      for (const part of [bodies, lanes, halo, wash, campus, building]) part.dispose();
    },
  };
}
