import { network } from '../facts/network.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';
import { chipOfRank, type Job, placeJob } from './job.ts';
import { placeOf } from './places.ts';
import { CHIPS_PER_ULTRASERVER, ultraServerAddress } from './site.ts';

/** Members of a group that are looked at: enough to find how far it stretches. */
const SAMPLES = 256;

/** Seconds that light takes along the fibres of a group, on top of the latency of the network. */
export interface Reach {
  /** Between the two members farthest apart. */
  across(size: number, stride: number): number;
  /** Between neighbours: the longest way of them. */
  toNext(size: number, stride: number): number;
}

/** How far the groups of a job stretch over its site, for the group of rank 0; nothing where no site is known. */
export function reachOf(scenario: ResolvedScenario): Reach {
  const { site } = scenario.cluster;
  if (!site) return { across: () => 0, toNext: () => 0 };
  const job = placeJob(scenario, site);
  return {
    across(size, stride) {
      const picked = Math.min(size, SAMPLES);
      const points = Array.from({ length: picked }, (_, i) =>
        pointOf(job, stride * Math.floor((i * (size - 1)) / Math.max(1, picked - 1))),
      );
      const span = (axis: 0 | 1) =>
        Math.max(...points.map((point) => point[axis])) - Math.min(...points.map((point) => point[axis]));
      return network.fabric.propagation.value * (span(0) + span(1));
    },
    toNext(size, stride) {
      let longest = 0;
      for (let i = 1; i < Math.min(size, SAMPLES); i++) {
        const [a, b] = [pointOf(job, stride * (i - 1)), pointOf(job, stride * i)];
        longest = Math.max(longest, Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]));
      }
      return network.fabric.propagation.value * longest;
    },
  };
}

/** Where the UltraServer of a rank stands, metres east and south. */
function pointOf(job: Job, rank: number): readonly [x: number, z: number] {
  const ultraServer = Math.floor(chipOfRank(job, Math.min(rank, job.ranks - 1)) / CHIPS_PER_ULTRASERVER);
  const { x, z } = placeOf(job.site, ultraServerAddress(job.site, ultraServer));
  return [x, z];
}
