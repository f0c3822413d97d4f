import { HUB, METRES as M } from '../../cluster/metres.ts';
import { plotCentre } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import type { Body } from '../bodies.ts';

const { building: B, hall: H } = M;
/** Roofed galleries north and south of the halls, metres deep. */
export const GALLERY = (B.depth - H.depth) / 2;

/** A closed building in its own frame: galleries and cross walls with their roof; the halls are left open. */
export function shellBodies(site: SiteLayout): Body[] {
  const bodies: Body[] = [];
  const height = B.height;
  for (const z of [-1, 1]) {
    bodies.push({
      at: [0, 0, (z * (H.depth + GALLERY)) / 2],
      size: [B.width, height, GALLERY],
      edge: 0.9,
      louvres: 1.6,
    });
  }
  const halls = site.halls;
  const span = (halls - 1) * H.pitch + H.width;
  const end = (B.width - span) / 2;
  for (const x of [-1, 1]) {
    bodies.push({
      at: [(x * (span + end)) / 2, 0, 0],
      size: [end, height, H.depth],
      edge: 0.9,
      louvres: 1.6,
    });
  }
  for (let h = 1; h < halls; h++) {
    bodies.push({
      at: [(h - halls / 2) * H.pitch, 0, 0],
      size: [H.pitch - H.width, height, H.depth],
      edge: 0.8,
    });
  }
  return bodies;
}

/** Air handlers on the roof. */
export function roofBodies(): Body[] {
  const bodies: Body[] = [];
  const { width, depth, height } = M.roofUnit;
  for (const z of [-1, 1])
    for (let i = 0; i < 14; i++)
      bodies.push({
        at: [(i - 6.5) * 14.2, B.height, z * (H.depth / 2 + GALLERY / 2)],
        size: [width, height, depth],
        tone: 0.95,
        edge: 0.45,
      });
  return bodies;
}

/** Generators along both long sides, `count` a side: 25, or fewer where they are a pixel or two. */
export function yardBodies(count: number): Body[] {
  const bodies: Body[] = [];
  const { width, depth, height } = M.generator;
  for (const z of [-1, 1])
    for (let i = 0; i < count; i++)
      bodies.push({
        at: [((i - (count - 1) / 2) * 200) / count + (i % 6 === 5 ? 1.6 : 0), 0, z * (B.depth / 2 + 7)],
        size: [width, height, depth],
        tone: 1.1,
        edge: 0.4,
      });
  return bodies;
}

/** All buildings closed, each hidden while it is the open one; in the campus frame. */
export function campusShells(site: SiteLayout): Body[] {
  const one = [...shellBodies(site), ...roofBodies(), ...yardBodies(13)];
  const all: Body[] = [];
  for (let b = 0; b < site.buildings; b++) {
    const { x, z } = plotCentre(b);
    for (const body of one)
      all.push({ ...body, at: [body.at[0] + x, body.at[1], body.at[2] + z], owner: b + 1 });
  }
  return all;
}

/** What stands on the campus besides buildings: the hub, lorries for scale, the substation, trees as rounded blocks. */
export function surroundings(): Body[] {
  const bodies: Body[] = [
    { at: [HUB.x, 0, HUB.z], size: [HUB.size, M.hub.height, HUB.size], edge: 0.9, louvres: 1.2 },
  ];
  for (const [x, z, way] of LORRIES) bodies.push(...lorry(x, z, way));
  bodies.push(...substation());
  for (const [x, z, height] of trees()) {
    bodies.push({ at: [x, 0, z], size: [height * 0.62, height, height * 0.62], tone: 0.62, edge: 0.12 });
  }
  return bodies;
}

/** Places on the roads (x, z) and the way they head: 1 along x, 0 along z. */
const LORRIES: readonly (readonly [number, number, 0 | 1])[] = [
  [40, 192, 1],
  [118, 188, 1],
  [-141, 20, 0],
  [262, -2, 1],
  [-372, 2, 1],
  [149, 128, 0],
  [-330, 191, 1],
];

export function lorry(x: number, z: number, along: 0 | 1): Body[] {
  const { trailer, cab, width, height } = M.lorry;
  const size = (length: number, tall: number): [number, number, number] =>
    along ? [length, tall, width] : [width, tall, length];
  const move = (by: number): [number, number, number] => (along ? [x + by, 0, z] : [x, 0, z + by]);
  return [
    { at: move(0), size: size(trailer, height), tone: 3, edge: 0.3 },
    { at: move(trailer / 2 + 0.5 + cab / 2), size: size(cab, height * 0.82), tone: 2.2, edge: 0.3 },
  ];
}

/** The substation at the east edge, fed by a 345 kV line (schematic). */
function substation(): Body[] {
  const bodies: Body[] = [{ at: [800, 0, 60], size: [120, 0.4, 150], tone: 0.8, edge: 0.6 }];
  for (let i = 0; i < 4; i++)
    for (let k = 0; k < 3; k++)
      bodies.push({ at: [768 + i * 22, 0.4, 20 + k * 40], size: [9, 6, 7], tone: 1.1, edge: 0.5 });
  for (let i = 0; i < 6; i++) {
    const z = 60 - i * 300;
    bodies.push({ at: [872, 0, z], size: [2.2, 44, 2.2], tone: 1.1, edge: 0.4 });
    for (const y of [26, 34, 41])
      bodies.push({ at: [872, y, z], size: [17, 0.8, 0.8], tone: 1.1, edge: 0.4 });
  }
  return bodies;
}

/** Rows and clumps of trees outside the plots: x, z, height. The same every time, by a small generator. */
function trees(): [number, number, number][] {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const list: [number, number, number][] = [];
  for (let i = 0; i < 90; i++) {
    const side = i % 3;
    const along = (random() - 0.5) * 1900;
    const off = (random() - 0.5) * 22;
    const height = 5 + random() * 6;
    if (side === 0) list.push([along, -620 + off, height]);
    else if (side === 1) list.push([-760 + off, along * 0.7, height]);
    else list.push([960 + off * 4, along * 0.7, height]);
  }
  for (let clump = 0; clump < 7; clump++) {
    const cx = (random() - 0.5) * 3000;
    const cz = -900 - random() * 900;
    for (let i = 0; i < 12; i++)
      list.push([cx + (random() - 0.5) * 180, cz + (random() - 0.5) * 90, 6 + random() * 6]);
  }
  return list;
}
