import type { Order } from '../schedules/order.ts';

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
export function* playPipeline(pipeline: Pipeline): Generator<number, Played> {
  const { stages, chunks, microbatches, orders, firstForward = pipeline.forward } = pipeline;
  const first = new Uint32Array(stages + 1);
  for (let s = 0; s < stages; s++) first[s + 1] = first[s] + orders[s].pass.length;
  const total = first[stages];
  const start = new Float64Array(total);
  const end = new Float64Array(total);
  const sent = new Float64Array(total).fill(Number.NaN);
  const { mirrored = false } = pipeline;
  const last = (mirrored ? stages : stages * chunks) - 1;
  // Microbatches of the second chunk of mirrored pipelines are numbered from half on: there are two first and two last ones.
  const half = mirrored ? microbatches / 2 : microbatches;
  const isFirst = (m: number) => m === 0 || m === half;
  const isLast = (m: number) => m === half - 1 || m === microbatches - 1;
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
  const { forward, backward, lastBackward, weights, lastWeights, message } = pipeline;
  const placeOf = (s: number, chunk: number) => (mirrored ? (chunk ? last - s : s) : chunk * stages + s);
  const inputOf = (pass: number, place: number, m: number) =>
    (isForward(pass) ? forwardInput : backwardInput)[place * microbatches + m];
  const lengthOf = (pass: number, cell: number, m: number) => {
    if (isForward(pass)) return (isFirst(m) ? firstForward : forward)[cell];
    const own = pass === 2 ? 0 : (isLast(m) ? lastBackward : backward)[cell];
    return pass === 1 ? own : own + (isLast(m) ? lastWeights : weights)[cell];
  };
  while (waiting.length > 0) {
    const s = waiting.pop()!;
    const { pass, microbatch, chunk } = orders[s];
    for (; next[s] < pass.length; next[s]++) {
      const i = next[s];
      const at = first[s] + i;
      if (pass[i] === 2) {
        // Gradients of weights wait for nothing but the stage's own backward pass, and nothing waits for them.
        start[at] = free[s];
        free[s] += lengthOf(2, s * chunks + chunk[i], microbatch[i]);
        end[at] = free[s];
        played++;
        continue;
      }
      const paired = pass[i] === 4;
      const m = microbatch[i];
      const place = placeOf(s, chunk[i]);
      let input = inputOf(pass[i], place, m);
      if (paired) {
        input = Math.max(input, inputOf(pass[i + 1], placeOf(s, chunk[i + 1]), microbatch[i + 1]));
      }
      if (Number.isNaN(input)) break;
      start[at] = Math.max(free[s], input);
      end[at] = start[at] + lengthOf(pass[i], s * chunks + chunk[i], m);
      free[s] = end[at];
      played++;
      let ready = end[at];
      if (paired) ready += lengthOf(pass[i + 1], s * chunks + chunk[i + 1], microbatch[i + 1]);
      const isBackward = !isForward(pass[i]);
      const target = place + (isBackward ? -1 : 1);
      if (target < 0) continue;
      if (target > last) {
        backwardInput[last * microbatches + m] = ready;
        continue;
      }
      const down = mirrored && chunk[i] === 1;
      const receiver = down ? last - target : target % stages;
      const line = wire[isBackward === down ? 0 : 1];
      // Neighbouring chunks of one stage need no message.
      const leaves = receiver === s ? ready : Math.max(ready, line[s]);
      const arrives = receiver === s ? ready : leaves + message[s];
      if (receiver !== s) {
        line[s] = arrives;
        sent[at] = leaves;
      }
      (isBackward ? backwardInput : forwardInput)[target * microbatches + m] = arrives;
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

/** The longest time that a stage takes from its first pass to its last. */
export function longestStage({ first, start, done }: Played): number {
  return done.reduce((longest, end, stage) => Math.max(longest, end - start[first[stage]]), 0);
}

function isForward(pass: number): boolean {
  return pass === 0 || pass === 4;
}
