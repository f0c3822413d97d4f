import { type ExchangeCost, messageCost } from './exchange.ts';
import type { Plan } from './plan.ts';
import type { PartWeights } from './traffic.ts';

/** With DualPipe, the gradients that a stage and its mirror image, which hold the same parts, send each other: of the shards
 *  of the optimizer where it is sharded. `weights`: of the stage on one chip. */
export function mirrorSum(
  { scenario, groups, machine }: Pick<Plan, 'scenario' | 'groups' | 'machine'>,
  { dense, experts }: PartWeights,
): ExchangeCost {
  const { zero, gradientType } = scenario.training;
  const own = zero > 0 ? dense / groups.shard.size + experts / groups.expertData.size : dense + experts;
  return messageCost((gradientType === 'fp32' ? 4 : 2) * own, groups.pipeline, machine);
}
