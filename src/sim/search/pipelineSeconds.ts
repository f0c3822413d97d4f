import type { Schedule } from '../../scenario/scenario.ts';

/** A pipeline without its orders: seconds of chunk c of stage s at [s·chunks + c]. */
export interface Line {
  readonly schedule: Schedule;
  readonly stages: number;
  readonly chunks: number;
  readonly microbatches: number;
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  /** Gradients of weights where the schedule takes them apart; zeros elsewhere. */
  readonly weights: readonly number[];
  /** Of a message between neighbours. */
  readonly message: number;
}

/**
 * Seconds of a pipeline by the longest chain of passes and messages that its orders force (docs/model.md derives
 * them): what the events of run/pipeline.ts take, but for chains that weave between stages of unlike length.
 */
export function pipelineSeconds(line: Line): number {
  if (line.stages === 1) return alone(line);
  if (line.schedule === 'dualpipe') return dualPipeSeconds(line);
  if (line.chunks > 1) return interleavedSeconds(line);
  if (line.schedule === 'gpipe') return gpipeSeconds(line);
  if (line.schedule === 'zb-h2') return staggeredSeconds(line);
  return line.schedule === 'zb-h1' ? zeroBubbleSeconds(line) : alternatingSeconds(line);
}

function alone({ forward, backward, weights, microbatches }: Line): number {
  let sum = 0;
  for (let c = 0; c < forward.length; c++) sum += forward[c] + backward[c] + weights[c];
  return microbatches * sum;
}

/** All forward through the line, then all backward: twice a flow shop of equal jobs, whose slowest machine (or wire)
 *  sets the pace. */
function gpipeSeconds({ stages, forward, backward, message, microbatches }: Line): number {
  let ramp = 2 * (stages - 1) * message;
  let slowestForward = message;
  let slowestBackward = message;
  for (let s = 0; s < stages; s++) {
    ramp += forward[s] + backward[s];
    slowestForward = Math.max(slowestForward, forward[s]);
    slowestBackward = Math.max(slowestBackward, backward[s]);
  }
  return ramp + (microbatches - 1) * (slowestForward + slowestBackward);
}

/**
 * 1F1B. A chain enters at the first stage, goes round between stages s and e (there and back, which takes e − s + 1
 * microbatches on) until the last microbatch, and comes out at the first. Before and after, it may go round the stages
 * behind e, if that takes longer than the passes that e has to do meanwhile.
 */
function alternatingSeconds({ stages, forward, backward, message, microbatches }: Line): number {
  let longest = 0;
  let before = 0;
  const around = tails(forward, backward, message);
  for (let e = 0; e < stages; e++) {
    const behind = Math.min(stages - 1 - e, microbatches - 1);
    const first = Math.max(0, around[e + 1] - behind * forward[e]);
    const last = microbatches > stages - 1 - e ? Math.max(0, around[e + 1] - behind * backward[e]) : 0;
    let round = 0;
    let slowest = e;
    let enter = before;
    for (let s = e; s >= 0; s--) {
      if (s < e) enter -= forward[s] + backward[s] + 2 * message;
      round += forward[s] + backward[s] + (s < e ? 2 * message : 0);
      if (forward[s] + backward[s] > forward[slowest] + backward[slowest]) slowest = s;
      const width = e - s + 1;
      const rounds = 1 + Math.floor((microbatches - 1) / width);
      const rest = (microbatches - 1) % width;
      // A stage alternates once its warm-up is over; what is left goes one way.
      const both = Math.min(rest, Math.max(0, microbatches - stages + slowest));
      const pace = both * (forward[slowest] + backward[slowest]);
      const one = (rest - both) * Math.max(forward[slowest], backward[slowest]);
      longest = Math.max(longest, enter + rounds * round + pace + one + first + last);
    }
    before += forward[e] + backward[e] + 2 * message;
  }
  return longest;
}

/** Seconds from leaving stage s − 1 forward until coming back to it, at [s]. */
function tails(forward: readonly number[], backward: readonly number[], message: number): number[] {
  const around = new Array<number>(forward.length + 1).fill(0);
  for (let s = forward.length - 1; s >= 0; s--) {
    around[s] = around[s + 1] + forward[s] + backward[s] + 2 * message;
  }
  return around;
}

/** ZB-H1: as 1F1B, but nothing waits for gradients of weights, and stage s has s of them left for the end. */
function zeroBubbleSeconds(line: Line): number {
  const { stages, forward, backward, weights, message, microbatches } = line;
  let longest = 0;
  let reach = 0;
  let back = 0;
  const around = tails(forward, backward, message);
  for (let e = 0; e < stages; e++) {
    const behind = Math.min(stages - 1 - e, microbatches - 1);
    const first = Math.max(0, around[e + 1] - behind * forward[e]);
    // With no more microbatches than stages follow, the last goes round as the first does.
    const waits = microbatches > stages - 1 - e;
    const last = waits ? Math.max(0, around[e + 1] - behind * (backward[e] + weights[e])) : 0;
    const work = microbatches * (forward[e] + backward[e]);
    const pace = 2 * message * Math.floor((microbatches - 1) / stages);
    const own = reach + work + microbatches * weights[e] + first + last + pace;
    const left = Math.max(0, microbatches - e - 1) * weights[e];
    const through = reach + work + left + first + last + pace + back + weights[0];
    longest = Math.max(longest, own, e > 0 ? through : 0);
    reach += forward[e] + message;
    back += backward[e] + message;
  }
  return longest;
}

