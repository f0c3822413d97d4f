import type { Breakdown } from '../../timeline/summary.ts';
import type { PlayedStep } from '../run/events.ts';
import { type Plan, spentOn } from '../run/plan.ts';

/**
 * Where the seconds of a step go. Told by taking one thing away after the other, so that the parts are never negative
 * and add up to the step: the gradient traffic (data), the messages between stages (pipeline); what is then left over the
 * work of the busiest stage is bubble, and that work is compute, tensor and expert as its patterns say. Waiting for
 * a slower stage counts as bubble.
 */
export function breakdownOf(plan: Plan, played: PlayedStep): Breakdown {
  const busiest = busiestStage(plan);
  const { compute, tensor, expert } = busiest;
  const busy = compute + tensor + expert;
  return {
    compute,
    bubble: Math.max(0, played.freeMessageSeconds - busy),
    tensor,
    context: 0,
    expert,
    pipeline: Math.max(0, played.pipelineSeconds - played.freeMessageSeconds),
    data: Math.max(0, played.seconds - played.pipelineSeconds - played.optimizerSeconds),
    optimizer: played.optimizerSeconds,
  };
}

/** Seconds that the stage with most work spends on all microbatches. */
function busiestStage({ cells, stages, chunks, microbatches }: Plan) {
  let most = { compute: 0, tensor: 0, expert: 0 };
  let longest = -1;
  for (let stage = 0; stage < stages; stage++) {
    const spent = { compute: 0, tensor: 0, expert: 0 };
    for (const cell of cells.slice(stage * chunks, (stage + 1) * chunks)) {
      for (const pass of [spentOn(cell.forward), spentOn(cell.backward)]) {
        spent.compute += microbatches * pass.compute;
        spent.tensor += microbatches * pass.tensor;
        spent.expert += microbatches * pass.expert;
      }
    }
    const total = spent.compute + spent.tensor + spent.expert;
    if (total > longest) {
      longest = total;
      most = spent;
    }
  }
  return most;
}
