import type { Group } from '../../cluster/groups.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { Constants } from '../calibration/constants.ts';
import { collective } from '../collectives/auto.ts';
import type { CollectiveDim, CollectiveKind } from '../collectives/collective.ts';
import type { Machine } from './roofline.ts';
import { type Load, MEMORY, resourceOfLink } from './share.ts';

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

/** Bytes moved through a chip's memory for each that it sends: one is read to be sent, one that comes is written; a
 *  reduction also reads what it adds it to. */
const MEMORY_BYTES: Readonly<Record<CollectiveKind, number>> = {
  allGather: 2,
  allToAll: 2,
  reduceScatter: 3,
  allReduce: 2.5,
};

/** Time of a collective alone on its links, the bytes a chip sends over all its links, and how busy it keeps these. */
export interface ExchangeCost {
  readonly seconds: number;
  readonly bytes: number;
  readonly load: Load;
}

/** Cost of a collective of `kind` over `bytes` (full buffer of a rank) in a group. */
export type ExchangeCosts = (kind: Kind, bytes: number, group: Group) => ExchangeCost;

type Wired = Pick<Machine, 'chip' | 'constants'>;

/** Costs by the fastest algorithm modelled, at the share of link bandwidth that collectives reach. The same question
 *  comes for every layer, so answers are kept. Throws `kind must be a collective: 1`. */
export function exchangeCosts(machine: Wired): ExchangeCosts {
  // By group, kind and bytes. Numbers are keys as they are: to write them out took a search a tenth of its time.
  const known = new Map<Group, { dims: CollectiveDim[]; kinds: Map<number, ExchangeCost>[] }>();
  return (kind, bytes, group) => {
    let ofGroup = known.get(group);
    if (!ofGroup) {
      ofGroup = { dims: wires(group, machine.constants), kinds: [] };
      known.set(group, ofGroup);
    }
    ofGroup.kinds[kind] ??= new Map();
    const costs = ofGroup.kinds[kind];
    let cost = costs.get(bytes);
    if (!cost) {
      cost = compute(kind, bytes, group, ofGroup.dims, machine);
      costs.set(bytes, cost);
    }
    return cost;
  };
}

function compute(
  kind: Kind,
  bytes: number,
  group: Group,
  dims: readonly CollectiveDim[],
  machine: Wired,
): ExchangeCost {
  if (group.size === 1 || bytes === 0) return { seconds: 0, bytes: 0, load: [] };
  const what = KINDS[kind];
  if (!what) throw new Error(`kind must be a collective: ${kind}`);
  const { constants } = machine;
  const onWires = collective({ kind: what, bytes, dims, algorithm: 'auto', chunks: 1 });
  // A ring passes from domain to domain, and starts its kernels in each.
  const seconds = onWires.seconds + constants.collectiveSeconds * group.domains;
  // Whatever the way, a chip sends each piece that others lack once (twice in an all-reduce).
  const rounds = what === 'allReduce' ? 2 : 1;
  const sent = (rounds * bytes * (group.size - 1)) / group.size;
  const busy = onWires.linkBytes.map((each, dim) => each / dims[dim].bandwidth);
  return { seconds, bytes: sent, load: loadOf(group, busy, MEMORY_BYTES[what] * sent, seconds, machine) };
}

/** Cost of one message of `bytes` to the same place in the next group along `group`: through the slowest wire between
 *  two neighbours, which the message that comes from the other side fills in its other direction. */
export function messageCost(bytes: number, group: Group, machine: Wired): ExchangeCost {
  const dims = wires(group, machine.constants);
  const dim = dims.at(-1);
  if (!dim) return { seconds: 0, bytes: 0, load: [] };
  const seconds = (dim.kind === 'switch' ? 2 : 1) * dim.latency + bytes / dim.bandwidth;
  const busy = dims.map((each) => (each === dim ? bytes / dim.bandwidth : 0));
  return { seconds, bytes, load: loadOf(group, busy, MEMORY_BYTES.allGather * bytes, seconds, machine) };
}

/** Shares of `seconds` in which each dimension's links are `busy` (seconds each), and the memory with `moved` bytes. */
function loadOf(
  group: Group,
  busy: readonly number[],
  moved: number,
  seconds: number,
  { chip, constants }: Wired,
): Load {
  const load: number[] = [];
  const add = (resource: number, share: number) => {
    while (load.length <= resource) load.push(0);
    load[resource] = Math.min(1, load[resource] + share);
  };
  add(MEMORY, moved / (chip.memoryBandwidth * constants.memory) / seconds);
  group.dims.forEach(({ links }, dim) => {
    for (const link of links) add(resourceOfLink(link), busy[dim] / seconds);
  });
  return load;
}

/** Wires of a group as collectives meet them: at the share of their bandwidth that they reach. */
export function wires(group: Group, constants: Constants): CollectiveDim[] {
  return group.dims.map(({ network, kind, size, bandwidth, latency, wrap }) => ({
    ...{ kind, size, latency, wrap },
    bandwidth: bandwidth * (network === 'scaleUp' ? constants.scaleUp : constants.scaleOut),
  }));
}
