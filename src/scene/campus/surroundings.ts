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
