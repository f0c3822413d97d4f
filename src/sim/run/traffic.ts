import type { Group, Groups } from '../../cluster/groups.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { Kind } from '../../timeline/timeline.ts';
import { ACTIVATION } from '../shape/sizes.ts';
import type { ExchangeCosts } from './exchange.ts';
import type { Flow, Queue } from './flow.ts';

/** Weights of a part of the model on one rank, before ZeRO. */
export interface PartWeights {
  readonly dense: number;
  readonly experts: number;
}

/** What data parallelism moves for a part of the model, and when. Empty lists where nothing moves. */
export interface Traffic {
  /** In every pass, before the part works: its weights (ZeRO-3). */
  gathers(weights: PartWeights): readonly Flow[];
  /** In every backward pass, after it: its gradients (ZeRO-2 and -3). */
  scatters(weights: PartWeights): readonly Flow[];
  /** In the last backward pass: gradients that are whole until then, and those of other copies of the same shards. */
  lastReductions(weights: PartWeights): readonly Flow[];
  /** After the optimizer: the weights that each rank has updated a share of. */
  updates(weights: PartWeights): Flow[];
}

/**
 * ZeRO-0 all-reduces gradients once a step; ZeRO-1 scatters them over the shard group and gathers weights after the update;
 * ZeRO-2 scatters in every backward pass; ZeRO-3 also gathers weights for every pass, unless it keeps them
 * (`reshard` false), which is then the traffic of ZeRO-1. Where the shard group is smaller than the replicas, shards
 * are all-reduced over the copies. Weights travel in bf16, gradients in their type.
 */
export function trafficOf(scenario: ResolvedScenario, groups: Groups, cost: ExchangeCosts): Traffic {
  const { zero, gradientType } = scenario.training;
  const gradient = gradientType === 'fp32' ? 4 : 2;
  const { everyPass, everyBackward } = sharesInPasses(scenario.training);
  const one = (kind: Kind, bytes: number, group: Group, queue: Queue): Flow => {
    const { seconds, bytes: sent, load } = cost(kind, bytes, group);
    return { type: 'collective', kind, queue, seconds, bytes: sent, load };
  };
  const both = (kind: Kind, width: number, { dense, experts }: PartWeights, group: Group): Flow[] =>
    [
      one(kind, width * dense, group, 'dense'),
      one(kind, width * experts, groups.expertData, 'experts'),
    ].filter(taken);
  const taken = (each: Flow) => each.seconds > 0;
  const amongCopies = ({ dense }: PartWeights): Flow[] =>
    [one(Kind.dataAllReduce, (gradient * dense) / groups.shard.size, groups.copies, 'dense')].filter(taken);
  return {
    gathers: everyPass
      ? once((weights) => both(Kind.dataAllGather, ACTIVATION, weights, groups.shard))
      : none,
    scatters: everyBackward
      ? once((weights) => both(Kind.dataReduceScatter, gradient, weights, groups.shard))
      : none,
    lastReductions: once((weights) => {
      if (zero === 0) return both(Kind.dataAllReduce, gradient, weights, groups.data);
      const scattered = everyBackward ? [] : both(Kind.dataReduceScatter, gradient, weights, groups.shard);
      return [...scattered, ...amongCopies(weights)];
    }),
    updates: (weights) =>
      zero === 0 || everyPass ? [] : both(Kind.dataAllGather, ACTIVATION, weights, groups.shard),
  };
}

/** Whether weights are gathered in every pass, and gradients scattered in every backward pass. */
export function sharesInPasses({ zero, reshard }: ResolvedScenario['training']) {
  const everyPass = zero === 3 && reshard;
  return { everyPass, everyBackward: zero === 2 || everyPass };
}

const NOTHING: readonly Flow[] = [];
const none = (): readonly Flow[] => NOTHING;

/** All layers of a sort have the same weights, so what moves for them is found once. */
function once(make: (weights: PartWeights) => readonly Flow[]): (weights: PartWeights) => readonly Flow[] {
  const known = new Map<PartWeights, readonly Flow[]>();
  return (weights) => {
    const flows = known.get(weights) ?? make(weights);
    known.set(weights, flows);
    return flows;
  };
}
