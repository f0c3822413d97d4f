import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group, type Vector3 } from 'three';
import type { Job } from '../../cluster/job.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { plotCentre, rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { type Bodies, createBodies } from '../bodies.ts';
import { buildingRows, TALL } from '../campus/Campus.tsx';
import { exitSide } from '../campus/lanes.ts';
import { lorry, roofBodies, shellBodies, yardBodies } from '../campus/plan.ts';
import { createNumbers } from '../numbers.ts';
import { createPeople } from '../people.ts';
import { createRibbons, type Ribbons } from '../ribbons.ts';
import { rowClasses } from '../rowLight.ts';
import { createFocusRow } from '../rows/focusRow.ts';
import { createRows, type RowBox } from '../rows/rows.ts';
import { type Shared, useShared } from '../shared.ts';
import { createHallFloors } from './floor.ts';
import { createNumerals } from './numerals.ts';
import { envelopeBodies, galleryBodies, hallBodies, hallRibbons, hallX, trunkRibbons } from './plan.ts';

/** How much is shown of a hall's neighbours beside it, and of machines beside halls. */
const BESIDE = 0.1;
const MACHINES = 0.4;

/** The focused building, opened: halls, rows, ladder trays, machines under a roof that fades. */
export function Building() {
  const shared = useShared();
  const site = useRainier((state) => state.site);
  const job = useRainier((state) => state.job);
  const building = useMemo(
    () => (site && job ? createBuilding(shared, site, job) : null),
    [shared, site, job],
  );
  useEffect(() => {
    shared.invalidate();
    return () => building?.dispose();
  }, [shared, building]);
  useFrame(() => building?.update());
  return building ? <primitive object={building.group} /> : null;
}

