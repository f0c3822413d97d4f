import type { Breakdown } from '../../timeline/summary.ts';
import type { PlayedStep } from '../run/events.ts';
import { microbatchesOfChunk, type Plan, type Spent, spentOn } from '../run/plan.ts';

/**
 * Where the seconds of a step go. Told by taking one thing away after the other, so that the parts are never negative
 * and add up to the step: the gradient traffic (data, with what every pass waits for weights and gradients), the messages between stages (pipeline); what is then left over the
 * work of the busiest stage is bubble, and that work is compute, tensor, context and expert as its patterns say. Waiting for
 * a slower stage counts as bubble.
 */
export function breakdownOf(plan: Plan, played: PlayedStep): Breakdown {
  const busiest = busiestStage(plan);
  const { compute, tensor, context, expert } = busiest;
  const busy = compute + tensor + context + expert + busiest.data;
  return {
    compute,
    bubble: Math.max(0, played.freeMessageSeconds - busy),
    tensor,
    context,
    expert,
    pipeline: Math.max(0, played.pipelineSeconds - played.freeMessageSeconds),
    data: busiest.data + Math.max(0, played.seconds - played.pipelineSeconds - played.optimizerSeconds),
    optimizer: played.optimizerSeconds,
  };
}

/** Seconds that the stage with most work spends on all microbatches. */
function busiestStage(plan: Plan): Spent {
  const { cells, stages, chunks } = plan;
  const microbatches = microbatchesOfChunk(plan);
  let most: Spent = { compute: 0, tensor: 0, context: 0, expert: 0, data: 0 };
  let longest = -1;
  for (let stage = 0; stage < stages; stage++) {
    const spent = { compute: 0, tensor: 0, context: 0, expert: 0, data: 0 };
    for (const cell of cells.slice(stage * chunks, (stage + 1) * chunks)) {
      for (const pass of [cell.forward, cell.backward, cell.weights?.pattern ?? []].map(spentOn)) {
        for (const part of Object.keys(spent) as (keyof Spent)[]) spent[part] += microbatches * pass[part];
      }
    }
    const total = spent.compute + spent.tensor + spent.context + spent.expert + spent.data;
    if (total > longest) {
      longest = total;
      most = spent;
    }
  }
  return most;
}
