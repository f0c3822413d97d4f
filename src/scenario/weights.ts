import type { ModelShape } from '../facts/model.ts';
import { isMixture } from './layers.ts';
import { attentionParameters, layerParameters } from './parameters.ts';
import type { ResolvedScenario } from './scenario.ts';
import type { ModelPart, Stage } from './stages.ts';

/** Weights that one rank of a stage holds, before any sharding over data. */
export interface RankWeights {
  /** Attention, dense and shared MLPs, routers, norms, embeddings. */
  readonly dense: number;
  /** Routed experts. */
  readonly expert: number;
}

type Split = Pick<ResolvedScenario['parallel'], 'tensor' | 'expert' | 'expertTensor'>;

/**
 * Attention weights of one tensor rank. Heads are shared out; where there are fewer key and value heads than ranks,
 * each rank keeps a copy of one. The low-rank down projections of latent attention are whole on every rank.
 */
export function attentionShard(model: ModelShape, tensor: number): number {
  const { hidden, heads, kvHeads, headDim, mla } = model;
  if (!mla)
    return (2 * hidden * heads * headDim) / tensor + 2 * hidden * headDim * kvHeadsOfRank(kvHeads, tensor);
  const whole = hidden * (mla.queryRank + mla.kvRank + mla.ropeDim);
  return whole + (attentionParameters(model) - whole) / tensor;
}

/** Key and value heads on one tensor rank. */
export function kvHeadsOfRank(kvHeads: number, tensor: number): number {
  return Math.ceil(kvHeads / tensor);
}

/** Weights of one layer on one rank. Norms, biases and routers are whole on every rank. */
export function layerShard(model: ModelShape, mixture: boolean, split: Split): RankWeights {
  const part = layerParameters(model, mixture);
  const { tensor } = split;
  return {
    dense: attentionShard(model, tensor) + part.small + part.router + (part.mlp + part.shared) / tensor,
    expert: (part.expert * (model.experts?.count ?? 0)) / (split.expert * split.expertTensor),
  };
}

/** Weights of one rank of a stage: its layers, and at the ends of the pipeline the embedding and the head. */
export function stageShard(model: ModelShape, stage: Stage, split: Split): RankWeights {
  const kinds = [layerShard(model, false, split), layerShard(model, true, split)];
  let dense = 0;
  let expert = 0;
  for (const chunk of stage.chunks) {
    for (let layer = chunk.first; layer < chunk.first + chunk.count; layer++) {
      const kind = kinds[isMixture(model, layer) ? 1 : 0];
      dense += kind.dense;
      expert += kind.expert;
    }
  }
  return { dense: dense + outerShard(model, stage.chunks, split.tensor), expert };
}

/** The embedding and the head on one rank; a tied head is a copy unless both ends are on this stage. */
function outerShard(model: ModelShape, chunks: readonly ModelPart[], tensor: number): number {
  const table = (model.vocab * model.hidden) / tensor;
  const embedding = chunks.some((chunk) => chunk.embedding);
  const head = chunks.some((chunk) => chunk.head);
  const shared = embedding && head && model.tiedEmbeddings;
  return (
    (embedding ? table + model.positions * model.hidden : 0) +
    (head && !shared ? table : 0) +
    (head ? model.extra : 0)
  );
}
