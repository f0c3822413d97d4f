import type { ResolvedScenario } from '../../scenario/scenario.ts';

/** Values that a stepper or slider offers, ascending. All obey the rules of the layout they are made for, as far as
 *  one field alone can tell. */

const MOST_TENSOR = 512;
const MOST_PIPELINE = 256;
const MOST_VIRTUAL = 16;
const MOST_CONTEXT = 64;

function divisors(value: number, most: number): number[] {
  const found: number[] = [];
  for (let d = 1; d <= Math.min(value, most); d++) if (value % d === 0) found.push(d);
  return found;
}

function counting(most: number): number[] {
  return Array.from({ length: Math.max(1, most) }, (_, i) => i + 1);
}

export function tensorChoices({ model }: ResolvedScenario): number[] {
  return divisors(model.heads, MOST_TENSOR).filter((t) => model.ffn % t === 0);
}

/** Powers of two that share out the sequence. */
export function contextChoices({ training, parallel, cluster }: ResolvedScenario): number[] {
  const most = Math.min(MOST_CONTEXT, Math.floor(cluster.chips / (parallel.tensor * parallel.pipeline)));
  const shares = parallel.sequenceParallel ? parallel.tensor : 1;
  const found = [1];
  for (let c = 2; c <= most && training.sequence % (c * shares) === 0; c *= 2) found.push(c);
  return found;
}

export function pipelineChoices({ model, parallel }: ResolvedScenario): number[] {
  return counting(Math.min(MOST_PIPELINE, Math.floor(model.layers / parallel.virtual)));
}

export function virtualChoices({ model, parallel }: ResolvedScenario): number[] {
  return counting(Math.min(MOST_VIRTUAL, Math.floor(model.layers / parallel.pipeline)));
}

/** Powers of two, and the most that the chips hold. */
export function dataChoices({ cluster, parallel }: ResolvedScenario): number[] {
  const most = Math.max(
    1,
    Math.floor(cluster.chips / (parallel.tensor * parallel.context * parallel.pipeline)),
  );
  const found: number[] = [];
  for (let d = 1; d < most; d *= 2) found.push(d);
  return [...found, most];
}

export function expertChoices({ model, parallel }: ResolvedScenario): number[] {
  const { experts } = model;
  if (!experts) return [1];
  const copies = parallel.data * parallel.context;
  return divisors(experts.count, experts.count).filter((e) => copies % e === 0);
}

/** Ways to cut an expert that tensor has room for. */
export function expertTensorChoices({ model, parallel }: ResolvedScenario): number[] {
  const { experts } = model;
  return experts ? divisors(parallel.tensor, parallel.tensor).filter((t) => experts.ffn % t === 0) : [1];
}

/** 512 to 131,072 tokens, powers of two that tensor and context can share out. */
export function sequenceChoices({ parallel }: ResolvedScenario): number[] {
  const shares = parallel.sequenceParallel ? parallel.tensor * parallel.context : parallel.context;
  return Array.from({ length: 9 }, (_, i) => 512 * 2 ** i).filter((s) => s % shares === 0);
}

export function microbatchChoices(): number[] {
  return [1, 2, 4, 8, 16, 32];
}

/** Whole numbers of microbatches for every replica: 1, 2, 3, 4, 6, 8, 12 … 512. */
export function globalBatchChoices({ parallel, training }: ResolvedScenario): number[] {
  const rounds = parallel.schedule === 'interleaved' ? parallel.pipeline : 1;
  const unit = parallel.data * training.microbatch * rounds;
  const found = [1];
  for (let power = 2; power <= 512; power *= 2) {
    found.push(power);
    if (power < 512) found.push(power * 1.5);
  }
  return found.map((n) => n * unit);
}

/** The choice next to a value in a direction; the value itself where there is none further. */
export function neighbour(choices: readonly number[], value: number, direction: 1 | -1): number {
  const next = direction === 1 ? choices.find((c) => c > value) : choices.findLast((c) => c < value);
  return next ?? value;
}

/** Index of the choice nearest to a value, by ratio. */
export function nearest(choices: readonly number[], value: number): number {
  let best = 0;
  choices.forEach((c, i) => {
    if (Math.abs(Math.log(c / value)) < Math.abs(Math.log(choices[best] / value))) best = i;
  });
  return best;
}
