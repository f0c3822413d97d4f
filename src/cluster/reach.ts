import { network } from '../facts/network.ts';
import type { ResolvedScenario, SiteLayout } from '../scenario/scenario.ts';
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
  // Several groups of a layout are the same ranks: all replicas, those that share shards, copies of experts.
  const known = new Map<string, number>();
  return {
    across(size, stride) {
      const key = `${size} ${stride}`;
      const seconds = known.get(key) ?? network.fabric.propagation.value * stretch(job, size, stride);
      known.set(key, seconds);
      return seconds;
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

/** Metres that a group stretches east and south, together. */
function stretch(job: Job, size: number, stride: number): number {
  const picked = Math.min(size, SAMPLES);
  let [west, north] = pointOf(job, 0);
  let [east, south] = [west, north];
  for (let i = 1; i < picked; i++) {
    const [x, z] = pointOf(job, stride * Math.floor((i * (size - 1)) / (picked - 1)));
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, z);
    south = Math.max(south, z);
  }
  return east - west + (south - north);
}

/** Places of UltraServers that were asked for, by site: a search asks for the same ones again and again. */
const points = new WeakMap<SiteLayout, Map<number, Point>>();

type Point = readonly [x: number, z: number];

/** Where the UltraServer of a rank stands, metres east and south. */
function pointOf(job: Job, rank: number): Point {
  const ultraServer = Math.floor(chipOfRank(job, Math.min(rank, job.ranks - 1)) / CHIPS_PER_ULTRASERVER);
  let known = points.get(job.site);
  if (!known) {
    known = new Map();
    points.set(job.site, known);
  }
  let point = known.get(ultraServer);
  if (!point) {
    const { x, z } = placeOf(job.site, ultraServerAddress(job.site, ultraServer));
    point = [x, z];
    known.set(ultraServer, point);
  }
  return point;
}
