import { longestStage, type Pipeline, type Played, playPipeline } from '../run/pipeline.ts';
import { createRoom, type ReusedRoom } from '../run/room.ts';
import { dualPipe } from '../schedules/dualPipe.ts';
import { interleaved } from '../schedules/interleaved.ts';
import type { Order } from '../schedules/order.ts';
import { zeroBubbleWide } from '../schedules/zeroBubble.ts';
import type { CellTimes } from './cells.ts';
import { memo } from './memo.ts';
import { type Line, leastPipelineSeconds, pipelineSeconds } from './pipelineSeconds.ts';
import type { Split } from './split.ts';

/** Steps in which ratios of times are told apart: neighbours differ by less than the closed form knows. */
const STEP = { interleaved: 1.15, apart: 1.05 };

/** Microbatches a stage that are played; of more, each further one adds what the last added: of interleaved ones by groups of
 *  as many as there are stages, of DualPipe's by pairs, one from each end, of ZB-H2's one by one. */
const GROUPS = 3;

/** Orders that are remembered: a search asks for those of one cut of the layers after the other. */
const MOST_ORDERS = 32;

/** Numbers that playing most pipelines takes. */
const ROOM = 2 ** 16;

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
 * How much longer interleaved 1F1B, DualPipe and ZB-H2 take than their closed forms say: where chunks are of unlike length, chains
 * weave between the stages. The factor is found by playing the pipeline of events once for each cut of the layers and
 * each rounded ratio of the times of its chunks (of interleaved ones messages apart); layouts that share these share it.
 */
export function createWeave(): (line: Line, split: Split, cells: readonly CellTimes[]) => Woven {
  const known = new Map<string, Weave>();
  const ends = new Map<string, PipelineEnd>();
  const orders = memo<readonly Order[]>(MOST_ORDERS);
  const player: Player = {
    room: createRoom(ROOM),
    ordersOf: ({ schedule, stages, chunks, microbatches }) =>
      orders(`${schedule} ${stages} ${chunks} ${microbatches}`, () =>
        Array.from({ length: stages }, (_, stage) =>
          schedule === 'interleaved'
            ? interleaved(stage, stages, chunks, microbatches)
            : (schedule === 'dualpipe' ? dualPipe : zeroBubbleWide)(stage, stages, microbatches),
        ),
      ),
  };
  return (line, split, cells) => {
    const { schedule, stages, chunks, microbatches } = line;
    const staggered = schedule === 'zb-h2';
    if ((chunks === 1 && !staggered) || stages === 1) return STRAIGHT;
    const mirrored = schedule === 'dualpipe';
    const apart = mirrored || staggered;
    const unit = cells.reduce((least, cell) => Math.min(least, cell.forward), Number.POSITIVE_INFINITY);
    const step = Math.log(apart ? STEP.apart : STEP.interleaved);
    const power = (time: number) => (time < LEAST * unit ? null : Math.round(Math.log(time / unit) / step));
    const powers = cells.map(({ forward, backward, weights }) =>
      (apart ? [forward, backward, weights] : [forward, backward]).map(power),
    );
    const message = apart ? power(line.message) : null;
    const most = GROUPS * stages;
    const count = Math.min(microbatches, most);
    const key = `${schedule} ${stages} ${chunks} ${count} ${message} ${powers.join(' ')}`;
    const timesOf = (ofContent: readonly (number | null)[]) =>
      Array.from(split.contentOf, (content) => timeOf(ofContent[content], step));
    let found = known.get(key);
    if (!found) {
      const [forward, backward, weights] = [0, 1, 2].map((pass) =>
        timesOf(powers.map((times) => times[pass] ?? null)),
      );
      const plain = { ...line, microbatches: count, forward, backward, weights };
      const group = staggered ? 1 : mirrored ? 2 : stages;
      found = weave({ ...plain, message: timeOf(message, step) }, count < most ? 0 : group, player);
      known.set(key, found);
    }
    const { plain, seconds, further } = found;
    const played = seconds + (microbatches - count) * further;
    // Rounded times may leave a stage less to do than it has.
    const least = leastPipelineSeconds(line) / pipelineSeconds(line);
    const factor = Math.max(least, played / pipelineSeconds({ ...plain, microbatches }));
    if (!mirrored) return { factor, end: null };
    const stretched = cells.map(({ weights, stretch }) => power(weights + stretch));
    const whole = `${key} ${stretched.join(' ')}`;
    const end = ends.get(whole) ?? ending(found, timesOf(stretched), player);
    ends.set(whole, end);
    return { factor, end: { later: end.later * unit, left: end.left.map((time) => time * unit) } };
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
}

/** What pipelines are played with. Of what was played one thing is asked, at once: the next takes its room. */
interface Player {
  readonly room: ReusedRoom;
  ordersOf(line: Line): readonly Order[];
}

/** Plays a pipeline, and again with `group` microbatches less where more than it has may be asked for. */
function weave(plain: Line, group: number, player: Player): Weave {
  const seconds = lengthOf(plain, play(plain, plain.weights, player));
  if (group === 0) return { plain, seconds, further: 0 };
  const fewer = { ...plain, microbatches: plain.microbatches - group };
  const less = lengthOf(fewer, play(fewer, plain.weights, player));
  return { plain, seconds, further: (seconds - less) / group };
}

/** Of ZB-H2 what counts is how long a stage takes from its own first pass on. */
function lengthOf({ schedule }: Line, played: Played): number {
  return schedule === 'zb-h2' ? longestStage(played) : played.seconds;
}

/** Plays the end of one whose last gradients of weights take so long. */
function ending({ plain, seconds }: Weave, lastWeights: readonly number[], player: Player): PipelineEnd {
  const stretched = play(plain, lastWeights, player);
  return { later: stretched.seconds - seconds, left: leftOver(stretched, player.ordersOf(plain)) };
}

function play(line: Line, last: readonly number[], { room, ordersOf }: Player): Played {
  const { schedule, stages, chunks, microbatches, message } = line;
  const all = [line.forward, line.backward, line.weights, last];
  const [forward, backward, weights, lastWeights] = all.map((times) => Float64Array.from(times));
  const pipeline: Pipeline = {
    orders: ordersOf(line),
    ...{ stages, chunks, microbatches, forward, backward, lastBackward: backward },
    ...{ weights, lastWeights, mirrored: schedule === 'dualpipe', sharedWire: false },
    message: new Float64Array(stages).fill(message),
  };
  room.empty();
  const playing = playPipeline(pipeline, room.take);
  let slice: IteratorResult<number, Played> = playing.next();
  while (!slice.done) slice = playing.next();
  return slice.value;
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
