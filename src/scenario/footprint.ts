import { microbatchCount, stageActivations, tokensOfMicrobatch } from './activations.ts';
import { isMixture } from './layers.ts';
import type { ResolvedScenario } from './scenario.ts';
import { type Stage, stagesOf } from './stages.ts';
import { layerShard, stageShard } from './weights.ts';

/** Bytes on one chip of a pipeline stage. */
export interface StageMemory {
  readonly parameters: number;
  readonly gradients: number;
  readonly optimizer: number;
  readonly activations: number;
  /** Logits of a microbatch on the head's stage; gathered layers of ZeRO-3. */
  readonly other: number;
  readonly total: number;
}

export interface Footprint {
  /** By pipeline stage. */
  readonly stages: readonly StageMemory[];
  /** Index of the stage that needs most. */
  readonly fullest: number;
  /** Whether the fullest stage fits in a chip's memory. */
  readonly fits: boolean;
}

/** Bytes of a bf16 weight. Low-precision training keeps its weights so and casts them for each product. */
const WEIGHT = 2;
const GRADIENT = { fp32: 4, bf16: 2 } as const;
/** fp32 master weight and moments: two for Adam, one for SGD with momentum. */
const OPTIMIZER = { adam: 12, sgd: 8 } as const;
/** Bytes of a logit: bf16, its fp32 copy and the gradient that takes its place; more where each step of the loss keeps its own (bf16,
 *  and three in fp32 at once), and most where it is put together from steps over a vocabulary that is cut (five in fp32). */
const LOGIT = { fused: 8, eager: 14, eagerCut: 22 };
/** Bytes of a logit that is kept for the caller. */
const OUTPUT = 2;

/**
 * Memory of a chip in each pipeline stage, in bytes; docs/model.md derives the terms. ZeRO-1 shares the optimizer out
 * over the ranks that hold the same weights, ZeRO-2 the gradients too, ZeRO-3 also the weights, of which two layers
 * are gathered at a time. No allowance for fragmentation or the run-time system.
 */
export function footprint(scenario: ResolvedScenario): Footprint {
  return footprintOf(scenario, stagesOf(scenario));
}

/** The same for layers that are split already. */
export function footprintOf(scenario: ResolvedScenario, split: readonly Stage[]): Footprint {
  const stages = split.map((stage, index) => stageMemory(scenario, stage, index));
  let fullest = 0;
  for (let i = 1; i < stages.length; i++) if (stages[i].total > stages[fullest].total) fullest = i;
  return { stages, fullest, fits: stages[fullest].total <= scenario.cluster.chip.memory };
}

/** Ranks over which ZeRO shares out dense weights and routed experts. */
export function shardRanks(scenario: ResolvedScenario): { dense: number; expert: number } {
  const { parallel, training } = scenario;
  const replicas = Math.min(parallel.data * parallel.context, training.shardGroup);
  const copies = (replicas * parallel.tensor) / (parallel.expert * parallel.expertTensor);
  return { dense: replicas, expert: Math.max(1, copies) };
}

/** Bytes on one chip of the stage with this index. */
export function stageMemory(scenario: ResolvedScenario, stage: Stage, index: number): StageMemory {
  const { model, training, parallel, stack } = scenario;
  const weights = stageShard(model, stage, parallel);
  const ranks = shardRanks(scenario);
  const whole = weights.dense + weights.expert;
  const shared = weights.dense / ranks.dense + weights.expert / ranks.expert;
  // ZeRO-3 that keeps its weights between passes keeps their gradients whole too, beside its own shard of both.
  const kept = training.zero === 3 && !training.reshard ? whole : 0;
  const held = (from: number): number => (training.zero >= from ? shared : whole) + (from > 1 ? kept : 0);
  const parameters = WEIGHT * held(3);
  const gradients = GRADIENT[training.gradientType] * held(2);
  const optimizer = OPTIMIZER[training.optimizer] * held(1);
  const activations = stageActivations(scenario, stage, index);
  const other =
    (stage.chunks.some((chunk) => chunk.head) ? logits(scenario) : 0) +
    (training.zero === 3 && training.reshard ? 2 * WEIGHT * largestLayer(scenario, stage) : 0) +
    (stack.gradientBuffer ? WEIGHT * largestMatrix(scenario, stage) : 0);
  const total = parameters + gradients + optimizer + activations + other;
  return { parameters, gradients, optimizer, activations, other, total };
}

function logits(scenario: ResolvedScenario): number {
  const { stack, parallel } = scenario;
  const eager = parallel.tensor > 1 ? LOGIT.eagerCut : LOGIT.eager;
  const kept = stack.keepsOutputs && parallel.pipeline > 1 ? OUTPUT * (microbatchCount(scenario) - 1) : 0;
  const bytes = (stack.fusedLoss ? LOGIT.fused : eager) + kept;
  return (bytes * tokensOfMicrobatch(scenario) * scenario.model.vocab) / scenario.parallel.tensor;
}

/** Weights on a rank of the stage's largest layer. */
function largestLayer(scenario: ResolvedScenario, stage: Stage): number {
  let largest = 0;
  for (const chunk of stage.chunks) {
    for (let layer = chunk.first; layer < chunk.first + chunk.count; layer++) {
      const shard = layerShard(scenario.model, isMixture(scenario.model, layer), scenario.parallel);
      largest = Math.max(largest, shard.dense + shard.expert);
    }
  }
  return largest;
}

/** Weights on a rank of the stage's largest matrix: embedding or head, or those into the MLP. */
function largestMatrix({ model, parallel }: ResolvedScenario, stage: Stage): number {
  const table = stage.chunks.some((chunk) => chunk.embedding || chunk.head) ? model.vocab * model.hidden : 0;
  const up = (model.gated ? 2 : 1) * model.ffn * model.hidden;
  return Math.max(table, up) / parallel.tensor;
}
