import { domainSize, type ScaleUp } from '../facts/cluster.ts';
import type { Dimension, ResolvedScenario } from '../scenario/scenario.ts';
import { reachOf } from './reach.ts';

/** A dimension of a group's wires, innermost first: part of a torus axis, a switch, or the network between domains. */
export interface GroupDim {
  readonly network: 'scaleUp' | 'scaleOut';
  readonly kind: 'ring' | 'switch';
  /** Torus axis from 0; -1 for a switch and for the scale-out network. */
  readonly axis: number;
  /** Classes of link that it travels over (see `linkClasses`). */
  readonly links: readonly number[];
  /** Members along it. */
  readonly size: number;
  /** Bytes/s of one link in one direction that this group can count on. */
  readonly bandwidth: number;
  /** Seconds a hop between neighbours of the group. */
  readonly latency: number;
  /** The members close a ring; false where they fill only a part of an axis. */
  readonly wrap: boolean;
}

/** The ranks that work together along one dimension of the layout, and the wires they have. */
export interface Group {
  readonly size: number;
  /** Distance in rank between neighbours. */
  readonly stride: number;
  /** Members that share a scale-up domain. */
  readonly membersPerDomain: number;
  /** Scale-up domains the group reaches over. */
  readonly domains: number;
  readonly dims: readonly GroupDim[];
}

/** Groups of a layout. `expertTensor` share an expert's matrices; `expertData` hold copies of the same. `shard` are the
 *  replicas over which ZeRO shares out, `copies` those that hold the same shards (hybrid sharding). */
export type Groups = Readonly<Record<Dimension | 'expertTensor' | 'expertData' | 'shard' | 'copies', Group>>;

/**
 * Names of the classes of link that a chip has, by number: each torus axis (`axis 1` …) or the port of the switch, then
 * the port to the network between domains. Traffic of any kind shares the links of its class.
 */
export function linkClasses({ scaleUp }: ResolvedScenario['cluster']): readonly string[] {
  const inside = scaleUp.kind === 'switch' ? ['switch'] : scaleUp.dims.map((_, axis) => `axis ${axis + 1}`);
  return [...inside, 'network'];
}

/**
 * The groups of a layout. Ranks are numbered in `parallel.order`, innermost first, and fill domains in that order.
 * Experts take no ranks of their own: an expert group is `expert` neighbours along data (context inside it).
 */
export function groupsOf(scenario: ResolvedScenario): Groups {
  const { parallel, cluster } = scenario;
  const stride: Record<Dimension, number> = { tensor: 1, context: 1, expert: 1, data: 1, pipeline: 1 };
  let ranks = 1;
  for (const dimension of parallel.order) {
    stride[dimension] = ranks;
    if (dimension !== 'expert') ranks *= parallel[dimension];
  }
  // Replicas are numbered over context and data, whichever lies further in first.
  const replicas = parallel.context * parallel.data;
  const replicaStride = Math.min(
    parallel.context > 1 ? stride.context : Number.POSITIVE_INFINITY,
    parallel.data > 1 ? stride.data : Number.POSITIVE_INFINITY,
    replicas === 1 ? stride.data : Number.POSITIVE_INFINITY,
  );
  const reach = reachOf(scenario);
  const group = (size: number, step: number, neighbours = false) => {
    const found = groupOf(cluster, size, step);
    if (found.domains === 1) return found;
    return further(found, neighbours ? reach.toNext(size, step) : reach.across(size, step));
  };
  const shard = Math.min(replicas, scenario.training.shardGroup);
  return {
    tensor: group(parallel.tensor, stride.tensor),
    context: group(parallel.context, stride.context),
    expert: group(parallel.expert, replicaStride),
    data: group(replicas, replicaStride),
    shard: group(shard, replicaStride),
    copies: group(replicas / shard, replicaStride * shard),
    pipeline: group(parallel.pipeline, stride.pipeline, true),
    expertTensor: group(parallel.expertTensor, stride.tensor),
    expertData: joined(
      // Tensor ranks that do not share an expert's matrices hold copies of them too.
      group(parallel.tensor / parallel.expertTensor, stride.tensor * parallel.expertTensor),
      group(replicas / parallel.expert, replicaStride * parallel.expert),
    ),
  };
}

