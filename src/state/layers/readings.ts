import { linkClasses } from '../../cluster/groups.ts';
import type { Job } from '../../cluster/job.ts';
import { type LinkLoad, linkLoadOf, type Traffic } from '../../cluster/linkLoad.ts';
import { stageMemories } from '../../cluster/memory.ts';
import { energy } from '../../facts/energy.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { heldAt } from '../../timeline/held.ts';
import { KIND_COUNT, ratesIn, workIn } from '../../timeline/rates.ts';
import { Kind, type Timeline } from '../../timeline/timeline.ts';
import { KINDS, type State } from '../store.ts';

/** A stretch of the step that is averaged over, seconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Seconds of the wall that the layers average over: long enough that nothing flickers. */
const WALL = 0.3;

/** What is averaged over when the playhead stands at `t` at a speed (simulated seconds a second): the time just past. */
export function windowAt(t: number, speed: number, seconds: number): Window {
  const to = Math.min(Math.max(t, 0), seconds);
  const width = Math.min(WALL * speed, seconds);
  const from = Math.max(0, to - width);
  // At the very beginning of a step, what follows at once: a window without length has no mean.
  return { from, to: Math.max(to, from + Math.max(1e-9, 1e-3 * width)) };
}

/** What the record says of the chips of a class, beside what they compute. Arrays are written anew by each call. */
export interface Readings {
  readonly classes: number;
  /** Bytes/s that a chip sends, by KINDS. */
  rates(cls: number, window: Window): Float64Array;
  /** Share of each class of link's full rate, 0 … 1, of all kinds or one; torus axes, then the network. */
  loads(cls: number, window: Window, kind: State['kind']): Float64Array;
  /** Bytes in use on a chip at `t`, seconds: activations come and go with the microbatches in flight. */
  memory(cls: number, t: number): number;
  /** Watts of a chip: those of full load while it works, an assumed share of them while it waits. */
  watts(cls: number, window: Window): number;
  /** What a fault does to the class; null nothing. */
  fault(cls: number): 'fault' | 'slowed' | 'stopped' | null;
}

/** Readings of a step. `job` is that of the same scenario, with the classes of its faults. */
export function createReadings(scenario: ResolvedScenario, job: Job, timeline: Timeline): Readings {
  const memories = stageMemories(scenario);
  const { watts } = scenario.cluster.chip;
  const load: LinkLoad = linkLoadOf(scenario);
  const sharded = scenario.training.zero > 0;
  const byKind = new Float64Array(KIND_COUNT);
  const rates = new Float64Array(KINDS.length);
  const links = new Float64Array(linkClasses(scenario.cluster).length);
  const stageOf = (cls: number): number => job.faults?.stageOf(cls) ?? cls;
  return {
    classes: timeline.classes,
    rates(cls, { from, to }) {
      ratesIn(timeline, cls, from, to, byKind);
      rates.fill(0);
      byKind.forEach((rate, kind) => {
        const traffic = trafficOf(kind);
        if (traffic) rates[KINDS.indexOf(traffic)] += rate;
      });
      return rates;
    },
    loads(cls, { from, to }, only) {
      ratesIn(timeline, cls, from, to, byKind);
      links.fill(0);
      byKind.forEach((rate, kind) => {
        const traffic = trafficOf(kind);
        if (!traffic || rate === 0 || (only ?? traffic) !== traffic) return;
        // What shard groups reduce among each other travels another way than inside one.
        const way: Traffic =
          traffic === 'data' && sharded && kind === Kind.dataAllReduce ? 'copies' : traffic;
        load[way].forEach((seconds, link) => {
          links[link] += rate * seconds;
        });
      });
      for (let i = 0; i < links.length; i++) links[i] = Math.min(1, links[i]);
      return links;
    },
    memory(cls, t) {
      const memory = memories[stageOf(cls)];
      if (!memory) return 0;
      return memory.total - memory.activations * (1 - heldAt(timeline, cls, t));
    },
    watts(cls, { from, to }) {
      const idle = energy.chipWaiting.value;
      return watts * (idle + (1 - idle) * workIn(timeline, cls, from, to));
    },
    fault(cls) {
      if (!job.faults || cls < job.classes) return null;
      if (job.faults.isFaulty(cls)) return 'fault';
      return stageOf(cls) < 0 ? 'stopped' : 'slowed';
    },
  };
}

/** Kind of traffic of a kind of span; null where nothing is sent. */
function trafficOf(kind: number): NonNullable<State['kind']> | null {
  if (kind === Kind.contextExchange) return 'context';
  if (kind === Kind.expertAllToAll) return 'expert';
  if (kind === Kind.sendForward || kind === Kind.sendBackward) return 'pipeline';
  if (kind >= Kind.dataReduceScatter && kind <= Kind.dataAllReduce) return 'data';
  return kind >= Kind.tensorAllGather && kind <= Kind.tensorAllReduce ? 'tensor' : null;
}
