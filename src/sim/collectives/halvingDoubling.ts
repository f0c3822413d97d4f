import type { CollectiveDim, CollectiveKind, Phase } from './collective.ts';

/** True where recursive halving and doubling applies: every step pairs all ranks. */
export function isPowerOfTwo(n: number): boolean {
  return n >= 1 && Number.isInteger(Math.log2(n));
}

/**
 * Recursive halving (reduce-scatter) and doubling (all-gather): log₂ n steps, step k with the rank 2ᵏ away, bytes
 * bytes·(n − 1)/n in all; an all-reduce does both; an all-to-all (Bruck) moves half the buffer a step.
 * A message is timed alone: hops·latency + bytes/bandwidth. On a ring, where messages of one step share links, the phase
 * takes at least as long as the busiest link needs; `auto` never takes it there.
 * Thakur et al. 2005; Bruck et al. 1997. Throws `halvingDoubling needs a power of two: 12`.
 */
export function halvingDoublingPhase(kind: CollectiveKind, bytes: number, dim: CollectiveDim): Phase {
  const n = dim.size;
  if (!isPowerOfTwo(n)) throw new Error(`halvingDoubling needs a power of two: ${n}`);
  if (n === 1) return { seconds: 0, linkBytes: [0] };
  const steps = Math.log2(n);
  const rounds = kind === 'allReduce' ? 2 : 1;
  const moved = kind === 'allToAll' ? (steps * bytes) / 2 : rounds * bytes * (1 - 1 / n);
  const latency = rounds * hops(dim, steps) * dim.latency;
  const seconds = moved / dim.bandwidth + latency;
  if (dim.kind === 'switch') return { seconds, linkBytes: [moved] };
  // Over links to every peer the first exchange, half the buffer, is the largest.
  if (dim.kind === 'full') return { seconds, linkBytes: [(rounds * bytes) / 2] };
  const busiest = rounds * ringLinkBytes(kind, bytes, n);
  return { seconds: Math.max(moved, busiest) / dim.bandwidth + latency, linkBytes: [busiest] };
}

function hops(dim: CollectiveDim, steps: number): number {
  if (dim.kind === 'switch') return 2 * steps;
  if (dim.kind === 'full') return steps;
  // Distances 1, 2, 4 … n/2; the last is as far either way round.
  return dim.size - 1;
}

/** Bytes over the busiest link of a line of `n` ranks when step k exchanges with the rank 2ᵏ away. */
function ringLinkBytes(kind: CollectiveKind, bytes: number, n: number): number {
  let most = 0;
  for (let link = 0; link < n - 1; link++) {
    let load = 0;
    for (let distance = 1; distance < n; distance *= 2) {
      const at = link % (2 * distance);
      const messages = Math.max(0, Math.min(at + 1, 2 * distance - 1 - at));
      load += messages * (kind === 'allToAll' ? bytes / 2 : bytes / (2 * distance));
    }
    most = Math.max(most, load);
  }
  return most;
}
