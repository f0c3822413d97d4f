import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collective } from '../../../src/sim/collectives/auto.ts';
import type { CollectiveDim } from '../../../src/sim/collectives/collective.ts';
import { type LaneItem, playLane } from '../../../src/sim/run/lane.ts';
import { shareRates } from '../../../src/sim/run/share.ts';

const ring = (size: number): CollectiveDim => ({ kind: 'ring', size, bandwidth: 64e9, latency: 5e-7 });
const switched = (size: number): CollectiveDim => ({ ...ring(size), kind: 'switch' });
const allReduce = (bytes: number, dims: CollectiveDim[]) =>
  collective({ kind: 'allReduce', bytes, dims, algorithm: 'ring', chunks: 1 }).seconds;
const compute = (seconds: number): LaneItem => ({ type: 'compute', seconds });
const reduce = (seconds: number, queue: string | null, load = [0, 1]): LaneItem => ({
  ...{ type: 'collective', seconds, load, queue },
});

describe('playLane', () => {
  // Layers, forward, backward and optimizer µs, gradient bytes, nanoseconds of an independent simulator: each layer's gradients are
  // all-reduced after its backward pass, one at a time.
  it.each([
    [8, 100, 200, 300, 16777216, [ring(8)], 5026136],
    [8, 100, 200, 300, 16777216, [ring(4), ring(4), ring(4)], 5500952],
    [8, 100, 200, 300, 16777216, [switched(16)], 5472408],
    [16, 500, 1000, 300, 67108864, [ring(8)], 38772368],
    [32, 50, 100, 300, 1048576, [ring(8)], 5135687],
  ] as const)(
    'overlaps gradients of %i layers with backward within 0.5 %%',
    (layers, f, b, optimizer, bytes, dims, ns) => {
      const seconds = allReduce(bytes, [...dims]);
      const items = Array.from({ length: layers }, () => compute(f * 1e-6));
      for (let layer = 0; layer < layers; layer++) items.push(compute(b * 1e-6), reduce(seconds, 'data'));
      const total = playLane(items).seconds + optimizer * 1e-6;
      expect(Math.abs(total / (ns * 1e-9) - 1)).toBeLessThan(0.005);
    },
  );

  // The same with two blocking all-reduces of activations a pass on the same wires.
  it.each([
    [4, 8, 200, 400, 8388608, 33554432, 16403192],
    [8, 8, 200, 400, 8388608, 33554432, 18660664],
    [4, 16, 100, 200, 1048576, 8388608, 8559152],
    [8, 16, 100, 200, 1048576, 8388608, 9666224],
  ])(
    'lets tensor collectives of %i ranks take turns with gradients within 0.5 %%',
    (n, layers, f, b, act, grad, ns) => {
      const items: LaneItem[] = [];
      const pass = (us: number) => {
        for (let half = 0; half < 2; half++)
          items.push(compute(us * 5e-7), reduce(allReduce(act, [ring(n)]), null));
      };
      for (let layer = 0; layer < layers; layer++) pass(f);
      for (let layer = 0; layer < layers; layer++) {
        pass(b);
        items.push(reduce(allReduce(grad, [ring(n)]), 'data'));
      }
      expect(Math.abs((playLane(items, { turns: true }).seconds + 3e-4) / (ns * 1e-9) - 1)).toBeLessThan(
        0.005,
      );
    },
  );

  // Layers' weights are gathered before each pass, at the earliest when the pass before the last is done, and gradients
  // scattered after it, all in one line.
  it.each([
    [500, 1000, 921012, 22562264],
    [500, 1000, 1036704, 25180896],
    [2000, 4000, 921012, 50142024],
    [2000, 4000, 1036704, 50373408],
  ])('gathers weights ahead of passes of %i and %i µs within 0.5 %%', (f, b, ns, total) => {
    const layers = 8;
    const items: LaneItem[] = [];
    const passes = Array.from({ length: 2 * layers }, (_, k) => (k < layers ? f : b) * 1e-6);
    const gathered: number[] = [];
    const gather = () => gathered.push(items.push(reduce(ns * 1e-9, 'data')) - 1);
    gather();
    passes.forEach((seconds, k) => {
      if (k + 1 < passes.length) gather();
      items.push({ type: 'wait', item: gathered[k] }, compute(seconds));
      if (k >= layers) items.push(reduce(ns * 1e-9, 'data'));
    });
    const played = playLane(items, { turns: true }).seconds + 3e-4;
    expect(Math.abs(played / (total * 1e-9) - 1)).toBeLessThan(0.005);
  });

  it('keeps collectives on other links out of each other’s way', () => {
    const { start, end, done, seconds } = playLane([
      reduce(10, 'data', [0, 0, 1]),
      compute(1),
      reduce(2, null),
    ]);
    expect([...start]).toEqual([0, 0, 1]);
    expect([...end]).toEqual([10, 1, 3]);
    expect(done).toBe(3);
    expect(seconds).toBe(10);
  });

  it('halves two collectives on one link while both are under way', () => {
    // 4 s of gradients begin 1 s before 2 s of a collective that the rank waits for: both run at half speed from 1 to 5.
    const { end, seconds } = playLane([reduce(4, 'data'), compute(1), reduce(2, null)]);
    expect([...end]).toEqual([6, 1, 5]);
    expect(seconds).toBe(6);
  });

  it('sends what is in one line one after the other', () => {
    const { start, end } = playLane([reduce(2, 'data'), reduce(2, 'data'), reduce(3, 'other', [0, 0, 1])]);
    expect([...start]).toEqual([0, 2, 0]);
    expect([...end]).toEqual([2, 4, 3]);
  });

  it('slows compute beside a collective by the engines and the memory that it takes', () => {
    const slowing = (load: number[], engines: number): LaneItem => ({
      ...{ type: 'collective', seconds: 3, load, engines, queue: 'data' },
    });
    const { end } = playLane([slowing([0, 1], 0.2), compute(4)]);
    expect(end[1]).toBeCloseTo(4.6, 12);
    // Compute needs the memory for half of its time, and traffic takes two fifths of it: a fifth is lost for 3 s.
    expect(playLane([slowing([0.4, 1], 0), compute(4)], { memoryBound: 0.5 }).end[1]).toBeCloseTo(4.6, 12);
    // Traffic that could fill the memory takes half of it.
    expect(playLane([slowing([1, 1], 0), compute(4)], { memoryBound: 1 }).end[1]).toBeCloseTo(5.5, 12);
  });
});