/** ZB-H2, from a stage's own first pass to its last: its work, and what it waits for its first microbatch to come back when all that
 *  are let in before have gone. */
function staggeredSeconds(line: Line): number {
  const { stages, forward, backward, weights, message, microbatches } = line;
  const around = tails(forward, backward, message);
  let longest = 0;
  for (let s = 0; s < stages; s++) {
    const ahead = Math.min(microbatches, 2 * (stages - s) - 1) * forward[s];
    const wait = Math.max(0, forward[s] + around[s + 1] - ahead);
    // As much again where gradients of weights do not fill the end.
    const end = Math.max(0, wait + (Math.min(stages, microbatches) - 1) * (backward[s] - weights[s]));
    longest = Math.max(longest, microbatches * (forward[s] + backward[s] + weights[s]) + end);
  }
  return longest;
}

/**
 * Interleaved 1F1B. Twice as many forward passes are under way as stages follow, and a round through all chunks but one:
 * messages hide beside them, but not while the pipeline fills and empties, when a chunk waits until its microbatch has
 * been through the chunk before it on all stages.
 */
function interleavedSeconds({ stages, chunks, forward, backward, message, microbatches }: Line): number {
  const rounds = Math.min(chunks - 1, Math.ceil((microbatches * chunks) / stages) - 1);
  // A microbatch's way through chunk c of all stages and back to the first.
  const fill = new Float64Array(chunks).fill(stages * message);
  const empty = new Float64Array(chunks).fill(stages * message);
  for (let i = 0; i < forward.length; i++) {
    fill[i % chunks] += forward[i];
    empty[i % chunks] += backward[i];
  }
  let longest = 0;
  let before = 0;
  let around = 0;
  for (let s = stages - 1; s > 0; s--) {
    around += forward[s * chunks + chunks - 1] + backward[s * chunks + chunks - 1] + 2 * message;
  }
  for (let e = 0; e < stages; e++) {
    let work = 0;
    for (let c = 0; c < chunks; c++) work += forward[e * chunks + c] + backward[e * chunks + c];
    const at = e * chunks;
    const behind = Math.min(2 * (stages - 1 - e), microbatches * chunks - 1);
    const first = Math.max(0, around - behind * forward[at]);
    const last = Math.max(0, around - behind * backward[at]);
    let waits = 0;
    for (let c = 0; c < rounds; c++) {
      waits += Math.max(0, fill[c] - stages * forward[at + c]);
      waits += Math.max(0, empty[c + 1] - stages * backward[at + c + 1]);
    }
    longest = Math.max(longest, before + microbatches * work + first + last + waits);
    before += forward[at] + backward[at] + 2 * message;
    const next = (e + 1) * chunks + chunks - 1;
    if (e + 1 < stages) around -= forward[next] + backward[next] + 2 * message;
  }
  return longest;
}

/**
 * DualPipe: the busiest stage at work on its half of the microbatches of each direction, and the bubble of the report,
 * (p/2 − 1)(F&B + B − 3W), with a message there and back for each stage on the way to the middle. How chains weave between
 * stages of unlike length is told by playing it (weave.ts).
 */
function dualPipeSeconds({ stages, microbatches, forward, backward, weights, message }: Line): number {
  let busiest = 0;
  let bubble = 0;
  for (let at = 0; at < forward.length; at += 2) {
    let work = 0;
    for (let i = at; i < at + 2; i++) {
      work += forward[i] + backward[i] + weights[i];
      bubble += forward[i] + 2 * backward[i] - weights[i];
    }
    busiest = Math.max(busiest, work);
  }
  const mean = Math.max(0, bubble / forward.length);
  return (microbatches / 2) * busiest + (stages / 2 - 1) * (mean + 2 * message);
}

/** What no order of passes can beat: a stage at work, with the way to it and back where all microbatches come in at one end. */
export function leastPipelineSeconds({ stages, chunks, forward, backward, weights, ...line }: Line): number {
  const mirrored = line.schedule === 'dualpipe';
  const microbatches = mirrored ? line.microbatches / 2 : line.microbatches;
  let least = 0;
  let before = 0;
  for (let at = 0; at < stages * chunks; at += chunks) {
    let work = 0;
    for (let i = at; i < at + chunks; i++) work += forward[i] + backward[i] + weights[i];
    least = Math.max(least, before + microbatches * work);
    if (!mirrored) before += forward[at] + backward[at] + 2 * line.message;
  }
  return least;
}
