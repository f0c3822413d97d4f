import { type CollectiveDim, type CollectiveKind, neighbourHops, type Phase } from './collective.ts';

/**
 * The one-way ring on one dimension: n − 1 steps of bytes/n to the next rank (twice that for an all-reduce), each one
 * hop (two through a switch). An all-to-all passes each piece along until it has arrived: bytes·(n − 1)/2 over every
 * link of a ring, S/n a step where every peer has a way of its own (switch, full).
 * Thakur et al., Optimization of Collective Communication Operations in MPICH, 2005.
 */
export function ringPhase(kind: CollectiveKind, bytes: number, dim: CollectiveDim): Phase {
  const n = dim.size;
  if (n === 1) return { seconds: 0, linkBytes: [0] };
  const latency = neighbourHops(dim) * dim.latency;
  if (kind === 'allToAll' && dim.kind === 'ring') {
    // On a cut ring the middle link carries what its two sides send each other.
    const middle = (Math.floor(n / 2) * Math.ceil(n / 2)) / n;
    const linkBytes = bytes * (dim.wrap === false ? middle : (n - 1) / 2);
    return { seconds: linkBytes / dim.bandwidth + (n - 1) * dim.latency, linkBytes: [linkBytes] };
  }
  const steps = (kind === 'allReduce' ? 2 : 1) * (n - 1);
  const piece = bytes / n;
  // An all-to-all over links to every peer uses each of them once.
  const linkBytes = kind === 'allToAll' && dim.kind === 'full' ? piece : steps * piece;
  return { seconds: steps * (piece / dim.bandwidth + latency), linkBytes: [linkBytes] };
}
