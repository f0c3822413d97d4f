import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collective } from '../../../src/sim/collectives/auto.ts';
import type { CollectiveDim, CollectiveKind } from '../../../src/sim/collectives/collective.ts';
import { collectiveHops } from '../../../src/sim/detail/hops.ts';
import { orderedParts } from '../../../src/sim/detail/orders.ts';

const KINDS: readonly CollectiveKind[] = ['allGather', 'reduceScatter', 'allReduce', 'allToAll'];
const ring = (size: number, bandwidth: number, wrap = true): CollectiveDim => ({
  ...{ kind: 'ring', size, bandwidth, latency: 1.5e-6, wrap },
});
const port = (size: number, bandwidth = 25e9): CollectiveDim => ({
  ...{ kind: 'switch', size, bandwidth, latency: 7.5e-6 },
});

const anyDims = fc
  .tuple(
    fc.array(
      fc.record({
        size: fc.integer({ min: 1, max: 6 }),
        bandwidth: fc.constantFrom(32e9, 64e9, 128e9),
        wrap: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 2 }),
  )
  .map(([rings, ports]) => [
    ...rings.map(({ size, bandwidth, wrap }) => ring(size, bandwidth, wrap)),
    ...ports.map((size) => port(size)),
  ]);

describe('a collective, hop by hop', () => {
  it('fills the 4×4×4 torus of an UltraServer: every link busy for all but the latency', () => {
    const dims = [ring(4, 128e9), ring(4, 128e9), ring(4, 64e9)];
    const bytes = 2 ** 28;
    const { links, seconds, algorithm } = collectiveHops('allGather', bytes, dims);
    expect(algorithm).toBe('torus');
    expect(seconds).toBeCloseTo(((63 / 64) * bytes) / 640e9 + 9e-6, 12);
    // Four positions, two ways, three axes; each stands for 16 links.
    expect(links).toHaveLength(24);
    for (const link of links) {
      const busy = link.hops.reduce((sum, hop) => sum + hop.end - hop.start, 0);
      expect(busy).toBeCloseTo(seconds - 9e-6, 12);
      expect(link.links).toBe(16);
    }
    // Every chip receives what it lacks.
    const received = links.reduce(
      (sum, link) => sum + (link.links / 64) * link.hops.reduce((s, hop) => s + hop.bytes, 0),
      0,
    );
    expect(received).toBeCloseTo((63 / 64) * bytes, 3);
  });

  it('plays rings one after the other where that is what is fastest', () => {
    const dims = [ring(4, 32e9, false), ring(3, 64e9, false), port(2)];
    const { algorithm, seconds, links } = collectiveHops('allToAll', 4e7, dims);
    expect(algorithm).toBe('direct+direct+direct');
    // A message is there two hops after it left for a switch.
    const late = dims.map(({ kind, latency }) => (kind === 'switch' ? 2 : 1) * latency);
    const ends = links.flatMap(({ of, hops }) => hops.map(({ end }) => end + late[of]));
    expect(Math.max(...ends) / seconds).toBeCloseTo(1, 9);
  });

  it('ends with its seconds, carries its bytes, and keeps every link within its bandwidth', () => {
    fc.assert(
      fc.property(
        anyDims,
        fc.constantFrom(...KINDS),
        fc.double({ min: 1e3, max: 1e10, noNaN: true }),
        (dims, kind, bytes) => {
          const known = collective({ kind, bytes, dims, algorithm: 'auto', chunks: 1 });
          const { links, seconds, algorithm } = collectiveHops(kind, bytes, dims);
          expect([algorithm, seconds]).toEqual([known.algorithm, known.seconds]);
          let last = 0;
          let most = 0;
          for (const link of links) {
            const dim = dims[link.of];
            let free = -1e-9 * seconds;
            let carried = 0;
            for (const hop of link.hops.toSorted((a, b) => a.start - b.start)) {
              expect(hop.start).toBeGreaterThanOrEqual(free - 1e-9 * seconds);
              expect(hop.bytes / (hop.end - hop.start)).toBeLessThanOrEqual(dim.bandwidth * (1 + 1e-6));
              free = hop.end;
              carried += hop.bytes;
            }
            last = Math.max(last, free + dim.latency);
            most = Math.max(most, carried);
          }
          if (links.length > 0) {
            // On an open line the busiest link of one half of an all-reduce is the idlest of the other.
            const open = kind === 'allReduce' && dims.some((dim) => dim.wrap === false);
            if (open) expect(most / known.busiestLinkBytes).toBeLessThanOrEqual(1 + 1e-6);
            else expect(most / known.busiestLinkBytes).toBeCloseTo(1, 6);
            expect(last).toBeLessThanOrEqual(seconds * (1 + 1e-6));
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('orderedParts', () => {
  it('mixes orders to any loads that a torus can bear', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 }),
        (sizes, weights) => {
          const all = sizes.reduce((a, b) => a * b, 1);
          const corner = (order: readonly number[]) => {
            const loads = sizes.map(() => 0);
            let held = 1 / all;
            for (const dim of order) {
              loads[dim] = held * (sizes[dim] - 1);
              held *= sizes[dim];
            }
            return loads;
          };
          const mix = (parts: readonly { share: number; order: readonly number[] }[]) =>
            sizes.map((_, i) => parts.reduce((sum, part) => sum + part.share * corner(part.order)[i], 0));
          const orders = permutations(sizes.map((_, i) => i));
          const total = orders.reduce((sum, _, i) => sum + weights[i], 0);
          const loads = mix(orders.map((order, i) => ({ order, share: weights[i] / total })));
          const parts = orderedParts(sizes, loads);
          expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 8);
          mix(parts).forEach((load, i) => {
            expect(load).toBeCloseTo(loads[i], 7);
          });
          expect(parts.length).toBeLessThanOrEqual(sizes.length);
        },
      ),
    );
  });
});

function permutations(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value) =>
    permutations(values.filter((other) => other !== value)).map((rest) => [value, ...rest]),
  );
}
