import type { CollectiveDim, CollectiveKind, Phase } from './collective.ts';
import { torusPhase } from './torus.ts';

/**
 * Every rank sends each peer its piece at once: one step (two for an all-reduce: scatter, then gather). Behind a
 * switch the pieces share the rank's one link; with a link to every peer they do not; on a ring they take the
 * shorter way round. Trainium2 calls it mesh.
 */
export function directPhase(kind: CollectiveKind, bytes: number, dim: CollectiveDim): Phase {
  const n = dim.size;
  if (n === 1) return { seconds: 0, linkBytes: [0] };
  if (dim.kind === 'ring') return torusPhase(kind, bytes, [dim]);
  const rounds = kind === 'allReduce' ? 2 : 1;
  const share = dim.kind === 'switch' ? (n - 1) / n : 1 / n;
  const hops = dim.kind === 'switch' ? 2 : 1;
  const linkBytes = rounds * share * bytes;
  return { seconds: linkBytes / dim.bandwidth + rounds * hops * dim.latency, linkBytes: [linkBytes] };
}