function createBuilding(shared: Shared, site: SiteLayout, job: Job) {
  const group = new Group();
  const classes = rowClasses(job);
  const numbers = createNumbers();
  const roof = createBodies(shared, [...shellBodies(site), ...roofBodies()], 'seeThrough');
  const envelope = createBodies(shared, [...envelopeBodies(), ...lorry(-22, 97, 1)]);
  const machines = createBodies(shared, [...galleryBodies(), ...yardBodies(25)]);
  const halls = createBodies(shared, hallBodies(site), 'beside');
  const floors = createHallFloors(shared, site, classes);
  const numerals = createNumerals(shared, site, numbers);
  const rowOptions = { positions: site.positions, filled: site.filled, uneven: classes.uneven };
  const count = site.halls * site.rows;
  const far = createRows(shared, { ...rowOptions, capacity: count });
  const near = createRows(shared, { ...rowOptions, capacity: site.rows + 2 });
  const row = createFocusRow(shared, site, numbers, classes);
  const people = createPeople(shared, standing(site));
  const flows = new Map<1 | -1, Ribbons[]>();
  const flowOptions = { lines: 1, gain: 1 };
  for (const side of [1, -1] as const) {
    const inside = createRibbons(shared, hallRibbons(site, side), {
      ...flowOptions,
      name: 'ladder trays',
      spacing: 2.4,
      strands: 4,
      beside: true,
    });
    const trunk = createRibbons(shared, trunkRibbons(site, side), {
      name: 'trunk',
      spacing: 8,
      strands: 4,
      lines: Math.min(site.rows, 12),
      gain: 1.6,
    });
    flows.set(side, [inside, trunk]);
    group.add(inside.mesh, trunk.mesh);
  }
  group.add(near.mesh, far.mesh, halls.mesh, envelope.mesh, machines.mesh, floors.mesh);
  group.add(row.group, numerals.mesh, people.mesh, roof.mesh);
  roof.mesh.renderOrder = 20;
  numerals.mesh.renderOrder = 12;
  people.mesh.renderOrder = 15;
  let placed = '';

  return {
    group,
    update() {
      const { fades, journey } = shared;
      const [b, h, r, u] = journey.focus;
      const cutout = shared.still?.cutout ?? false;
      group.visible = fades.roof < 1 && b !== undefined && fades.tray < 1;
      // Cut out, a row stands alone, and so does an UltraServer.
      if (cutout && fades.ultraserver > 0.5) group.visible = false;
      const alone = cutout && fades.row > 0.5;
      const plot = plotCentre(Math.max(0, (b ?? 1) - 1));
      // Also where nothing of the building is drawn: a camera that jumps out of a row must not leave the campus cut.
      aimCut(shared, plot.x);
      if (!group.visible) return;
      group.position.set(plot.x, 0, plot.z);
      const first = (b - 1) * site.halls;
      // The near façade takes the focused hall once its trays could be seen; the focused UltraServer's part of its row
      // is left to its own mesh, which fades as the real one opens.
      const detailed = journey.reach < 230;
      const split = fades.ultraserver > 0;
      const key = `${b} ${h} ${detailed} ${split || alone ? `${r} ${u}` : ''} ${alone}`;
      if (key !== placed) {
        placed = key;
        const all = buildingRows(site, b - 1);
        const mine = (line: number): boolean => detailed && Math.floor(line / site.rows) === first + h - 1;
        far.set(all.filter(({ line }) => !mine(line)));
        near.set(
          nearestFirst(
            all
              .filter(({ line }) => mine(line) && (!alone || line % site.rows === r - 1))
              .flatMap((box) => cut(box, split && box.line % site.rows === r - 1 ? u - 1 : -1)),
            hallX(site, h - 1) + rowOffset(site, r - 1),
          ),
        );
        people.mesh.position.x = hallX(site, h - 1);
      }
      const tall = 1 + (TALL - 1) * fades.roof;
      far.uniforms.uTall.value = near.uniforms.uTall.value = tall;
      const beside = (BESIDE + (1 - BESIDE) * fades.building) * (1 - fades.row);
      far.uniforms.uShow.value = beside;
      (shared.uniforms.uBeside.value as Vector3).set(hallX(site, h - 1), M.hall.pitch / 2, beside);
      far.uniforms.uJitter.value = 0.07;
      near.uniforms.uJitter.value = 0.07 * (1 - fades.row);
      near.uniforms.uShow.value = 0.25 + 0.75 * fades.neighbours;
      // Rows give way to the UltraServer that is opened, and are blended only while they do.
      near.uniforms.uAlpha.value = 1 - fades.ultraserver;
      for (const material of near.mesh.material) material.transparent = fades.ultraserver > 0;
      near.mesh.renderOrder = fades.ultraserver > 0 ? 11 : 0;
      far.mesh.visible = beside > 0;
      near.mesh.visible = detailed && fades.ultraserver < 1;
      row.update(b, h, r, u, tall);
      near.uniforms.uFronted.value = row.fronted;
      show(roof, fades.roof);
      show(envelope, fades.building);
      // Machines are what is looked at on their own layer alone.
      show(machines, fades.building * (shared.layer === 'power' ? 1 : MACHINES));
      const around = 1 - 0.75 * fades.ultraserver;
      halls.uniforms.uShow.value = (0.2 + 0.8 * fades.rows) * around;
      for (const [side, ribbons] of flows)
        for (const ribbon of ribbons) {
          ribbon.mesh.visible = side === exitSide(b - 1) && fades.roof < 0.9;
          ribbon.uniforms.uBase.value = first * site.rows;
          ribbon.uniforms.uShow.value = (1 - fades.roof) * (0.2 + 0.8 * fades.rows) * around;
        }
      const [, trunk] = flows.get(exitSide(b - 1)) ?? [];
      if (trunk && fades.building <= 0) trunk.mesh.visible = false;
      floors.uniforms.uDetail.value = fades.hall;
      floors.uniforms.uNear.value = 1 - 0.55 * fades.row;
      floors.update(first);
      numerals.uniforms.uBase.value = first * site.rows;
      numerals.uniforms.uRows.value = fades.hall * fades.neighbours;
      numerals.uniforms.uHallsShown.value = (1 - fades.roof) * fades.building;
      // Beside an opened UltraServer the hall has given way, and whoever stood in it would float.
      people.uniforms.uShow.value = fades.hall * fades.rows * (1 - fades.ultraserver);
      people.mesh.visible = people.uniforms.uShow.value > 0;
      floors.mesh.visible = halls.mesh.visible = numerals.mesh.visible = !alone;
      if (!alone) return;
      people.mesh.visible = false;
      far.mesh.visible = envelope.mesh.visible = machines.mesh.visible = roof.mesh.visible = false;
      for (const ribbons of flows.values()) for (const ribbon of ribbons) ribbon.mesh.visible = false;
    },
    dispose() {
      for (const part of [roof, envelope, machines, halls, floors, numerals, far, near, row, people, numbers])
        part.dispose();
      for (const ribbons of flows.values()) for (const ribbon of ribbons) ribbon.dispose();
    },
  };
}

/** Sinks what stands between the eye and the row that is looked at, once the camera is down among the rows. */
function aimCut({ journey, fades, uniforms }: Shared, x: number): void {
  const { eye, target, distance } = journey;
  // Seen along the rows nothing is in the way.
  const across = (eye.x - target.x) / distance;
  const k = Math.min(1, Math.max(0, (Math.abs(across) - 0.12) / 0.2));
  (uniforms.uCut.value as Vector3).set(target.x - x, Math.sign(across), fades.row * k);
}

function show(bodies: Bodies, share: number): void {
  bodies.uniforms.uShow.value = share;
  bodies.mesh.visible = share > 0;
}

/** The focused row and its neighbours before those behind: depth then rejects what they cover. */
function nearestFirst(boxes: readonly RowBox[], x: number): RowBox[] {
  return [...boxes].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x));
}

/** A row without position `u` (from 0); whole where that is −1. */
function cut(box: RowBox, u: number): RowBox[] {
  return u < 0
    ? [box]
    : [
        { ...box, to: u },
        { ...box, from: u + 1 },
      ];
}

/** Feet of the people in a hall, metres from its middle: two in front of row 1, one at the row ends. */
function standing(site: SiteLayout): [number, number, number][] {
  const south = (site.positions * M.ultraserver.pitch) / 2;
  return [
    [-17.6, 0, 4],
    [-17.9, 0, 5.1],
    [3.4, 0, south + 3.2],
  ];
}
