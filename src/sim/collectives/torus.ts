import type { CollectiveDim, CollectiveKind, Phase } from './collective.ts';

/**
 * Rings taken together: both directions and all dimensions of a torus at once.
 *
 * An all-gather over N = Πnᵢ ranks can visit its dimensions in any order, and pieces of the buffer can go in different
 * orders side by side. Let cᵢ be what a rank receives through dimension i per second (two links of a ring, one of
 * a cut ring). Ranks that differ only outside a set B of dimensions must, together, receive what they lack through B:
 * bytes·(1/N_rest − 1/N) each, whatever the algorithm; so
 *   seconds ≥ max over B of bytes·(1/N_rest − 1/N)/Σ_B cᵢ.
 * What orders can put on each dimension is a polymatroid (1 − 1/N_A is submodular in A), and there this cut is also
 * reached, by enough pieces. The closed form is therefore at once the bound and the time, plus the longest way's hops.
 * A reduce-scatter is an all-gather run backwards, an all-reduce both.
 * An all-to-all goes dimension by dimension, pieces in all orders: the middle of the narrowest ring decides
 * (bytes·n/8 over each of its links for even n).
 */
export function torusPhase(kind: CollectiveKind, bytes: number, dims: readonly CollectiveDim[]): Phase {
  const rings = dims.filter((dim) => dim.size > 1);
  const latency = rings.reduce((sum, dim) => sum + diameter(dim) * dim.latency, 0);
  if (kind === 'allToAll') {
    const linkBytes = dims.map((dim) => bytes * allToAllShare(dim));
    const seconds = Math.max(0, ...dims.map((dim, index) => linkBytes[index] / dim.bandwidth));
    return { seconds: seconds + latency, linkBytes };
  }
  const rounds = kind === 'allReduce' ? 2 : 1;
  const { seconds, linkBytes } = gatherBound(bytes, dims);
  return { seconds: rounds * (seconds + latency), linkBytes: linkBytes.map((each) => rounds * each) };
}

/** Bytes/s a rank receives through a dimension: both links of a ring, the last link at the end of a cut one, the one
 *  link behind a switch, all links where every peer has one. */
export function receiveBandwidth(dim: CollectiveDim): number {
  if (dim.kind === 'switch') return dim.bandwidth;
  if (dim.kind === 'full') return (dim.size - 1) * dim.bandwidth;
  return dim.wrap === false ? dim.bandwidth : 2 * dim.bandwidth;
}

/**
 * The least seconds in which any algorithm can gather `bytes` over `dims`, latency apart, and the bytes over a link of
 * each when the dimensions are loaded as evenly as that allows.
 */
export function gatherBound(bytes: number, dims: readonly CollectiveDim[]): Phase {
  let seconds = 0;
  const linkBytes = dims.map(() => 0);
  // Dimensions left over by a tight set are loaded by what goes through them first: the same question, smaller.
  let open = dims.filter((dim) => dim.size > 1);
  while (open.length > 0) {
    const tight = tightest(open);
    seconds = Math.max(seconds, bytes * tight.ratio);
    dims.forEach((dim, index) => {
      if (tight.dims.includes(dim)) linkBytes[index] = bytes * tight.ratio * dim.bandwidth;
    });
    open = open.filter((dim) => !tight.dims.includes(dim));
  }
  return { seconds, linkBytes };
}

/** The set B of dimensions with the largest (1/N_rest − 1/N)/Σcᵢ; the largest such set where several tie. */
function tightest(dims: readonly CollectiveDim[]): { dims: readonly CollectiveDim[]; ratio: number } {
  const all = dims.reduce((product, dim) => product * dim.size, 1);
  let best: readonly CollectiveDim[] = dims;
  let ratio = 0;
  for (let set = (1 << dims.length) - 1; set > 0; set--) {
    const chosen = dims.filter((_, index) => set & (1 << index));
    const inside = chosen.reduce((product, dim) => product * dim.size, 1);
    const rate = chosen.reduce((sum, dim) => sum + receiveBandwidth(dim), 0);
    const candidate = (inside / all - 1 / all) / rate;
    if (candidate > ratio) {
      ratio = candidate;
      best = chosen;
    }
  }
  return { dims: best, ratio };
}

/** Hops to the farthest rank. */
function diameter(dim: CollectiveDim): number {
  return dim.wrap === false ? dim.size - 1 : Math.floor(dim.size / 2);
}

/** Share of a rank's buffer that crosses the busiest link of a ring in one direction in an all-to-all. */
function allToAllShare(dim: CollectiveDim): number {
  const n = dim.size;
  if (dim.wrap === false) return (Math.floor(n / 2) * Math.ceil(n / 2)) / n;
  // Sum over peers of the shorter way, split over both directions.
  return Math.floor((n * n) / 4) / (2 * n);
}