/** The group with light on its way for `seconds` more between domains; a switch counts two hops. */
function further(group: Group, seconds: number): Group {
  const dims = group.dims.map((dim) =>
    dim.network === 'scaleOut' ? { ...dim, latency: dim.latency + seconds / 2 } : dim,
  );
  return { ...group, dims };
}

/** The group of `size` ranks, `stride` apart, that starts at the first chip of a domain. Groups that fit are laid into one
 *  domain, whose last chips stay idle where it is no whole number of them (64 of 72). */
export function groupOf(cluster: ResolvedScenario['cluster'], size: number, stride: number): Group {
  const { scaleUp, scaleOut } = cluster;
  const domain = domainSize(scaleUp);
  const membersPerDomain = Math.max(1, Math.min(size, Math.floor(domain / stride)));
  const domains = Math.ceil(size / membersPerDomain);
  const dims = scaleUpDims(scaleUp, membersPerDomain, stride);
  if (domains > 1) {
    dims.push({
      network: 'scaleOut',
      kind: 'switch',
      axis: -1,
      links: [linkClasses(cluster).length - 1],
      size: domains,
      bandwidth: scaleOut.bandwidth / scaleOut.oversubscription,
      // Published latency is one way from memory to memory; a switch counts two hops.
      latency: scaleOut.latency / 2,
      wrap: true,
    });
  }
  return { size, stride, membersPerDomain, domains, dims };
}

/** Two groups taken together, the inner one first. */
function joined(inner: Group, outer: Group): Group {
  if (inner.size === 1) return outer;
  if (outer.size === 1) return inner;
  return {
    size: inner.size * outer.size,
    stride: Math.min(inner.stride, outer.stride),
    membersPerDomain: inner.membersPerDomain * outer.membersPerDomain,
    domains: inner.domains * outer.domains,
    dims: [...inner.dims, ...outer.dims],
  };
}

function scaleUpDims(scaleUp: ScaleUp, members: number, stride: number): GroupDim[] {
  if (members === 1) return [];
  if (scaleUp.kind === 'switch') {
    const { bandwidth, latency } = scaleUp;
    return [
      {
        network: 'scaleUp',
        kind: 'switch',
        axis: -1,
        links: [0],
        size: members,
        bandwidth,
        latency: latency / 2,
        wrap: true,
      },
    ];
  }
  const dims: GroupDim[] = [];
  let skip = stride;
  let left = members;
  for (let axis = 0; axis < scaleUp.dims.length && left > 1; axis++) {
    const length = scaleUp.dims[axis];
    if (skip >= length && skip % length === 0) {
      skip /= length;
      continue;
    }
    const along = length % skip === 0 ? Math.min(left, length / skip) : 0;
    if (along === 0 || left % along !== 0) return [line(scaleUp, members, stride)];
    if (along > 1) {
      dims.push({
        network: 'scaleUp',
        kind: 'ring',
        axis,
        links: [axis],
        size: along,
        // Groups that interleave on one axis share its links.
        bandwidth: scaleUp.linkBandwidth[axis] / skip,
        latency: scaleUp.latency * skip,
        wrap: scaleUp.wrap && along * skip === length,
      });
    }
    left /= along;
    skip = 1;
  }
  return left === 1 ? dims : [line(scaleUp, members, stride)];
}

/** Members that fill no sub-torus: a line through the domain, over every axis on their way, as fast as the slowest. */
function line(scaleUp: ScaleUp & { kind: 'torus' }, members: number, stride: number): GroupDim {
  const links: number[] = [];
  let inner = 1;
  scaleUp.dims.forEach((length, axis) => {
    if (length > 1 && inner < members * stride) links.push(axis);
    inner *= length;
  });
  return {
    network: 'scaleUp',
    kind: 'ring',
    axis: 0,
    links,
    size: members,
    bandwidth: Math.min(...scaleUp.linkBandwidth) / stride,
    latency: scaleUp.latency * stride,
    wrap: false,
  };
}
