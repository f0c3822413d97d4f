/** One thing a rank does in program order. */
export type LaneItem =
  | { readonly type: 'compute'; readonly seconds: number }
  | {
      readonly type: 'collective';
      readonly seconds: number;
      /** Wires it travels over; collectives on the same wires take turns. */
      readonly wires: 'scaleUp' | 'scaleOut';
      /** The rank waits for it. */
      readonly blocking: boolean;
    }
  /** The rank waits for an earlier collective that was not blocking. */
  | { readonly type: 'wait'; readonly item: number };

/** Times of a lane's items, seconds from its start. */
export interface PlayedLane {
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** When the rank itself is through; collectives nobody waits for may end later. */
  readonly done: number;
  /** When everything is. */
  readonly seconds: number;
}

/**
 * Plays what one rank does: compute in order, blocking collectives that it waits for, and others that run beside what
 * follows. One collective at a time on the same wires, first in first out, but one that the rank waits for goes
 * before any that has not started.
 */
export function playLane(items: readonly LaneItem[]): PlayedLane {
  const start = new Float64Array(items.length);
  const end = new Float64Array(items.length);
  const free = { scaleUp: 0, scaleOut: 0 };
  const issued = new Float64Array(items.length);
  const length = Float64Array.from(items, (item) => (item.type === 'wait' ? 0 : item.seconds));
  const queues: Record<'scaleUp' | 'scaleOut', number[]> = { scaleUp: [], scaleOut: [] };
  const startQueued = (wires: 'scaleUp' | 'scaleOut', before: number, last = items.length) => {
    const queue = queues[wires];
    while (queue.length > 0 && queue[0] <= last) {
      const at = Math.max(free[wires], issued[queue[0]]);
      if (at >= before) return;
      const index = queue.shift()!;
      start[index] = at;
      end[index] = at + length[index];
      free[wires] = end[index];
    }
  };
  let now = 0;
  items.forEach((item, index) => {
    if (item.type === 'compute') {
      start[index] = now;
      now += item.seconds;
      end[index] = now;
    } else if (item.type === 'wait') {
      const awaited = items[item.item];
      if (awaited.type !== 'collective')
        throw new Error(`item to wait for must be a collective: ${item.item}`);
      startQueued(awaited.wires, Number.POSITIVE_INFINITY, item.item);
      start[index] = now;
      now = Math.max(now, end[item.item]);
      end[index] = now;
    } else if (item.blocking) {
      startQueued(item.wires, now);
      start[index] = Math.max(now, free[item.wires]);
      now = start[index] + item.seconds;
      end[index] = now;
      free[item.wires] = now;
    } else {
      issued[index] = now;
      queues[item.wires].push(index);
    }
  });
  startQueued('scaleUp', Number.POSITIVE_INFINITY);
  startQueued('scaleOut', Number.POSITIVE_INFINITY);
  return { start, end, done: now, seconds: Math.max(now, free.scaleUp, free.scaleOut) };
}
