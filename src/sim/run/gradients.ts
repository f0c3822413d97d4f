import type { Group } from '../../cluster/groups.ts';
import type { PatternEntry } from '../../timeline/recorder.ts';
import { Kind } from '../../timeline/timeline.ts';
import { type LaneItem, playLane } from './lane.ts';
import type { ChunkPlan, Plan } from './plan.ts';

/** One collective of data parallelism, seconds relative to the start of what it runs beside. */
export interface DataSpan {
  readonly kind: Kind;
  readonly start: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** The backward pass of a chunk's last microbatch: longer than the others where gradients take wires it needs. */
export interface LastBackward {
  readonly seconds: number;
  /** The stretched pattern; the chunk's own where nothing is in the way. */
  readonly pattern: readonly PatternEntry[];
  /** Gradient collectives in order, earliest starts from the start of the pass. */
  readonly data: readonly DataSpan[];
}

/**
 * Plays the last backward pass of a chunk with the reduction of its gradients beside it: part by part as they become
 * ready, or all after its end where the software does not overlap them. ZeRO-0 all-reduces gradients, ZeRO-1
 * reduce-scatters them.
 */
export function playLastBackward(plan: Plan, cell: ChunkPlan): LastBackward {
  const costs = cell.buckets.flatMap((bucket) => bucketCosts(plan, bucket.dense, bucket.experts));
  if (costs.length === 0) return { seconds: cell.backwardSeconds, pattern: cell.backward, data: [] };
  const items: LaneItem[] = [];
  const data: { item: number; cost: Cost }[] = [];
  const overlap = plan.scenario.stack.overlapGradients;
  let entry = 0;
  const add = (bucket: (typeof cell.buckets)[number]) => {
    for (const cost of bucketCosts(plan, bucket.dense, bucket.experts)) {
      data.push({ item: items.length, cost });
      items.push({ type: 'collective', seconds: cost.seconds, wires: cost.wires, blocking: false });
    }
  };
  const entryItem: number[] = [];
  for (const bucket of cell.buckets) {
    for (; entry < bucket.entries; entry++) {
      const { start, end } = cell.backward[entry];
      const wires = cell.backwardWires[entry];
      entryItem.push(items.length);
      items.push(
        wires === null
          ? { type: 'compute', seconds: end - start }
          : { type: 'collective', seconds: end - start, wires, blocking: true },
      );
    }
    if (overlap) add(bucket);
  }
  if (!overlap) for (const bucket of cell.buckets) add(bucket);
  const played = playLane(items);
  const stretched = played.done > cell.backwardSeconds * (1 + 1e-12);
  return {
    seconds: stretched ? played.done : cell.backwardSeconds,
    pattern: stretched
      ? cell.backward.map((part, index) => ({
          ...part,
          start: played.start[entryItem[index]],
          end: played.end[entryItem[index]],
        }))
      : cell.backward,
    data: data.map(({ item, cost }) => ({ ...cost, start: played.start[item] })),
  };
}

/** The all-gather of updated weights after a sharded optimizer (ZeRO-1); nothing otherwise. */
export function gatherWeights(plan: Plan, weights: { dense: number; experts: number }): DataSpan[] {
  if (plan.scenario.training.zero === 0) return [];
  return [
    cost(plan, Kind.dataAllGather, 2 * weights.dense, plan.groups.data),
    cost(plan, Kind.dataAllGather, 2 * weights.experts, plan.groups.expertData),
  ]
    .filter((span) => span.seconds > 0)
    .map((span) => ({ ...span, start: 0 }));
}

interface Cost {
  readonly kind: Kind;
  readonly seconds: number;
  readonly bytes: number;
  readonly wires: 'scaleUp' | 'scaleOut';
}

function bucketCosts(plan: Plan, dense: number, experts: number): Cost[] {
  const { training } = plan.scenario;
  const width = training.gradientType === 'fp32' ? 4 : 2;
  const kind = training.zero === 0 ? Kind.dataAllReduce : Kind.dataReduceScatter;
  return [
    cost(plan, kind, width * dense, plan.groups.data),
    cost(plan, kind, width * experts, plan.groups.expertData),
  ].filter((each) => each.seconds > 0);
}

function cost(plan: Plan, kind: Kind, bytes: number, group: Group): Cost {
  const { seconds, bytes: sent } = plan.cost(kind, bytes, group);
  return { kind, seconds, bytes: sent, wires: group.domains > 1 ? 'scaleOut' : 'scaleUp' };
}
