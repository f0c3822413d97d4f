import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collective } from '../../../src/sim/collectives/auto.ts';
import type {
  Algorithm,
  CollectiveDim,
  CollectiveKind,
  CollectiveRequest,
} from '../../../src/sim/collectives/collective.ts';
import { receiveBandwidth } from '../../../src/sim/collectives/torus.ts';

/** A phase on one dimension, written down from the rules that the golden table follows: steps of equal or doubling messages, each
 *  alone on its wires. */
function phase(kind: CollectiveKind, bytes: number, dim: CollectiveDim, algorithm: Algorithm): number {
  const { size, bandwidth, latency } = dim;
  const hop = (dim.kind === 'switch' ? 2 : 1) * latency;
  let seconds = 0;
  if (algorithm === 'ring') {
    for (let step = 1; step < size; step++) seconds += hop + bytes / size / bandwidth;
  } else {
    for (let piece = bytes / 2; piece > bytes / size / 1.5; piece /= 2) seconds += hop + piece / bandwidth;
  }
  return kind === 'allReduce' ? 2 * seconds : seconds;
}

/** Chunks through dimensions that each serve one at a time, first in first out: always the earliest arrival next. */
function golden({ kind, bytes, dims, chunks }: CollectiveRequest, algorithms: readonly Algorithm[]): number {
  const stops: { dim: number; seconds: number }[] = [];
  const visit = (dim: number, what: CollectiveKind, size: number) =>
    stops.push({ dim, seconds: phase(what, size, dims[dim], algorithms[dim]) });
  const before = dims.map((_, dim) =>
    dims.slice(0, dim).reduce((size, { size: n }) => size / n, bytes / chunks),
  );
  const last = dims.length - 1;
  if (kind === 'reduceScatter') before.forEach((size, dim) => void visit(dim, kind, size));
  else if (kind === 'allGather') for (let dim = last; dim >= 0; dim--) visit(dim, kind, before[dim]);
  else {
    for (let dim = 0; dim < last; dim++) visit(dim, 'reduceScatter', before[dim]);
    visit(last, 'allReduce', before[last]);
    for (let dim = last - 1; dim >= 0; dim--) visit(dim, 'allGather', before[dim]);
  }
  const arrivals = Array.from({ length: chunks }, (_, chunk) => ({ at: 0, turn: chunk, stop: 0 }));
  const free = dims.map(() => 0);
  let turn = chunks;
  let end = 0;
  while (arrivals.length > 0) {
    arrivals.sort((a, b) => a.at - b.at || a.turn - b.turn);
    const next = arrivals.shift();
    if (!next) break;
    const { dim, seconds } = stops[next.stop];
    free[dim] = Math.max(free[dim], next.at) + seconds;
    end = Math.max(end, free[dim]);
    if (next.stop + 1 < stops.length) arrivals.push({ at: free[dim], turn: turn++, stop: next.stop + 1 });
  }
  return end;
}

const dimOf = (kinds: readonly CollectiveDim['kind'][], sizes: readonly number[]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    size: fc.constantFrom(...sizes),
    bandwidth: fc.constantFrom(12.5e9, 25e9, 46e9, 64e9, 100e9, 400e9),
    latency: fc.constantFrom(0, 2e-7, 5e-7, 1e-6, 2e-6),
  });
const ringDim = dimOf(['ring', 'switch', 'full'], [2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 33, 64, 100]).map(
  (dim) => ({ dim, algorithm: 'ring' as Algorithm }),
);
const halvingDim = dimOf(['switch', 'full'], [2, 4, 8, 16, 32, 128]).map((dim) => ({
  ...{ dim, algorithm: 'halvingDoubling' as Algorithm },
}));
const anyKind = fc.constantFrom('allReduce', 'allGather', 'reduceScatter') as fc.Arbitrary<CollectiveKind>;
const anyBytes = fc
  .integer({ min: 16, max: 35 })
  .chain((power) => fc.integer({ min: 2 ** power, max: 2 ** (power + 1) }));
const anyRequest = fc.record({
  kind: anyKind,
  bytes: anyBytes,
  levels: fc.array(fc.oneof(ringDim, halvingDim), { minLength: 1, maxLength: 4 }),
  chunks: fc.constantFrom(1, 2, 3, 5, 8, 16, 48),
});

describe('collectives of sizes, dimensions and algorithms that no table has', () => {
  it('take what the rules of the golden table say', () => {
    fc.assert(
      fc.property(anyRequest, ({ kind, bytes, levels, chunks }) => {
        const dims = levels.map(({ dim }) => dim);
        const algorithm = levels.map((level) => level.algorithm);
        const request = { kind, bytes, dims, algorithm, chunks };
        const { seconds } = collective(request);
        expect(Math.abs(seconds / golden(request, algorithm) - 1)).toBeLessThan(0.005);
        const auto = collective({ ...request, algorithm: 'auto' }).seconds;
        expect(auto).toBeLessThanOrEqual(seconds * (1 + 1e-9));
        // What a rank lacks comes in over all its wires at once, at best.
        const ranks = dims.reduce((product, { size }) => product * size, 1);
        const rounds = kind === 'allReduce' ? 2 : 1;
        const into = dims.reduce((sum, dim) => sum + receiveBandwidth(dim), 0);
        expect(auto).toBeGreaterThanOrEqual(((rounds * bytes * (1 - 1 / ranks)) / into) * (1 - 1e-9));
      }),
      { numRuns: 500 },
    );
  });

  it('move an all-to-all past the middle of a ring and through the port of a switch', () => {
    const one = dimOf(['ring', 'switch'], [2, 4, 6, 8, 10, 16, 32, 64]);
    fc.assert(
      fc.property(one, anyBytes, (dim, bytes) => {
        const { seconds } = collective({
          kind: 'allToAll',
          bytes,
          dims: [dim],
          algorithm: 'auto',
          chunks: 1,
        });
        const { size, bandwidth } = dim;
        const wire = dim.kind === 'ring' ? (size * bytes) / 8 : ((size - 1) / size) * bytes;
        const hops = dim.kind === 'ring' ? size / 2 : 2;
        expect(Math.abs(seconds / (wire / bandwidth + hops * dim.latency) - 1)).toBeLessThan(0.005);
      }),
    );
  });
});
