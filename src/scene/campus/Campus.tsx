import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import type { Job } from '../../cluster/job.ts';
import { METRES as M, PLOTS } from '../../cluster/metres.ts';
import { plotCentre, rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { createBodies } from '../bodies.ts';
import { beyond } from '../fades.ts';
import { rowClasses } from '../rowLight.ts';
import { createRowOrder } from '../rows/order.ts';
import { createRows, type RowBox } from '../rows/rows.ts';
import { type Shared, useShared } from '../shared.ts';
import { createGround, type Rectangle } from './ground.ts';
import { campusShells } from './plan.ts';
import { createSpill, SPILL_HALF } from './spill.ts';

/** How much taller rows are drawn while the roofs are on. */
export const TALL = 3.2;

/** Ground, closed buildings with their rows seen through the open halls. */
export function Campus() {
  const shared = useShared();
  const site = useRainier((state) => state.site);
  const job = useRainier((state) => state.job);
  const campus = useMemo(() => (site && job ? createCampus(shared, site, job) : null), [shared, site, job]);
  useEffect(() => {
    shared.invalidate();
    return () => campus?.dispose();
  }, [shared, campus]);
  useFrame(() => campus?.update());
  return campus ? <primitive object={campus.group} /> : null;
}

function createCampus(shared: Shared, site: SiteLayout, job: Job) {
  const group = new Group();
  const classes = rowClasses(job);
  const spill = createSpill(shared, site, classes);
  const spillShow = { value: 1 };
  const ground = createGround(shared, {
    spill: spill.texture,
    spillHalf: SPILL_HALF,
    spillShow,
    built: builtPlots(site),
  });
  const shells = createBodies(shared, campusShells(site));
  const boxes = campusRows(site);
  const rows = createRows(shared, {
    capacity: boxes.length,
    positions: site.positions,
    filled: site.filled,
    uneven: classes.uneven,
    sorted: !classes.uneven,
  });
  rows.set(boxes);
  const order = createRowOrder(classes);
  rows.sort(order.lines);
  shared.rowOrder = classes.uneven ? null : order;
  group.add(rows.mesh, shells.mesh, ...ground.meshes);

  return {
    group,
    update() {
      const { fades, journey } = shared;
      const open = journey.focus[0] ?? 0;
      const show = fades.campus * fades.others;
      shells.mesh.visible = rows.mesh.visible = show > 0;
      shells.uniforms.uShow.value = show;
      rows.uniforms.uShow.value = show;
      rows.uniforms.uTall.value = TALL;
      rows.uniforms.uJitter.value = 0.07;
      rows.uniforms.uSorted.value = fades.sorted;
      // Boxes were set line by line.
      if (fades.sorted > 0 && order.update(shared.classState)) rows.sort(order.lines);
      // The focused building stands apart (building/Building.tsx) as soon as its roof gives way.
      const apart = fades.roof < 1 ? open : 0;
      shells.uniforms.uWithout.value = apart;
      rows.uniforms.uWithout.value = apart;
      ground.setPlain(1 - beyond(journey.reach, 26, 50));
      if (shared.still?.cutout) for (const mesh of ground.meshes) mesh.visible = false;
      ground.leaveOut(apart > 0 ? hallFloors(site, open - 1) : null);
      spillShow.value = fades.campus * (0.25 + 0.75 * fades.roof);
      if (spillShow.value > 0) spill.update();
    },
    dispose() {
      for (const part of [spill, ground, shells, rows]) part.dispose();
    },
  };
}

/** The ground that the halls of building `b` (from 0) have floors of their own on. */
function hallFloors(site: SiteLayout, b: number): Rectangle {
  const { x, z } = plotCentre(b);
  return { x, z, width: (site.halls - 1) * M.hall.pitch + M.hall.width, depth: M.hall.depth };
}

/** Bit per column of plots that holds a building, one number a row of plots. */
function builtPlots(site: SiteLayout): number[] {
  const bits = new Array<number>(M.plot.rows).fill(0);
  for (let b = 0; b < site.buildings; b++) {
    const [column, row] = PLOTS[b % PLOTS.length];
    bits[row] |= 1 << column;
  }
  return bits;
}

/** Every row of the site in the campus frame. */
export function campusRows(site: SiteLayout): RowBox[] {
  const boxes: RowBox[] = [];
  for (let b = 0; b < site.buildings; b++) {
    const { x, z } = plotCentre(b);
    boxes.push(...buildingRows(site, b).map((box) => ({ ...box, x: box.x + x, z: box.z + z, owner: b + 1 })));
  }
  return boxes;
}

/** Every row of building `b` (from 0) in its own frame. */
export function buildingRows(site: SiteLayout, b: number): RowBox[] {
  const boxes: RowBox[] = [];
  for (let h = 0; h < site.halls; h++)
    for (let r = 0; r < site.rows; r++) {
      const line = (b * site.halls + h) * site.rows + r;
      boxes.push({
        x: (h - (site.halls - 1) / 2) * M.hall.pitch + rowOffset(site, r),
        z: 0,
        line,
        facing: r % 2 === 0 ? -1 : 1,
        from: 0,
        to: site.filled,
        owner: 0,
      });
    }
  return boxes;
}
