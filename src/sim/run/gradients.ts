import type { PatternEntry } from '../../timeline/recorder.ts';
import { type LaneItem, playLane } from './lane.ts';
import type { DataCost, DataSpan } from './pass.ts';
import { type ChunkPlan, type Plan, reducingPass } from './plan.ts';
import type { PartWeights } from './traffic.ts';

/** The pass of a chunk's last microbatch in which gradients become ready: longer than the others where gradients take wires it needs. */
export interface LastBackward {
  readonly seconds: number;
  /** The stretched pattern; the chunk's own where nothing is in the way. */
  readonly pattern: readonly PatternEntry[];
  /** Gradient collectives in order, earliest starts from the start of the pass. */
  readonly data: readonly DataSpan[];
}

/**
 * Plays the last backward pass of a chunk with the reduction of its gradients beside it: part by part as they become
 * ready, or all after its end where the software does not overlap them. Compute runs slower beside them.
 */
export function playLastBackward(plan: Plan, cell: ChunkPlan): LastBackward {
  const pass = reducingPass(cell);
  const costs = pass.buckets.flatMap((bucket) => plan.traffic.lastReductions(bucket));
  if (costs.length === 0) return { seconds: pass.seconds, pattern: pass.pattern, data: [] };
  const items: LaneItem[] = [];
  const data: { item: number; cost: DataCost }[] = [];
  const overlap = plan.scenario.stack.overlapGradients;
  const traffic = costs.reduce((sum, cost) => sum + cost.seconds, 0);
  const { overlapSlowdown } = plan.machine.constants;
  const slower = overlap ? 1 + overlapSlowdown * Math.min(1, traffic / pass.seconds) : 1;
  let entry = 0;
  const add = (bucket: (typeof pass.buckets)[number]) => {
    for (const cost of plan.traffic.lastReductions(bucket)) {
      data.push({ item: items.length, cost });
      items.push({ type: 'collective', seconds: cost.seconds, wires: cost.wires, blocking: false });
    }
  };
  const entryItem: number[] = [];
  for (const bucket of pass.buckets) {
    for (; entry < bucket.entries; entry++) {
      const { start, end } = pass.pattern[entry];
      const wires = pass.wires[entry];
      entryItem.push(items.length);
      items.push(
        wires === null
          ? { type: 'compute', seconds: slower * (end - start) }
          : { type: 'collective', seconds: end - start, wires, blocking: true },
      );
    }
    if (overlap) add(bucket);
  }
  if (!overlap) for (const bucket of pass.buckets) add(bucket);
  const played = playLane(items);
  const stretched = played.done > pass.seconds * (1 + 1e-12);
  return {
    seconds: stretched ? played.done : pass.seconds,
    pattern: stretched
      ? pass.pattern.map((part, index) => ({
          ...part,
          start: played.start[entryItem[index]],
          end: played.end[entryItem[index]],
        }))
      : pass.pattern,
    data: data.map(({ item, cost }) => ({ ...cost, start: played.start[item] })),
  };
}

/** The all-gathers of updated weights after a sharded optimizer; nothing where every pass gathers its own, or where the first forward
 *  pass of the next step does. */
export function gatherWeights(plan: Plan, weights: PartWeights): DataSpan[] {
  if (plan.scenario.stack.overlapWeights) return [];
  return plan.traffic.updates(weights).map((span) => ({ ...span, start: 0 }));
}
