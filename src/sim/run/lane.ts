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
  // Few lines, each with what is under way first: found sooner in a list than in a map.
  const names: string[] = [];
  const queues: number[][] = [];
  /** First of each line: under way. */
  const flying: number[] = [];
  let flyingCount = 0;
  /** What is under way at once, the rank's own item first, and how fast. */
  const under: number[] = [];
  const loads: Load[] = [];
  const rates: number[] = [];
  let now = 0;
  let last = 0;
  let held = false;

  const takeOff = () => {
    flyingCount = 0;
    for (let line = 0; line < queues.length; line++) {
      const queue = queues[line];
      if (queue.length === 0) continue;
      const front = queue[0];
      const isNew = left[front] === length(items[front]);
      if (isNew && held) continue;
      if (isNew) start[front] = Math.max(start[front], now);
      flying[flyingCount++] = front;
    }
  };
  const land = () => {
    for (let line = 0; line < queues.length; line++) {
      const queue = queues[line];
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
  const computeRate = (count: number) => {
    let taken = 0;
    let memory = 0;
    for (let i = 0; i < count; i++) {
      const item = items[under[i]];
      if (item.type !== 'collective') continue;
      taken = Math.max(taken, item.engines ?? engines);
      memory += rates[i] * (item.load[MEMORY] ?? 0);
    }
    return (1 - taken) * (1 - memoryBound * Math.min(MOST_MEMORY, memory));
  };
  /** Lets what is under way go on, with `own` or without (null), until the first of it is through. */
  const pass = (own: number | null) => {
    let count = 0;
    if (own !== null) under[count++] = own;
    for (let i = 0; i < flyingCount; i++) under[count++] = flying[i];
    for (let i = 0; i < count; i++) loads[i] = loadOf(items[under[i]]);
    shareRates(loads, count, rates);
    if (own !== null && items[own].type === 'compute') rates[0] = computeRate(count);
    let step = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i++) step = Math.min(step, left[under[i]] / rates[i]);
    now += step;
    for (let i = 0; i < count; i++) {
      const index = under[i];
      left[index] = left[index] / rates[i] <= step * (1 + 1e-12) ? 0 : left[index] - step * rates[i];
    }
    land();
  };
  const untilLanded = () => {
    while (flyingCount > 0) pass(null);
  };
  const runOwn = (own: number) => {
    while (left[own] > 0) {
      if (flyingCount > 0) pass(own);
      else {
        now += left[own];
        left[own] = 0;
      }
    }
  };

  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item.type === 'wait') {
      const { type } = items[item.item];
      if (type !== 'collective') throw new Error(`item to wait for must be a collective: ${item.item}`);
      start[index] = now;
      while (Number.isNaN(end[item.item])) pass(null);
      end[index] = now;
    } else if (item.type === 'compute' || item.queue === null) {
      if (turns && item.type === 'collective') {
        held = true;
        untilLanded();
      }
      start[index] = now;
      runOwn(index);
      end[index] = now;
      if (held) {
        held = false;
        takeOff();
      }
    } else {
      const name = turns ? '' : item.queue;
      let line = names.indexOf(name);
      if (line < 0) {
        line = names.push(name) - 1;
        queues.push([]);
      }
      queues[line].push(index);
      start[index] = now;
      land();
    }
  }
  const done = now;
  untilLanded();
  return { start, end, done, seconds: Math.max(done, last) };
}
