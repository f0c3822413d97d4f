import { ScenarioError } from './error.ts';
import type { ResolvedScenario } from './scenario.ts';
import { equalLengths } from './stages.ts';

/** The first rule that a layout breaks, as a sentence; null where it can be run. Memory is no such rule. */
export function layoutProblem(scenario: ResolvedScenario): ScenarioError | null {
  return (
    sizeProblem(scenario) ??
    shardProblem(scenario) ??
    expertProblem(scenario) ??
    scheduleProblem(scenario) ??
    lengthProblem(scenario)
  );
}

function sizeProblem({ cluster, model, training, parallel }: ResolvedScenario): ScenarioError | null {
  const { tensor, context, pipeline, data } = parallel;
  if (!(training.precision in cluster.chip.peak)) {
    return new ScenarioError(
      'training.precision',
      `has no peak rate on ${cluster.chip.name}`,
      training.precision,
    );
  }
  if (model.heads % tensor !== 0) {
    return new ScenarioError('parallel.tensor', `must divide heads (${model.heads})`, tensor);
  }
  if (model.ffn % tensor !== 0) {
    return new ScenarioError('parallel.tensor', `must divide ffn (${model.ffn})`, tensor);
  }
  if (training.sequence % context !== 0) {
    return new ScenarioError('parallel.context', `must divide sequence (${training.sequence})`, context);
  }
  if (parallel.sequenceParallel && training.sequence % (tensor * context) !== 0) {
    const rule = `must be a multiple of tensor × context (${tensor * context}) with sequenceParallel`;
    return new ScenarioError('training.sequence', rule, training.sequence);
  }
  const ranks = tensor * context * pipeline * data;
  if (ranks > cluster.chips) {
    const rule = `tensor × context × pipeline × data must be at most the chips (${cluster.chips})`;
    return new ScenarioError('parallel', rule, ranks);
  }
  return null;
}

function shardProblem({ training, parallel }: ResolvedScenario): ScenarioError | null {
  const replicas = parallel.data * parallel.context;
  if (replicas % training.shardGroup === 0) return null;
  const rule = `must divide data × context (${replicas})`;
  return new ScenarioError('training.shardGroup', rule, training.shardGroup);
}

function expertProblem({ model, parallel }: ResolvedScenario): ScenarioError | null {
  const { tensor, context, data, expert, expertTensor } = parallel;
  const { experts } = model;
  if (!experts) {
    if (expert !== 1) return new ScenarioError('parallel.expert', 'must be 1 without experts', expert);
    return expertTensor === 1
      ? null
      : new ScenarioError('parallel.expertTensor', 'must be 1 without experts', expertTensor);
  }
  if (experts.count % expert !== 0) {
    return new ScenarioError('parallel.expert', `must divide the experts (${experts.count})`, expert);
  }
  if ((data * context) % expert !== 0) {
    return new ScenarioError('parallel.expert', `must divide data × context (${data * context})`, expert);
  }
  if (tensor % expertTensor !== 0) {
    return new ScenarioError('parallel.expertTensor', `must divide tensor (${tensor})`, expertTensor);
  }
  if (experts.ffn % expertTensor !== 0) {
    return new ScenarioError(
      'parallel.expertTensor',
      `must divide the experts' ffn (${experts.ffn})`,
      expertTensor,
    );
  }
  if (experts.sharedFfn % tensor !== 0) {
    return new ScenarioError(
      'parallel.tensor',
      `must divide the shared experts' ffn (${experts.sharedFfn})`,
      tensor,
    );
  }
  return null;
}

function scheduleProblem({ model, training, parallel, stack }: ResolvedScenario): ScenarioError | null {
  const { pipeline, virtual, data, schedule } = parallel;
  // Of equal stages embedding and head may have one each to themselves.
  const equal = stack.evenStages && equalLengths(model.layers, pipeline * virtual) !== null;
  if (pipeline * virtual > model.layers && !equal) {
    const rule = `× virtual (${virtual}) must be at most layers (${model.layers})`;
    return new ScenarioError('parallel.pipeline', rule, pipeline);
  }
  const replica = data * training.microbatch;
  if (training.globalBatch % replica !== 0) {
    const rule = `must be a multiple of data × microbatch (${replica})`;
    return new ScenarioError('training.globalBatch', rule, training.globalBatch);
  }
  if (schedule === 'interleaved') {
    if (virtual < 2)
      return new ScenarioError('parallel.virtual', 'must be at least 2 when interleaved', virtual);
    const microbatches = training.globalBatch / replica;
    if (microbatches % pipeline !== 0) {
      const rule = `must be a multiple of data × microbatch × pipeline (${replica * pipeline}) when interleaved`;
      return new ScenarioError('training.globalBatch', rule, training.globalBatch);
    }
  } else if (virtual !== 1) {
    return new ScenarioError('parallel.virtual', `must be 1 with schedule ${schedule}`, virtual);
  }
  if (schedule === 'dualpipe') {
    if (pipeline % 2 !== 0)
      return new ScenarioError('parallel.pipeline', 'must be even with schedule dualpipe', pipeline);
    const microbatches = training.globalBatch / replica;
    if (microbatches % 2 !== 0 || microbatches < 2 * pipeline) {
      const rule = `must be an even number, at least ${2 * pipeline}, of data × microbatch (${replica}) with schedule dualpipe`;
      return new ScenarioError('training.globalBatch', rule, training.globalBatch);
    }
  }
  return null;
}

/** Forward and backward passes that one step may have over all stages: 4 million take about a second and 300 MB. */
const MOST_PASSES = 4_000_000;

/** The most microbatches a replica may run over so many parts of a pipeline. */
export function mostMicrobatches(pipeline: number, virtual: number): number {
  return Math.max(1, Math.floor(MOST_PASSES / (2 * pipeline * virtual)));
}

function lengthProblem({ training, parallel }: ResolvedScenario): ScenarioError | null {
  const { pipeline, virtual, data } = parallel;
  const replica = data * training.microbatch;
  const most = mostMicrobatches(pipeline, virtual) * replica;
  if (training.globalBatch <= most) return null;
  const rule = `must be at most ${most} with data × microbatch (${replica}) and pipeline × virtual (${pipeline * virtual})`;
  return new ScenarioError('training.globalBatch', rule, training.globalBatch);
}
