import type { Algorithm, CollectiveDim, CollectiveKind, Phase } from '../collectives/collective.ts';
import type { Hop, PhaseHops } from './hop.ts';

/** Messages of a phase drawn at most; more are taken together. */
const MOST_HOPS = 128;

/**
 * A phase on one dimension in which every rank does the same over its port, hop by hop, as long as its closed form says:
 * `direct` sends the pieces for all peers one after the other, `ring` a piece a step, `halvingDoubling` a share of the
 * buffer a step. What the bytes do not take is latency, spread over the steps.
 */
export function portHops(
  algorithm: Algorithm,
  kind: CollectiveKind,
  bytes: number,
  dim: CollectiveDim,
  { seconds }: Pick<Phase, 'seconds'>,
): PhaseHops {
  const sizes = stepBytes(algorithm, kind, bytes, dim);
  const groups = bundled(sizes);
  const busy = sizes.reduce((sum, size) => sum + size, 0) / dim.bandwidth;
  // Pieces for all peers leave without a pause; steps wait for each other.
  const rounds = algorithm === 'direct' ? (kind === 'allReduce' ? 2 : 1) : sizes.length;
  const pause = Math.max(0, seconds - busy) / rounds;
  let now = 0;
  let sent = 0;
  const hops = groups.map(({ bytes: size, messages }, piece): Hop => {
    const start = now;
    const end = start + size / dim.bandwidth;
    const roundsBefore = Math.floor((sent * rounds) / sizes.length);
    sent += messages;
    now = end + pause * (Math.floor((sent * rounds) / sizes.length) - roundsBefore);
    return { start, end, bytes: size, piece };
  });
  return { seconds, links: [{ dim: 0, direction: 1, from: -1, to: -1, links: dim.size, hops }] };
}

/** Bytes a rank sends at each step. */
function stepBytes(algorithm: Algorithm, kind: CollectiveKind, bytes: number, dim: CollectiveDim): number[] {
  const n = dim.size;
  const rounds = kind === 'allReduce' ? 2 : 1;
  if (algorithm === 'halvingDoubling') {
    const steps = Math.log2(n);
    if (kind === 'allToAll') return new Array<number>(steps).fill(bytes / 2);
    const halves = Array.from({ length: steps }, (_, step) => bytes / 2 ** (step + 1));
    const doubles = halves.toReversed();
    return kind === 'allReduce' ? [...halves, ...doubles] : kind === 'allGather' ? doubles : halves;
  }
  if (algorithm === 'ring' && kind === 'allToAll' && dim.kind === 'ring') {
    const weights = Array.from({ length: n - 1 }, (_, step) => n - 1 - step);
    const whole = dim.wrap === false ? (Math.floor(n / 2) * Math.ceil(n / 2)) / n : (n - 1) / 2;
    const sum = (n * (n - 1)) / 2;
    return weights.map((weight) => (bytes * whole * weight) / sum);
  }
  return new Array<number>(rounds * (n - 1)).fill(bytes / n);
}

/** Neighbouring messages together, so that there are MOST_HOPS at most. */
function bundled(sizes: readonly number[]): { bytes: number; messages: number }[] {
  const each = Math.ceil(sizes.length / MOST_HOPS);
  const groups: { bytes: number; messages: number }[] = [];
  for (let from = 0; from < sizes.length; from += each) {
    const part = sizes.slice(from, from + each);
    groups.push({ bytes: part.reduce((sum, size) => sum + size, 0), messages: part.length });
  }
  return groups;
}
