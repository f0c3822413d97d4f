import type { Order } from '../schedules/order.ts';

/** A pipeline to play: who computes what in which order, for how long, and how long messages take. */
export interface Pipeline {
  readonly stages: number;
  /** Model chunks (virtual stages) a stage holds. */
  readonly chunks: number;
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
export function* playPipeline(pipeline: Pipeline): Generator<number, Played> {
  const { stages, chunks, microbatches, orders, firstForward = pipeline.forward } = pipeline;
  const first = new Uint32Array(stages + 1);
  for (let s = 0; s < stages; s++) first[s + 1] = first[s] + orders[s].pass.length;
  const total = first[stages];
  const start = new Float64Array(total);
  const end = new Float64Array(total);
  const sent = new Float64Array(total).fill(Number.NaN);
  const last = stages * chunks - 1;
  // Arrival of the input of (virtual stage, microbatch); NaN while it is not known.
  const inputs = (last + 1) * microbatches;
  const forwardInput = new Float64Array(inputs).fill(Number.NaN);
  const backwardInput = new Float64Array(inputs).fill(Number.NaN);
  forwardInput.fill(0, 0, microbatches);
  const next = new Uint32Array(stages);
  const free = new Float64Array(stages);
  const wire = [new Float64Array(stages), new Float64Array(stages)];
  if (pipeline.sharedWire) wire[1] = wire[0];
  const waiting = Array.from({ length: stages }, (_, s) => s);
  let played = 0;
  let reported = 0;
  while (waiting.length > 0) {
    const s = waiting.pop()!;
    const { pass, microbatch, chunk } = orders[s];
    for (; next[s] < pass.length; next[s]++) {
      const i = next[s];
      const m = microbatch[i];
      const virtual = chunk[i] * stages + s;
      if (pass[i] === 2) {
        // Gradients of weights wait for nothing but the stage's own backward pass, and nothing waits for them.
        const cell = s * chunks + chunk[i];
        const length = (m === microbatches - 1 ? pipeline.lastWeights : pipeline.weights)[cell];
        start[first[s] + i] = free[s];
        free[s] += length;
        end[first[s] + i] = free[s];
        played++;
        continue;
      }
      const input = (pass[i] ? backwardInput : forwardInput)[virtual * microbatches + m];
      if (Number.isNaN(input)) break;
      const cell = s * chunks + chunk[i];
      const length = pass[i]
        ? (m === microbatches - 1 ? pipeline.lastBackward : pipeline.backward)[cell]
        : (m === 0 ? firstForward : pipeline.forward)[cell];
      const at = first[s] + i;
      start[at] = Math.max(free[s], input);
      end[at] = start[at] + length;
      free[s] = end[at];
      played++;
      const target = virtual + (pass[i] ? -1 : 1);
      if (target < 0) continue;
      if (target > last) {
        backwardInput[last * microbatches + m] = end[at];
        continue;
      }
      const receiver = target % stages;
      const line = wire[pass[i]];
      // Neighbouring chunks of one stage need no message.
      const leaves = receiver === s ? end[at] : Math.max(end[at], line[s]);
      const arrives = receiver === s ? end[at] : leaves + pipeline.message[s];
      if (receiver !== s) {
        line[s] = arrives;
        sent[at] = leaves;
      }
      (pass[i] ? backwardInput : forwardInput)[target * microbatches + m] = arrives;
      const i2 = next[receiver];
      if (receiver !== s && i2 < orders[receiver].pass.length) waiting.push(receiver);
    }
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
