import { layoutProblem } from '../../scenario/check.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { greatestDivisor } from './divisor.ts';
import { createEstimator } from './estimate.ts';

/** `weak`: every replica keeps its batch, so that the batch grows with the chips. `strong`: the batch stays. */
export type Scaling = 'weak' | 'strong';

/** A layout on another number of chips. */
export interface ScalePoint {
  readonly scaling: Scaling;
  /** Chips at work. */
  readonly chips: number;
  readonly data: number;
  readonly globalBatch: number;
  readonly seconds: number;
  readonly tokensPerSecond: number;
}

/** Numbers of chips that are looked at: 64 to 1,048,576, in powers of two. */
export const SCALES: readonly number[] = Array.from({ length: 15 }, (_, power) => 64 * 2 ** power);

/**
 * The step of a layout on other numbers of chips, in closed form: tensor, context, pipeline and experts stay, replicas are as many as
 * the chips hold. Faults and the length of cables are left out. Fewer chips than one replica needs give no
 * point, nor do layouts that cannot be.
 */
export function* scalingPoints(asked: ResolvedScenario): Generator<ScalePoint> {
  const { parallel, training } = asked;
  const cluster = { ...asked.cluster, chips: SCALES[SCALES.length - 1], site: null };
  const base: ResolvedScenario = { ...asked, cluster, faults: [] };
  const estimator = createEstimator(base);
  const replica = parallel.tensor * parallel.context * parallel.pipeline;
  // Experts are shared out over context and data.
  const step = parallel.expert / greatestDivisor(parallel.expert, parallel.context);
  const each = training.globalBatch / parallel.data;
  const samples = training.globalBatch / training.microbatch;
  for (const scaling of ['weak', 'strong'] as const) {
    let last = 0;
    for (const chips of SCALES) {
      let data = Math.floor(chips / replica / step) * step;
      if (scaling === 'strong') while (data > 0 && samples % data > 0) data -= step;
      if (data < 1 || data === last) continue;
      last = data;
      const globalBatch = scaling === 'weak' ? each * data : training.globalBatch;
      const scenario = scaledTo(base, data, globalBatch);
      if (layoutProblem(scenario)) continue;
      const { seconds } = estimator.closed(scenario);
      const tokensPerSecond = (globalBatch * training.sequence) / seconds;
      yield { scaling, chips: data * replica, data, globalBatch, seconds, tokensPerSecond };
    }
  }
}

/** The layout with so many replicas. Shards over all replicas stay over all. */
function scaledTo(base: ResolvedScenario, data: number, globalBatch: number): ResolvedScenario {
  const { parallel, training } = base;
  const all = training.shardGroup >= parallel.data * parallel.context;
  const shardGroup = all ? data * parallel.context : training.shardGroup;
  return {
    ...base,
    parallel: { ...parallel, data },
    training: { ...training, globalBatch, shardGroup },
  };
}