describe('shareRates', () => {
  it('leaves alone what needs no full resource', () => {
    expect(
      shareRates([
        [0, 1],
        [0, 1],
        [0, 0, 1],
      ]),
    ).toEqual([0.5, 0.5, 1]);
  });

  it('gives what others leave to whom it helps', () => {
    // Three fill the second resource; the first two leave two thirds of the third to the last.
    expect(
      shareRates([
        [0, 1],
        [0, 1],
        [0, 1, 0.5],
        [0, 0, 1],
      ]),
    ).toEqual([1 / 3, 1 / 3, 1 / 3, 1 - 1 / 6]);
  });

  const load = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
  it('never fills a resource beyond its capacity, and leaves nobody behind without a full one', () => {
    fc.assert(
      fc.property(fc.array(load, { minLength: 1, maxLength: 6 }), (loads) => {
        const rates = shareRates(loads);
        const used = [0, 1, 2, 3, 4].map((resource) =>
          loads.reduce((sum, each, index) => sum + rates[index] * (each[resource] ?? 0), 0),
        );
        expect(Math.max(...used)).toBeLessThan(1 + 1e-9);
        rates.forEach((rate, index) => {
          const limited = used.some((each, resource) => each > 1 - 1e-9 && (loads[index][resource] ?? 0) > 0);
          expect(limited || rate > 1 - 1e-9).toBe(true);
        });
      }),
    );
  });
});
