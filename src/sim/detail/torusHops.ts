import type { CollectiveDim, CollectiveKind } from '../collectives/collective.ts';
import { receiveBandwidth, torusPhase } from '../collectives/torus.ts';
import type { Hop, LinkHops, PhaseHops } from './hop.ts';
import { type OrderedPart, orderedParts } from './orders.ts';

/**
 * A phase on rings taken together, hop by hop, as long as its closed form (collectives/torus.ts) and with its bytes on
 * every link. Parts of the buffer visit the dimensions in different orders; on a dimension blocks go both ways round,
 * the middle one half each way. The closed form is the limit of many small pieces, so that a part is passed on while it
 * still comes in; a link is busy with it for bytes/bandwidth, and every hop on the way adds its latency.
 */
export function torusHops(kind: CollectiveKind, bytes: number, dims: readonly CollectiveDim[]): PhaseHops {
  if (kind === 'allToAll') return together(exchangeParts(dims), bytes, dims, kind);
  const gather = together(gatherParts(dims), bytes, dims, 'allGather');
  if (kind === 'allGather') return gather;
  const scatter = reversed(gather, dims);
  if (kind === 'reduceScatter') return scatter;
  return {
    seconds: scatter.seconds + gather.seconds,
    links: scatter.links.map((link, index) => ({
      ...link,
      hops: [
        ...link.hops,
        ...gather.links[index].hops.map((hop) => ({
          ...hop,
          start: scatter.seconds + hop.start,
          end: scatter.seconds + hop.end,
        })),
      ],
    })),
  };
}

/** Parts for an all-gather that load each dimension in proportion to what it can carry, as far as the cut allows. */
function gatherParts(dims: readonly CollectiveDim[]): OrderedPart[] {
  const sizes = dims.map((dim) => dim.size);
  return orderedParts(sizes, gatherLoads(dims));
}

/** What a rank receives through each dimension as a share of the buffer, in the least time (see `gatherBound`). */
function gatherLoads(dims: readonly CollectiveDim[]): number[] {
  const loads = dims.map(() => 0);
  let open = dims.map((_, index) => index);
  const all = dims.reduce((n, dim) => n * dim.size, 1);
  let inside = 1;
  while (open.length > 0) {
    let best = open;
    let ratio = -1;
    for (let set = (1 << open.length) - 1; set > 0; set--) {
      const chosen = open.filter((_, index) => set & (1 << index));
      const size = chosen.reduce((n, index) => n * dims[index].size, 1);
      const rate = chosen.reduce((sum, index) => sum + receiveBandwidth(dims[index]), 0);
      const candidate = (inside * (size - 1)) / all / rate;
      if (candidate > ratio) {
        ratio = candidate;
        best = chosen;
      }
    }
    for (const index of best) {
      loads[index] = ratio * receiveBandwidth(dims[index]);
      inside *= dims[index].size;
    }
    open = open.filter((index) => !best.includes(index));
  }
  return loads;
}

/** Equal parts of an all-to-all, each beginning with another dimension. */
function exchangeParts(dims: readonly CollectiveDim[]): OrderedPart[] {
  return dims.map((_, first) => ({
    share: 1 / dims.length,
    order: dims.map((_, i) => (first + i) % dims.length),
  }));
}

interface Message {
  readonly stage: number;
  readonly piece: number;
  readonly step: number;
  readonly bytes: number;
  /** Latency of the hops before it. */
  readonly latency: number;
}

