import type { ResolvedScenario } from '../scenario/scenario.ts';
import { type Group, type GroupDim, groupsOf, linkClasses } from './groups.ts';

/** How bytes spread over a group's links: each rank's piece to all others (gathers and reductions), to each another piece, or
 *  to the next rank alone. */
type Pattern = 'gather' | 'allToAll' | 'message';

/** Kinds of traffic, by the group that it stays in. `copies` is the traffic of hybrid sharding between shard groups. */
export type Traffic = 'tensor' | 'context' | 'expert' | 'pipeline' | 'data' | 'copies';

/** Seconds for which each class of link (`linkClasses`) is busy for a byte that a chip sends, by kind of traffic. */
export type LinkLoad = Readonly<Record<Traffic, Float64Array>>;

/**
 * How traffic loads a chip's links, at their full rates. A gather puts on each port, and on all links inside a domain
 * together, what cannot be saved (docs/model.md): of the pieces of the other ranks one for each other domain comes
 * through the port; the rest fills the axes of the torus alike. An all-to-all crosses the middle of every ring.
 */
export function linkLoadOf(scenario: ResolvedScenario): LinkLoad {
  const groups = groupsOf(scenario);
  const classes = linkClasses(scenario.cluster).length;
  const load = (group: Group, pattern: Pattern): Float64Array => {
    const seconds = new Float64Array(classes);
    for (const [dim, each] of busyOf(group, pattern)) for (const link of dim.links) seconds[link] += each;
    return seconds;
  };
  return {
    tensor: load(groups.tensor, 'gather'),
    context: load(groups.context, 'gather'),
    expert: load(groups.expert, 'allToAll'),
    pipeline: load(groups.pipeline, 'message'),
    data: load(scenario.training.zero === 0 ? groups.data : groups.shard, 'gather'),
    copies: load(groups.copies, 'gather'),
  };
}

function busyOf(group: Group, pattern: Pattern): [dim: GroupDim, seconds: number][] {
  const { size, domains, dims } = group;
  const last = dims.at(-1);
  if (size === 1 || !last) return [];
  if (pattern === 'message') return [[last, 1 / last.bandwidth]];
  if (pattern === 'allToAll') {
    const buffer = size / (size - 1);
    return dims.map((dim) => [dim, (buffer * crossing(dim)) / dim.bandwidth]);
  }
  const outside = (domains - 1) / (size - 1);
  const inside = dims.filter(({ network }) => network === 'scaleUp');
  const rate = inside.reduce((sum, dim) => sum + receiveRate(dim), 0);
  return dims.map((dim) => [
    dim,
    dim.network === 'scaleOut' ? outside / dim.bandwidth : (1 - outside) / rate,
  ]);
}

/** Bytes/s that a chip receives along a dimension: over both links of a ring, the one of a cut ring or a switch. */
function receiveRate({ kind, wrap, bandwidth }: GroupDim): number {
  return kind === 'ring' && wrap ? 2 * bandwidth : bandwidth;
}

/** Share of a rank's buffer that crosses the busiest link of a dimension one way in an all-to-all. */
function crossing({ kind, size, wrap }: GroupDim): number {
  if (kind === 'switch') return (size - 1) / size;
  if (!wrap) return (Math.floor(size / 2) * Math.ceil(size / 2)) / size;
  return Math.floor((size * size) / 4) / (2 * size);
}
