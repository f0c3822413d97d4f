import { type Played, playPipeline } from '../run/pipeline.ts';
import { dualPipe } from '../schedules/dualPipe.ts';
import { interleaved } from '../schedules/interleaved.ts';
import type { Order } from '../schedules/order.ts';
import type { CellTimes } from './cells.ts';
import { type Line, pipelineSeconds } from './pipelineSeconds.ts';
import type { Split } from './split.ts';

/** Steps in which ratios of times are told apart: neighbours differ by less than the closed form knows. */
const STEP = { interleaved: 1.15, dualpipe: 1.05 };

/** Microbatches a stage that are played; of more, each further one adds what the last added: of interleaved ones by groups of
 *  as many as there are stages, of DualPipe's by pairs, one from each end. */
const GROUPS = 3;

/** What takes less than this share of the shortest pass is taken for nothing. */
const LEAST = 0.01;

/** What playing a pipeline tells beyond its closed form. */
export interface Woven {
  /** Its seconds over those of the closed form. */
  readonly factor: number;
  /** DualPipe; null elsewhere. */
  readonly end: PipelineEnd | null;
}

/** How a pipeline ends whose last passes take longer, as gradients are reduced beside them. */
export interface PipelineEnd {
  /** Seconds that all take longer. */
  readonly later: number;
  /** Seconds from the end of the last pass of chunk c of stage s, at [2s + c], to the end of all. */
  readonly left: readonly number[];
}

const STRAIGHT: Woven = { factor: 1, end: null };

/**
 * How much longer interleaved 1F1B and DualPipe take than their closed forms say: where chunks are of unlike length, chains
 * weave between the stages. The factor is found by playing the pipeline of events once for each cut of the layers and
 * each rounded ratio of the times of its chunks (of interleaved ones messages apart); layouts that share these share it.
 */
export function createWeave(): (line: Line, split: Split, cells: readonly CellTimes[]) => Woven {
  const known = new Map<string, Weave>();
  return (line, split, cells) => {
    const { schedule, stages, chunks, microbatches } = line;
    if (chunks === 1 || stages === 1) return STRAIGHT;
    const mirrored = schedule === 'dualpipe';
    const unit = cells.reduce((least, cell) => Math.min(least, cell.forward), Number.POSITIVE_INFINITY);
    const step = Math.log(mirrored ? STEP.dualpipe : STEP.interleaved);
    const power = (time: number) => (time < LEAST * unit ? null : Math.round(Math.log(time / unit) / step));
    const powers = cells.map(({ forward, backward, weights, stretch }) =>
      (mirrored ? [forward, backward, weights, weights + stretch] : [forward, backward]).map(power),
    );
    const message = mirrored ? power(line.message) : null;
    const most = GROUPS * stages;
    const count = Math.min(microbatches, most);
    const key = `${schedule} ${stages} ${chunks} ${count} ${message} ${powers.join(' ')}`;
    let found = known.get(key);
    if (!found) {
      const times = (pass: number) =>
        Array.from(split.contentOf, (content) => timeOf(powers[content][pass] ?? null, step));
      const plain = {
        ...line,
        microbatches: count,
        forward: times(0),
        backward: times(1),
        weights: times(2),
      };
      found = weave(
        { ...plain, message: timeOf(message, step) },
        count < most ? 0 : mirrored ? 2 : stages,
        times(3),
      );
      known.set(key, found);
    }
    const { plain, seconds, further, end } = found;
    const played = seconds + (microbatches - count) * further;
    return {
      factor: played / pipelineSeconds({ ...plain, microbatches }),
      end: end && { later: end.later * unit, left: end.left.map((time) => time * unit) },
    };
  };
}

/** A power of the step as a time in units of the shortest forward pass; null is none. */
function timeOf(power: number | null, step: number): number {
  return power === null ? 0 : Math.exp(power * step);
}

/** A pipeline that was played, in units of its shortest forward pass. */
interface Weave {
  readonly plain: Line;
  readonly seconds: number;
  /** What each further microbatch adds. */
  readonly further: number;
  readonly end: PipelineEnd | null;
}

/** Plays a pipeline, again with `group` microbatches less where more than it has may be asked for, and with its end. */
function weave(plain: Line, group: number, lastWeights: readonly number[]): Weave {
  const { seconds } = play(plain, plain.weights);
  const less = group > 0 ? play({ ...plain, microbatches: plain.microbatches - group }, plain.weights) : null;
  const further = less ? (seconds - less.seconds) / group : 0;
  if (plain.schedule !== 'dualpipe') return { plain, seconds, further, end: null };
  const stretched = play(plain, lastWeights);
  return { plain, seconds, further, end: { later: stretched.seconds - seconds, left: stretched.left } };
}

function play({ schedule, stages, chunks, microbatches, message, ...line }: Line, last: readonly number[]) {
  const all = [line.forward, line.backward, line.weights, last];
  const [forward, backward, weights, lastWeights] = all.map((times) => Float64Array.from(times));
  const mirrored = schedule === 'dualpipe';
  const orders = Array.from({ length: stages }, (_, stage) =>
    mirrored ? dualPipe(stage, stages, microbatches) : interleaved(stage, stages, chunks, microbatches),
  );
  const playing = playPipeline({
    orders,
    ...{ stages, chunks, mirrored, microbatches, forward, backward, lastBackward: backward },
    ...{ weights, lastWeights, sharedWire: false },
    message: new Float64Array(stages).fill(message),
  });
  let slice: IteratorResult<number, Played> = playing.next();
  while (!slice.done) slice = playing.next();
  const { seconds } = slice.value;
  return { seconds, left: mirrored ? leftOver(slice.value, orders) : [] };
}

/** Seconds from the end of the last gradients of weights of each of two chunks to the end of all. */
function leftOver({ first, end, seconds }: Played, orders: readonly Order[]): number[] {
  const left = new Array<number>(2 * orders.length).fill(0);
  orders.forEach(({ pass, chunk }, stage) => {
    for (let i = 0; i < pass.length; i++) {
      if (pass[i] === 2 || pass[i] === 3) left[2 * stage + chunk[i]] = seconds - end[first[stage] + i];
    }
  });
  return left;
}
