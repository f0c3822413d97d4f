import { linkClasses } from '../../cluster/groups.ts';
import type { Job } from '../../cluster/job.ts';
import { type LinkLoad, linkLoadOf, type Traffic } from '../../cluster/linkLoad.ts';
import { stageMemories } from '../../cluster/memory.ts';
import { energy } from '../../facts/energy.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { heldAt } from '../../timeline/held.ts';
import { KIND_COUNT, ratesIn, workIn } from '../../timeline/rates.ts';
import { type Stretch, stretchAt } from '../../timeline/stretch.ts';
import { Kind, type Timeline } from '../../timeline/timeline.ts';
import { KINDS, type State } from '../store.ts';

/** An instant of the step, and how fast it passes. */
export interface Instant {
  /** Simulated seconds. */
  readonly seconds: number;
  /** Simulated seconds a second of the wall. */
  readonly speed: number;
}

/** Seconds of the wall that the layers average over at least: nothing flickers. */
export const WALL = 0.3;

/** What the record says of one chip of each class, beside what it computes. Arrays are written anew by each call. */
export interface Readings {
  readonly classes: number;
  /** What is averaged over: the pass or wait that a class is in, or where that is short the time just past. */
  windowOf(cls: number, at: Instant): Stretch;
  /** Bytes/s that a chip sends, by KINDS. */
  rates(cls: number, at: Instant): Float64Array;
  /** Share of each class of link's full rate, 0 … 1, of all kinds or one; torus axes, then the network. */
  loads(cls: number, at: Instant, kind: State['kind']): Float64Array;
  /** Bytes in use: activations come and go with the microbatches in flight. */
  memory(cls: number, at: Instant): number;
  /** Top of the scale of memory, bytes: what a chip holds, or a half, a quarter … of it that the fullest stage fits in. */
  readonly fullest: number;
  /** Watts: those of full load while the chip works, an assumed share of them while it waits. */
  watts(cls: number, at: Instant): number;
  /** What a fault does to the class; null nothing. */
  fault(cls: number): 'fault' | 'slowed' | 'stopped' | null;
}

const known = new WeakMap<Timeline, { readonly job: Job; readonly readings: Readings }>();

/** The readings of the result on the screen, made once; null while there is none, or no place is known. */
export function readingsOf({
  result,
  resultOf,
  job,
}: Pick<State, 'result' | 'resultOf' | 'job'>): Readings | null {
  if (!result || !resultOf || !job) return null;
  const made = known.get(result.timeline);
  if (made?.job === job) return made.readings;
  const readings = createReadings(resultOf, job, result.timeline);
  known.set(result.timeline, { job, readings });
  return readings;
}

/** Readings of a step. `job` is that of the same scenario, with the classes of its faults. */
export function createReadings(scenario: ResolvedScenario, job: Job, timeline: Timeline): Readings {
  const memories = stageMemories(scenario);
  const { watts, memory: capacity } = scenario.cluster.chip;
  const load: LinkLoad = linkLoadOf(scenario);
  const sharded = scenario.training.zero > 0;
  const byKind = new Float64Array(KIND_COUNT);
  const rates = new Float64Array(KINDS.length);
  const links = new Float64Array(linkClasses(scenario.cluster).length);
  const stageOf = (cls: number): number => job.faults?.stageOf(cls) ?? cls;
  const windowOf = (cls: number, { seconds, speed }: Instant): Stretch => {
    const stretch = stretchAt(timeline, cls, seconds);
    const wall = Math.min(WALL * speed, timeline.seconds);
    if (stretch.to - stretch.from >= wall) return stretch;
    const to = Math.min(Math.max(seconds, wall), timeline.seconds);
    return { from: to - wall, to };
  };
  const read = (cls: number, at: Instant): Float64Array => {
    const { from, to } = windowOf(cls, at);
    return ratesIn(timeline, cls, from, to, byKind);
  };
  return {
    classes: timeline.classes,
    windowOf,
    rates(cls, at) {
      rates.fill(0);
      read(cls, at).forEach((rate, kind) => {
        const traffic = trafficOf(kind);
        if (traffic) rates[KINDS.indexOf(traffic)] += rate;
      });
      return rates;
    },
    loads(cls, at, only) {
      links.fill(0);
      read(cls, at).forEach((rate, kind) => {
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
    memory(cls, { seconds }) {
      const memory = memories[stageOf(cls)];
      return memory ? memory.total - memory.activations * (1 - heldAt(timeline, cls, seconds)) : 0;
    },
    fullest: scaleOf(Math.max(...memories.map(({ total }) => total)), capacity),
    watts(cls, at) {
      const { from, to } = windowOf(cls, at);
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

/** The whole, or the least half, quarter … of it that is at least `most`. */
function scaleOf(most: number, whole: number): number {
  let top = whole;
  while (most > 0 && top / 2 >= most) top /= 2;
  return top;
}

/** Kind of traffic of a kind of span; null where nothing is sent. */
function trafficOf(kind: number): NonNullable<State['kind']> | null {
  if (kind === Kind.contextExchange) return 'context';
  if (kind === Kind.expertAllToAll) return 'expert';
  if (kind === Kind.sendForward || kind === Kind.sendBackward) return 'pipeline';
  if (kind >= Kind.dataReduceScatter && kind <= Kind.dataAllReduce) return 'data';
  return kind >= Kind.tensorAllGather && kind <= Kind.tensorAllReduce ? 'tensor' : null;
}
