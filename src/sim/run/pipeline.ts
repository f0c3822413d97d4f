import type { Order } from '../schedules/order.ts';
import { newRoom, type Room } from './room.ts';

/** A pipeline to play: who computes what in which order, for how long, and how long messages take. */
export interface Pipeline {
  readonly stages: number;
  /** Model chunks (virtual stages) a stage holds. */
  readonly chunks: number;
  /** The second of two chunks is the mirror image of the first: its microbatches run from the last stage to stage 0. */
  readonly mirrored?: boolean;
  readonly microbatches: number;
  readonly orders: readonly Order[];
  /** Seconds of chunk c on stage s at [s·chunks + c]; `last` is the backward of the last microbatch. */
  readonly forward: Float64Array;
  /** Forward of the first microbatch, where it differs. */
  readonly firstForward?: Float64Array;
  readonly backward: Float64Array;
  readonly lastBackward: Float64Array;
  /** The same of gradients of weights, where the schedule takes them apart; zeros elsewhere. */
  readonly weights: Float64Array;
  readonly lastWeights: Float64Array;
  /** Seconds of a message that leaves stage s. */
  readonly message: Float64Array;
  /** Messages of a stage forward and backward share one wire instead of one each. */
  readonly sharedWire: boolean;
}

/** Times of everything played. Action i of stage s stands at `first[s] + i`. */
export interface Played {
  readonly first: Uint32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** When the action's result leaves for the next stage; NaN where it stays. */
  readonly sent: Float64Array;
  /** End of the last action of each stage. */
  readonly done: Float64Array;
  readonly seconds: number;
}

/**
 * Plays a pipeline as events: a stage starts its next action when it is free and the action's input has come; results
 * leave at once, one message at a time on a stage's wire in each direction, and compute goes on meanwhile. Each event is
 * taken as soon as all it waits for are known, so that no queue is needed: O(actions).
 * Throws `schedule never ends: stage 3 waits at action 7` where orders wait for each other.
 */
export function* playPipeline(pipeline: Pipeline, room: Room = newRoom): Generator<number, Played> {
  const { stages, chunks, microbatches, orders, mirrored = false } = pipeline;
  const { forward, firstForward = forward, backward, lastBackward } = pipeline;
  const { weights, lastWeights, message, sharedWire } = pipeline;
  const first = new Uint32Array(stages + 1);
  for (let s = 0; s < stages; s++) first[s + 1] = first[s] + orders[s].pass.length;
  const total = first[stages];
  const start = room(total);
  const end = room(total);
  const sent = room(total).fill(Number.NaN);
  const last = (mirrored ? stages : stages * chunks) - 1;
  // Microbatches of the second chunk of mirrored pipelines are numbered from half on: there are two first and two last ones.
  const half = mirrored ? microbatches / 2 : microbatches;
  // Arrival of the input of (virtual stage, microbatch); NaN while it is not known.
  const inputs = (last + 1) * microbatches;
  const forwardInput = room(inputs).fill(Number.NaN);
  const backwardInput = room(inputs).fill(Number.NaN);
  forwardInput.fill(0, 0, microbatches);
  const next = new Uint32Array(stages);
  const free = room(stages).fill(0);
  const wireForward = room(stages).fill(0);
  const wireBackward = sharedWire ? wireForward : room(stages).fill(0);
  const waiting = Array.from({ length: stages }, (_, s) => s);
  const isWaiting = new Uint8Array(stages).fill(1);

  /** Plays a stage until it waits for an input; returns how many actions that were. One closure over plain arrays: of all that a
   *  search does, this is done most often. */
  const playStage = (s: number): number => {
    const { pass, microbatch, chunk } = orders[s];
    const count = pass.length;
    const from = next[s];
    const offset = first[s];
    let now = free[s];
    let i = from;
    for (; i < count; i++) {
      const kind = pass[i];
      const m = microbatch[i];
      const c = chunk[i];
      const cell = s * chunks + c;
      const at = offset + i;
      const isLast = m === half - 1 || m === microbatches - 1;
      if (kind === 2) {
        // Gradients of weights wait for nothing but the stage's own backward pass, and nothing waits for them.
        start[at] = now;
        now += isLast ? lastWeights[cell] : weights[cell];
        end[at] = now;
        continue;
      }
      const isForward = kind === 0 || kind === 4;
      const place = mirrored ? (c ? last - s : s) : c * stages + s;
      let input = isForward
        ? forwardInput[place * microbatches + m]
        : backwardInput[place * microbatches + m];
      let seconds: number;
      if (isForward) seconds = m === 0 || m === half ? firstForward[cell] : forward[cell];
      else {
        seconds = isLast ? lastBackward[cell] : backward[cell];
        if (kind === 3) seconds += isLast ? lastWeights[cell] : weights[cell];
      }
      let beside = 0;
      if (kind === 4) {
        // It begins when the backward beside it can too, and its result leaves when both are through.
        const other = microbatch[i + 1];
        const otherCell = s * chunks + chunk[i + 1];
        const otherPlace = chunk[i + 1] ? last - s : s;
        const otherLast = other === half - 1 || other === microbatches - 1;
        input = Math.max(input, backwardInput[otherPlace * microbatches + other]);
        beside = otherLast ? lastBackward[otherCell] : backward[otherCell];
        if (pass[i + 1] === 3) beside += otherLast ? lastWeights[otherCell] : weights[otherCell];
      }
      if (Number.isNaN(input)) break;
      if (input > now) now = input;
      start[at] = now;
      now += seconds;
      end[at] = now;
      const ready = now + beside;
      const target = isForward ? place + 1 : place - 1;
      if (target < 0) continue;
      if (target > last) {
        backwardInput[last * microbatches + m] = ready;
        continue;
      }
      const down = mirrored && c === 1;
      const receiver = down ? last - target : target % stages;
      const slot = target * microbatches + m;
      let arrives = ready;
      // Neighbouring chunks of one stage need no message.
      if (receiver !== s) {
        const wire = isForward === down ? wireBackward : wireForward;
        const leaves = Math.max(ready, wire[s]);
        arrives = leaves + message[s];
        wire[s] = arrives;
        sent[at] = leaves;
        if (isWaiting[receiver] === 0) {
          isWaiting[receiver] = 1;
          waiting.push(receiver);
        }
      }
      if (isForward) forwardInput[slot] = arrives;
      else backwardInput[slot] = arrives;
    }
    next[s] = i;
    free[s] = now;
    return i - from;
  };

  let played = 0;
  let reported = 0;
  while (waiting.length > 0) {
    const s = waiting.pop()!;
    isWaiting[s] = 0;
    played += playStage(s);
    if (played - reported > 20_000) {
      reported = played;
      yield played / total;
    }
  }
  for (let s = 0; s < stages; s++) {
    if (next[s] < orders[s].pass.length) {
      throw new Error(`schedule never ends: stage ${s} waits at action ${next[s]}`);
    }
  }
  const done = free;
  return { first, start, end, sent, done, seconds: done.reduce((a, b) => Math.max(a, b), 0) };
}

/** The longest time that a stage takes from its first pass to its last. */
export function longestStage({ first, start, done }: Played): number {
  return done.reduce((longest, end, stage) => Math.max(longest, end - start[first[stage]]), 0);
}
