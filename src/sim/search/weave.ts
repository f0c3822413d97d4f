import { type Played, playPipeline } from '../run/pipeline.ts';
import { interleaved } from '../schedules/interleaved.ts';
import type { CellTimes } from './cells.ts';
import { type Line, pipelineSeconds } from './pipelineSeconds.ts';
import type { Split } from './split.ts';

/** Steps in which ratios of times are told apart: neighbours differ by less than the closed form knows. */
const STEP = 1.15;

/** Groups of microbatches that are played; each further one adds what the last did. */
const GROUPS = 3;

/**
 * How much longer interleaved 1F1B takes than its closed form says: where chunks are of unlike length, chains weave between
 * the stages. The factor is found by playing the pipeline of events once for each cut of the layers and each rounded
 * ratio of the times of its chunks, messages apart; layouts that share these share it.
 */
export function createWeave(): (line: Line, split: Split, cells: readonly CellTimes[]) => number {
  const known = new Map<string, number>();
  return (line, split, cells) => {
    const { stages, chunks, microbatches } = line;
    if (chunks === 1) return 1;
    const unit = cells.reduce((least, cell) => Math.min(least, cell.forward), Number.POSITIVE_INFINITY);
    const ratios = cells.map(({ forward, backward }) => [rounded(forward / unit), rounded(backward / unit)]);
    const groups = microbatches / stages;
    const key = `${stages} ${chunks} ${groups} ${ratios.join(' ')}`;
    let factor = known.get(key);
    if (factor === undefined) {
      factor = factorOf(line, split, ratios, groups);
      known.set(key, factor);
    }
    return factor;
  };
}

function factorOf(line: Line, { contentOf }: Split, ratios: readonly number[][], groups: number): number {
  const { stages } = line;
  const times = (pass: 0 | 1) => Array.from(contentOf, (content) => STEP ** ratios[content][pass]);
  const plain: Line = { ...line, forward: times(0), backward: times(1), message: 0 };
  const played = (count: number) => play({ ...plain, microbatches: count * stages });
  const whole = Math.min(groups, GROUPS);
  const last = played(whole);
  const rest = groups > GROUPS ? (groups - GROUPS) * (last - played(GROUPS - 1)) : 0;
  return (last + rest) / pipelineSeconds(plain);
}

function play({ stages, chunks, microbatches, ...line }: Line): number {
  const [forward, backward, weights] = [line.forward, line.backward, line.weights].map((times) =>
    Float64Array.from(times),
  );
  const playing = playPipeline({
    ...{ stages, chunks, microbatches, forward, backward, lastBackward: backward },
    ...{ weights, lastWeights: weights, message: new Float64Array(stages), sharedWire: false },
    orders: Array.from({ length: stages }, (_, stage) => interleaved(stage, stages, chunks, microbatches)),
  });
  let slice: IteratorResult<number, Played> = playing.next();
  while (!slice.done) slice = playing.next();
  return slice.value.seconds;
}

function rounded(ratio: number): number {
  return Math.round(Math.log(ratio) / Math.log(STEP));
}
