import type { ChunkPlan, Plan } from './plan.ts';

/**
 * Bytes moved for each weight of a rank. Adam: gradient read twice (norm, update), master weight and two moments read and
 * written in fp32, the bf16 weight written: 8 + 24 + 2. Gradient descent with momentum has one moment: 8 + 16 + 2.
 */
const UPDATE_BYTES = { adam: 34, sgd: 26 };

/** Weights of a stage on one chip, over its chunks. */
export function stageWeights(cells: readonly ChunkPlan[]): { dense: number; experts: number } {
  let dense = 0;
  let experts = 0;
  for (const cell of cells) {
    for (const bucket of cell.buckets) {
      dense += bucket.dense;
      experts += bucket.experts;
    }
  }
  return { dense, experts };
}

/** Seconds of the update, bound by memory, and of what a step costs outside the model. ZeRO shares the update out over
 *  the shard group. */
export function optimizerSeconds(
  plan: Pick<Plan, 'scenario' | 'groups' | 'machine'>,
  weights: { dense: number; experts: number },
): number {
  const { training } = plan.scenario;
  const { chip, constants } = plan.machine;
  const sharded = training.zero > 0;
  const own =
    weights.dense / (sharded ? plan.groups.shard.size : 1) +
    weights.experts / (sharded ? plan.groups.expertData.size : 1);
  const bandwidth = chip.memoryBandwidth * constants.memory;
  return (UPDATE_BYTES[training.optimizer] * own) / bandwidth + constants.stepSeconds;
}
