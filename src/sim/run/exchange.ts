import type { Group } from '../../cluster/groups.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { Constants } from '../calibration/constants.ts';
import { collective } from '../collectives/auto.ts';
import type { CollectiveDim, CollectiveKind } from '../collectives/collective.ts';

/** The collective behind a kind of span. */
export const KINDS: Readonly<Partial<Record<Kind, CollectiveKind>>> = {
  [Kind.tensorAllGather]: 'allGather',
  [Kind.tensorReduceScatter]: 'reduceScatter',
  [Kind.tensorAllReduce]: 'allReduce',
  [Kind.contextExchange]: 'allGather',
  [Kind.expertAllToAll]: 'allToAll',
  [Kind.dataReduceScatter]: 'reduceScatter',
  [Kind.dataAllGather]: 'allGather',
  [Kind.dataAllReduce]: 'allReduce',
};

/** Time of a collective, and the bytes a chip sends over all its links. */
export interface ExchangeCost {
  readonly seconds: number;
  readonly bytes: number;
}

/** Cost of a collective of `kind` over `bytes` (full buffer of a rank) in a group. */
export type ExchangeCosts = (kind: Kind, bytes: number, group: Group) => ExchangeCost;

/** Costs by the fastest algorithm modelled, at the share of link bandwidth that collectives reach. The same question
 *  comes for every layer, so answers are kept. Throws `kind must be a collective: 1`. */
export function exchangeCosts(constants: Constants): ExchangeCosts {
  const known = new Map<Group, Map<string, ExchangeCost>>();
  return (kind, bytes, group) => {
    const of = known.get(group) ?? new Map<string, ExchangeCost>();
    known.set(group, of);
    const key = `${kind} ${bytes}`;
    const cost = of.get(key) ?? compute(kind, bytes, group, constants);
    of.set(key, cost);
    return cost;
  };
}

function compute(kind: Kind, bytes: number, group: Group, constants: Constants): ExchangeCost {
  if (group.size === 1 || bytes === 0) return { seconds: 0, bytes: 0 };
  const what = KINDS[kind];
  if (!what) throw new Error(`kind must be a collective: ${kind}`);
  const dims = wires(group, constants);
  const onWires = collective({ kind: what, bytes, dims, algorithm: 'auto', chunks: 1 }).seconds;
  // A ring passes from domain to domain, and starts its kernels in each.
  const seconds = onWires + constants.collectiveSeconds * group.domains;
  // Whatever the way, a chip sends each piece that others lack once (twice in an all-reduce).
  const rounds = what === 'allReduce' ? 2 : 1;
  return { seconds, bytes: (rounds * bytes * (group.size - 1)) / group.size };
}

/** Seconds of one message of `bytes` to the same place in the next group along `group`: through the slowest wire
 *  between two neighbours. */
export function messageSeconds(bytes: number, group: Group, constants: Constants): number {
  const dim = wires(group, constants).at(-1);
  if (!dim) return 0;
  return (dim.kind === 'switch' ? 2 : 1) * dim.latency + bytes / dim.bandwidth;
}

/** Wires of a group as collectives meet them: at the share of their bandwidth that they reach. */
export function wires(group: Group, constants: Constants): CollectiveDim[] {
  return group.dims.map(({ network, kind, size, bandwidth, latency, wrap }) => ({
    ...{ kind, size, latency, wrap },
    bandwidth: bandwidth * (network === 'scaleUp' ? constants.scaleUp : constants.scaleOut),
  }));
}
