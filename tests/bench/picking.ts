import { placeOf } from '../../src/cluster/places.ts';
import { toCampus } from '../../src/scene/camera/homes.ts';
import { pick } from '../../src/scene/picking.ts';

/** The largest campus. */
const SITE = { buildings: 30, halls: 4, rows: 12, positions: 24, filled: 24 };
const PICKS = 4000;

export interface PickingBench {
  /** Of one pick among 34,560 UltraServers, seconds. */
  readonly medianSeconds: number;
  readonly p95Seconds: number;
}

/** Rays from all around at UltraServers all over the campus, at the depths of UltraServers and of trays. */
export function benchPicking(): PickingBench {
  const seconds: number[] = [];
  let hits = 0;
  for (let i = 0; i < PICKS; i++) {
    const address = [1 + (i % 30), 1 + (i % 4), 1 + (i % 12), 1 + (i % 24)];
    const place = placeOf(SITE, address);
    const aside = Math.sin(i) * 0.4;
    const from = toCampus(place, aside + Math.cos(i), 1 + Math.sin(i * 0.7), 2);
    const to = toCampus(place, aside, 1.2, 0);
    const ray = {
      origin: { x: from[0], y: from[1], z: from[2] },
      direction: { x: to[0] - from[0], y: to[1] - from[1], z: to[2] - from[2] },
    };
    const start = performance.now();
    if (pick(SITE, ray, i % 2 === 0 ? 4 : 6, address)) hits += 1;
    seconds.push((performance.now() - start) / 1000);
  }
  if (hits < PICKS / 2) throw new Error(`most rays must hit: ${hits} of ${PICKS}`);
  seconds.sort((a, b) => a - b);
  return { medianSeconds: seconds[PICKS >> 1], p95Seconds: seconds[Math.floor(PICKS * 0.95)] };
}
