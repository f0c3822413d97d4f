import { METRES as M } from '../../cluster/metres.ts';
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

/** A lorry for scale on a road, heading along x or z. */
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
