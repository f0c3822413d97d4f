import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { plotCentre } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { createBodies } from '../bodies.ts';
import { createRibbons } from '../ribbons.ts';
import { createGlow } from '../rows/glow.ts';
import { type Shared, useShared } from '../shared.ts';
import { buildingRows, campusRows, TALL } from './Campus.tsx';
import { laneRibbons } from './lanes.ts';
import { surroundings } from './surroundings.ts';
import { groundWorks } from './works.ts';

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
  const lanes = createRibbons(shared, laneRibbons(site), {
    name: 'lanes',
    spacing: 26,
    strands: 2,
    lines: Math.min(site.rows, 12),
    gain: 1.6,
  });
  const campus = createGlow(shared, campusRows(site), site.filled);
  const building = createGlow(shared, buildingRows(site, 0), site.filled);
  group.add(bodies.mesh, lanes.mesh, campus.mesh, building.mesh);
  return {
    group,
    update() {
      const { fades, journey, rowOrder } = shared;
      bodies.mesh.visible = lanes.mesh.visible = fades.campus > 0;
      bodies.uniforms.uShow.value = lanes.uniforms.uShow.value = fades.campus;
      // Added light is for night, and for those who can afford it.
      const afforded = shared.tier > 0 && !shared.paper;
      const far = afforded ? 0.2 * fades.sorted : 0;
      campus.mesh.visible = far > 0;
      campus.uniforms.uShow.value = far;
      campus.uniforms.uTall.value = TALL;
      campus.uniforms.uReach.value = 5;
      if (far > 0 && rowOrder) campus.sort(rowOrder.lines);
      const b = journey.focus[0];
      const near = afforded && b !== undefined ? 0.05 * (1 - fades.roof) * (1 - fades.row) : 0;
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
      for (const part of [bodies, lanes, campus, building]) part.dispose();
    },
  };
}