/** Plays the parts side by side: links take what is early on its way first. */
function together(
  parts: readonly OrderedPart[],
  bytes: number,
  dims: readonly CollectiveDim[],
  kind: 'allGather' | 'allToAll',
): PhaseHops {
  const all = dims.reduce((n, dim) => n * dim.size, 1);
  const links = dims.flatMap((dim, index) => linksOf(dim, index, all));
  const messages: Message[][] = links.map(() => []);
  parts.forEach(({ share, order }, piece) => {
    let held = (share * bytes) / all;
    let latency = 0;
    order.forEach((index, stage) => {
      const dim = dims[index];
      // In an all-to-all a rank holds the whole part all the time, and sends each peer of the dimension its share.
      const block = kind === 'allToAll' ? (share * bytes) / dim.size : held;
      links.forEach((link, at) => {
        if (link.dim !== index) return;
        blocksOver(link, dim, kind).forEach((blocks, step) => {
          if (blocks === 0) return;
          const late = latency + step * dim.latency;
          messages[at].push({ stage, piece, step, bytes: blocks * block, latency: late });
        });
      });
      held *= dim.size;
      latency += reach(dim) * dim.latency;
    });
  });
  const { seconds } = torusPhase(kind, bytes, dims);
  return {
    seconds,
    links: links.map((link, at) => ({ ...link, hops: packed(messages[at], dims[link.dim].bandwidth) })),
  };
}

/** Messages one after the other, those of earlier stages first, none before the hops on its way. */
function packed(messages: readonly Message[], bandwidth: number): Hop[] {
  let queued = 0;
  let free = 0;
  return messages
    .toSorted((a, b) => a.stage - b.stage || a.piece - b.piece || a.step - b.step)
    .map(({ piece, bytes, latency }) => {
      const start = Math.max(free, queued + latency);
      const busy = bytes / bandwidth;
      queued += busy;
      free = start + busy;
      return { start, end: free, bytes, piece };
    });
}

/** The links of a dimension by position and direction; those of all its rings do the same. */
function linksOf(dim: CollectiveDim, index: number, all: number): Omit<LinkHops, 'hops'>[] {
  const { size, wrap = true } = dim;
  const links: Omit<LinkHops, 'hops'>[] = [];
  for (const direction of [1, -1] as const) {
    for (let from = 0; from < size; from++) {
      const to = from + direction;
      if (!wrap && (to < 0 || to >= size)) continue;
      // Two ranks on a ring have both their links to each other.
      links.push({ dim: index, direction, from, to: (to + size) % size, links: all / size });
    }
  }
  return links;
}

/** Blocks that cross a link at each hop of a phase on its dimension, in blocks of one rank. */
function blocksOver(
  link: Omit<LinkHops, 'hops'>,
  dim: CollectiveDim,
  kind: 'allGather' | 'allToAll',
): number[] {
  const n = dim.size;
  if (dim.wrap === false) {
    // Everything behind the sender goes past it, towards everything before the receiver.
    const behind = link.direction === 1 ? link.from + 1 : n - link.from;
    if (kind === 'allGather') return new Array<number>(behind).fill(1);
    const before = n - behind;
    return Array.from({ length: n - 1 }, (_, step) => crossing(behind, before, step));
  }
  const each = Array.from({ length: Math.floor(n / 2) }, (_, step) => {
    const distance = step + 1;
    return n % 2 === 0 && distance === n / 2 ? 0.5 : 1;
  });
  if (kind === 'allGather') return each;
  // A block for a peer so far away crosses a link at each of its hops.
  return each.map((_, step) => each.slice(step).reduce((sum, blocks) => sum + blocks, 0));
}

/** Blocks of an all-to-all on a line that cross a link as their hop `step`: from so far behind it, to any rank before it. */
function crossing(behind: number, before: number, step: number): number {
  return step < behind ? before : 0;
}

/** Hops to the farthest rank. */
function reach(dim: CollectiveDim): number {
  return dim.wrap === false ? dim.size - 1 : Math.floor(dim.size / 2);
}

/** The same run backwards: blocks come together where they were spread. */
function reversed({ seconds, links }: PhaseHops, dims: readonly CollectiveDim[]): PhaseHops {
  const mirrored = new Map(
    links.map((link) => [`${link.dim} ${link.from} ${link.to} ${link.direction}`, link]),
  );
  return {
    seconds,
    links: links.map((link) => {
      // What one link carried one way, its twin carries the other way.
      const last = seconds - dims[link.dim].latency;
      const twin = mirrored.get(`${link.dim} ${link.to} ${link.from} ${-link.direction}`) ?? link;
      return {
        ...link,
        // A message leaves its hop's latency before it comes.
        hops: twin.hops.map((hop) => ({ ...hop, start: last - hop.end, end: last - hop.start })).reverse(),
      };
    }),
  };
}
