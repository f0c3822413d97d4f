import { type Load, MEMORY, shareRates } from './share.ts';

/** One thing a rank does in program order. */
export type LaneItem =
  | { readonly type: 'compute'; readonly seconds: number }
  | {
      readonly type: 'collective';
      /** Alone on its links. */
      readonly seconds: number;
      readonly load: Load;
      /** Share of its rate that compute beside it loses to the engines it takes; by the lane's rules where it does not say. */
      readonly engines?: number;
      /** Its line, of which one is under way at a time, first in first out; null where the rank waits for it. */
      readonly queue: string | null;
    }
  /** The rank waits for an earlier collective of a line. */
  | { readonly type: 'wait'; readonly item: number };

/** Times of a lane's items, seconds from its start. */
export interface PlayedLane {
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** When the rank itself is through; collectives nobody waits for may end later. */
  readonly done: number;
  /** When everything is. */
  readonly seconds: number;
}

export interface LaneRules {
  /** Share of its time for which compute needs the memory: what it loses of the memory's time to traffic beside it, it
   *  loses of its own for this share. */
  readonly memoryBound?: number;
  /** Share of its rate that compute loses to the engines of a collective beside it. */
  readonly engines?: number;
  /** One collective at a time, whatever its links; one that the rank waits for goes before those that have not started. */
  readonly turns?: boolean;
}

const NOTHING: Load = [];

const length = (item: LaneItem): number => (item.type === 'wait' ? 0 : item.seconds);
const loadOf = (item: LaneItem): Load => (item.type === 'collective' ? item.load : NOTHING);

/** The most of the memory's time that traffic takes from compute: it is shared evenly where both want more. */
const MOST_MEMORY = 0.5;

/**
 * Plays what one rank does: compute in order, collectives that it waits for, and others that run beside what follows.
 * What is under way at once shares its links, and takes engines and memory from compute beside it; rates change
 * whenever something starts or ends.
 */
export function playLane(items: readonly LaneItem[], rules: LaneRules = {}): PlayedLane {
  const { memoryBound = 0, engines = 0, turns = false } = rules;
  // Plain arrays and loops: a search plays very many lanes, and typed arrays cost the collector more.
  const start: number[] = [];
  const end: number[] = [];
  const left: number[] = [];
  for (let i = 0; i < items.length; i++) {
    start.push(0);
    end.push(Number.NaN);
    left.push(length(items[i]));
  }
  const queues = new Map<string, number[]>();
  /** First of each line: under way. */
  let flying: number[] = [];
  let now = 0;
  let last = 0;
  let held = false;

  const takeOff = () => {
    flying = [];
    for (const queue of queues.values()) {
      if (queue.length === 0 || (held && left[queue[0]] === length(items[queue[0]]))) continue;
      if (left[queue[0]] === length(items[queue[0]])) start[queue[0]] = Math.max(start[queue[0]], now);
      flying.push(queue[0]);
    }
  };
  const land = () => {
    for (const queue of queues.values()) {
      while (queue.length > 0 && left[queue[0]] <= 1e-12 * length(items[queue[0]])) {
        end[queue[0]] = now;
        last = now;
        queue.shift();
        if (queue.length > 0) start[queue[0]] = now;
      }
    }
    takeOff();
  };
  /** Rate of compute beside flows that run at `rates`. */
  const computeRate = (under: readonly number[], rates: readonly number[]) => {
    let taken = 0;
    let memory = 0;
    for (let i = 0; i < under.length; i++) {
      const item = items[under[i]];
      if (item.type !== 'collective') continue;
      taken = Math.max(taken, item.engines ?? engines);
      memory += rates[i] * (item.load[MEMORY] ?? 0);
    }
    return (1 - taken) * (1 - memoryBound * Math.min(MOST_MEMORY, memory));
  };
  /** Lets time pass until `own` is through, or `ready` where the rank does nothing. */
  const run = (own: number | null, ready: () => boolean) => {
    while (own === null ? !ready() : left[own] > 0) {
      if (own !== null && flying.length === 0) {
        now += left[own];
        left[own] = 0;
        return;
      }
      const under = own === null ? flying : [own, ...flying];
      const rates = shareRates(under.map((index) => loadOf(items[index])));
      if (own !== null && items[own].type === 'compute') rates[0] = computeRate(under, rates);
      let step = Number.POSITIVE_INFINITY;
      for (let i = 0; i < under.length; i++) step = Math.min(step, left[under[i]] / rates[i]);
      now += step;
      for (let i = 0; i < under.length; i++) {
        const index = under[i];
        left[index] = left[index] / rates[i] <= step * (1 + 1e-12) ? 0 : left[index] - step * rates[i];
      }
      land();
    }
  };

  items.forEach((item, index) => {
    if (item.type === 'wait') {
      const { type } = items[item.item];
      if (type !== 'collective') throw new Error(`item to wait for must be a collective: ${item.item}`);
      start[index] = now;
      run(null, () => !Number.isNaN(end[item.item]));
      end[index] = now;
    } else if (item.type === 'compute' || item.queue === null) {
      if (turns && item.type === 'collective') {
        held = true;
        run(null, () => flying.length === 0);
      }
      start[index] = now;
      run(index, () => true);
      end[index] = now;
      if (held) {
        held = false;
        takeOff();
      }
    } else {
      const name = turns ? '' : item.queue;
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      queue.push(index);
      start[index] = now;
      land();
    }
  });
  const done = now;
  run(null, () => flying.length === 0);
  return { start, end, done, seconds: Math.max(done, last) };
}
