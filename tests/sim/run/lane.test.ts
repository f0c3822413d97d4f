import { describe, expect, it } from 'vitest';
import { collective } from '../../../src/sim/collectives/auto.ts';
import type { CollectiveDim } from '../../../src/sim/collectives/collective.ts';
import { type LaneItem, playLane } from '../../../src/sim/run/lane.ts';

const ring = (size: number): CollectiveDim => ({ kind: 'ring', size, bandwidth: 64e9, latency: 5e-7 });
const switched = (size: number): CollectiveDim => ({ ...ring(size), kind: 'switch' });
const allReduce = (bytes: number, dims: CollectiveDim[]) =>
  collective({ kind: 'allReduce', bytes, dims, algorithm: 'ring', chunks: 1 }).seconds;
const compute = (seconds: number): LaneItem => ({ type: 'compute', seconds });
const reduce = (seconds: number, blocking: boolean): LaneItem => ({
  ...{ type: 'collective', wires: 'scaleUp', seconds, blocking },
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
      for (let layer = 0; layer < layers; layer++) items.push(compute(b * 1e-6), reduce(seconds, false));
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
          items.push(compute(us * 5e-7), reduce(allReduce(act, [ring(n)]), true));
      };
      for (let layer = 0; layer < layers; layer++) pass(f);
      for (let layer = 0; layer < layers; layer++) {
        pass(b);
        items.push(reduce(allReduce(grad, [ring(n)]), false));
      }
      expect(Math.abs((playLane(items).seconds + 3e-4) / (ns * 1e-9) - 1)).toBeLessThan(0.005);
    },
  );

  it('keeps collectives on other wires out of each other’s way', () => {
    const items: LaneItem[] = [
      { type: 'collective', wires: 'scaleOut', seconds: 10, blocking: false },
      compute(1),
      reduce(2, true),
    ];
    const { start, end, done, seconds } = playLane(items);
    expect([...start]).toEqual([0, 0, 1]);
    expect([...end]).toEqual([10, 1, 3]);
    expect(done).toBe(3);
    expect(seconds).toBe(10);
  });
});
