import { HUB, METRES as M } from '../../cluster/metres.ts';
import type { Body } from '../bodies.ts';
import { lorry } from './plan.ts';

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

/** Middle of the substation beyond the northern plots, where the home view shows it; its real place is not drawn. */
export const SUBSTATION = { x: 170, z: -622, width: 150, depth: 84 } as const;
/** Metres from one pylon to the next. */
const PYLONS = 230;

/** Transformers between busbars in a fenced yard, and the line that feeds them from the east (schematic). */
function substation(): Body[] {
  const { x, z, width, depth } = SUBSTATION;
  const bodies: Body[] = [{ at: [x, 0, z], size: [width, 0.5, depth], tone: 1.25, edge: 0.7 }];
  for (let i = 0; i < 6; i++) {
    const at = x + (i - 2.5) * 23;
    // A transformer with its coolers, and the gantries before and behind it.
    bodies.push({ at: [at, 0.5, z + 12], size: [8, 7, 10], tone: 1.3, edge: 0.6 });
    bodies.push({ at: [at, 0.5, z + 22], size: [10, 5, 4], tone: 1.1, edge: 0.5 });
    for (const by of [-30, -8]) {
      for (const side of [-8, 8])
        bodies.push({ at: [at + side, 0.5, z + by], size: [1, 15, 1], tone: 1.5, edge: 0.5 });
      bodies.push({ at: [at, 15, z + by], size: [17, 1, 1], tone: 1.5, edge: 0.5 });
    }
  }
  for (let i = 0; i < 5; i++) {
    const along = x + width / 2 + 30 + i * PYLONS;
    const north = z - 30 - i * 36;
    bodies.push({ at: [along, 0, north], size: [2.4, 44, 2.4], tone: 1.5, edge: 0.5 });
    for (const y of [26, 34, 41])
      bodies.push({ at: [along, y, north], size: [1, 1, 18], tone: 1.5, edge: 0.5 });
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
    if (side === 0) list.push([along, -705 + off, height]);
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
