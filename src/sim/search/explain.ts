import { countParameters } from '../../scenario/parameters.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { isCollective } from '../../timeline/spans.ts';
import type { Breakdown, Summary } from '../../timeline/summary.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { TimedEntry } from '../run/template.ts';
import { modelFlops } from '../shape/modelFlops.ts';
import { type Closed, createEstimator, type Estimator } from './estimate.ts';
import { pipelineSeconds } from './pipelineSeconds.ts';

/** The numbers of a layout before it is simulated. */
export interface Estimate {
  readonly seconds: number;
  readonly tokensPerSecond: number;
  readonly mfu: number;
  readonly feasible: boolean;
  readonly memory: Summary['memory'];
  readonly breakdown: Breakdown;
  readonly parameters: number;
}

/** A scenario by the closed form: within a few per cent of the simulation (docs/model.md), in a millisecond or two. */
export function estimate(
  scenario: ResolvedScenario,
  estimator: Estimator = createEstimator(scenario),
): Estimate {
  const closed = estimator.closed(scenario);
  const { parts } = estimator.memory(scenario);
  const { training, parallel, cluster, model } = scenario;
  const chips = parallel.tensor * parallel.context * parallel.data * parallel.pipeline;
  const capacity = cluster.chip.memory;
  return {
    seconds: closed.seconds,
    tokensPerSecond: (training.globalBatch * training.sequence) / closed.seconds,
    mfu: modelFlops(scenario) / (chips * closed.seconds * cluster.chip.peak.bf16),
    feasible: parts.total <= capacity,
    memory: { ...parts, capacity },
    breakdown: closedBreakdown(closed),
    parameters: countParameters(model).parameters,
  };
}

/** Where the seconds go, told as result/breakdown.ts tells it; the parts add up. */
export function closedBreakdown(closed: Closed): Breakdown {
  const { line, seconds, optimizerSeconds } = closed;
  const busy = busiest(closed);
  const free = closed.factor * pipelineSeconds({ ...line, message: 0 });
  const { compute, tensor, context, expert } = busy;
  const work = compute + tensor + context + expert + busy.data;
  return {
    ...{ compute, tensor, context, expert, optimizer: optimizerSeconds },
    bubble: Math.max(0, free - work),
    pipeline: closed.pipelineSeconds - free,
    data: busy.data + seconds - closed.pipelineSeconds - optimizerSeconds + Math.min(0, free - work),
  };
}

/** Seconds of the stage with most work, all microbatches. What a pass takes beyond its operators and collectives it waits
 *  for weights and gradients, or is slowed down by them. */
function busiest({ split, line, cells, timed }: Closed) {
  const { stages, chunks, forward, backward, weights } = line;
  // Each of the two parts that a stage has with DualPipe takes half of them.
  const microbatches = line.schedule === 'dualpipe' ? line.microbatches / 2 : line.microbatches;
  let most = -1;
  let stage = 0;
  for (let s = 0; s < stages; s++) {
    let sum = 0;
    for (let i = s * chunks; i < (s + 1) * chunks; i++) sum += forward[i] + backward[i] + weights[i];
    if (sum > most) {
      most = sum;
      stage = s;
    }
  }
  const spent = { compute: 0, tensor: 0, context: 0, expert: 0, data: 0 };
  for (let i = stage * chunks; i < (stage + 1) * chunks; i++) {
    const content = split.contents[split.contentOf[i]];
    const cell = cells[split.contentOf[i]];
    let told = 0;
    for (const [part, count] of [
      ['dense', content.dense],
      ['mixture', content.mixture],
      ['embedding', content.embedding ? 1 : 0],
      ['head', content.head ? 1 : 0],
    ] as const) {
      const { forward, backward, weightGradients } = timed[part];
      for (const entry of [...forward, ...backward, ...weightGradients]) {
        spent[purpose(entry)] += microbatches * count * entry.seconds;
        told += count * entry.seconds;
      }
    }
    spent.data += microbatches * (cell.forward + cell.backward + cell.weights - told);
  }
  return spent;
}

function purpose({ kind }: TimedEntry): 'compute' | 'tensor' | 'context' | 'expert' {
  if (!isCollective(kind)) return 'compute';
  if (kind === Kind.contextExchange) return 'context';
  return kind === Kind.expertAllToAll ? 'expert' : 'tensor';
}
