import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pipeline, type Played, playPipeline } from '../../../src/sim/run/pipeline.ts';
import { gpipe } from '../../../src/sim/schedules/gpipe.ts';
import { interleaved } from '../../../src/sim/schedules/interleaved.ts';
import { oneForwardOneBackward } from '../../../src/sim/schedules/oneForwardOneBackward.ts';
import type { Order } from '../../../src/sim/schedules/order.ts';
import { zeroBubble } from '../../../src/sim/schedules/zeroBubble.ts';

interface Changes {
  stages: number;
  microbatches: number;
  chunks?: number;
  kind?: 'gpipe' | '1f1b' | 'interleaved' | 'zb-h1';
  forward?: number;
  backward?: number;
  weights?: number;
  message?: number;
  sharedWire?: boolean;
}

function pipeline(changes: Changes): Pipeline {
  const { stages, microbatches, chunks = 1, kind = '1f1b', forward = 1, backward = 2 } = changes;
  const order = (stage: number): Order => {
    if (kind === 'gpipe') return gpipe(microbatches);
    if (kind === 'zb-h1') return zeroBubble(stage, stages, microbatches);
    if (kind === 'interleaved') return interleaved(stage, stages, chunks, microbatches);
    return oneForwardOneBackward(stage, stages, microbatches);
  };
  const all = (seconds: number) => new Float64Array(stages * chunks).fill(seconds);
  return {
    stages,
    chunks,
    microbatches,
    orders: Array.from({ length: stages }, (_, stage) => order(stage)),
    forward: all(forward),
    backward: all(backward),
    lastBackward: all(backward),
    weights: all(changes.weights ?? 0),
    lastWeights: all(changes.weights ?? 0),
    message: new Float64Array(stages).fill(changes.message ?? 0),
    sharedWire: changes.sharedWire ?? false,
  };
}

function play(changes: Changes): Played {
  const playing = playPipeline(pipeline(changes));
  for (;;) {
    const slice = playing.next();
    if (slice.done) return slice.value;
  }
}

const written = ({ pass, microbatch, chunk }: Order) =>
  Array.from(pass, (p, i) => `${'FBW'[p]}${microbatch[i]}${chunk[i] ? `.${chunk[i]}` : ''}`).join(' ');

describe('orders', () => {
  it('take all forwards first in GPipe', () => {
    expect(written(gpipe(3))).toBe('F0 F1 F2 B0 B1 B2');
  });

  it('alternate in 1F1B after as many forwards as stages follow', () => {
    expect(written(oneForwardOneBackward(0, 3, 4))).toBe('F0 F1 F2 B0 F3 B1 B2 B3');
    expect(written(oneForwardOneBackward(2, 3, 4))).toBe('F0 B0 F1 B1 F2 B2 F3 B3');
    expect(written(oneForwardOneBackward(0, 8, 2))).toBe('F0 F1 B0 B1');
  });

  it('put gradients of weights off by as many microbatches as stages lie before in ZB-H1', () => {
    expect(written(zeroBubble(0, 3, 4))).toBe('F0 F1 F2 B0 W0 F3 B1 W1 B2 W2 B3 W3');
    expect(written(zeroBubble(2, 3, 4))).toBe('F0 B0 F1 B1 F2 B2 W0 F3 B3 W1 W2 W3');
  });

  it('go through the chunks in groups of as many microbatches as stages when interleaved', () => {
    expect(written(interleaved(1, 2, 2, 4))).toBe(
      'F0 F1 F0.1 B0.1 F1.1 B1.1 F2 B0 F3 B1 F2.1 B2.1 F3.1 B3.1 B2 B3',
    );
  });
});

describe('playPipeline', () => {
  // stages, microbatches, forward and backward µs, message bytes, nanoseconds of an independent simulator on a ring of
  // 64 GB/s and 0.5 µs links, where a rank has one message in flight.
  it.each([
    ['1f1b', 4, 8, 100, 200, 1048576, 3570144],
    ['gpipe', 4, 8, 100, 200, 1048576, 3401304],
    ['1f1b', 8, 16, 100, 200, 1048576, 7575360],
    ['gpipe', 8, 16, 100, 200, 1048576, 7136376],
    ['1f1b', 8, 32, 500, 1000, 16777216, 76359792],
    ['gpipe', 8, 32, 500, 1000, 16777216, 62177016],
    ['1f1b', 16, 64, 50, 100, 4194304, 21639364],
    ['gpipe', 16, 64, 50, 100, 4194304, 14841348],
  ] as const)(
    'agrees within 0.5 %% on %s of %i stages, %i microbatches',
    (kind, stages, microbatches, f, b, bytes, ns) => {
      const message = 5e-7 + bytes / 64e9;
      const times = { forward: f * 1e-6, backward: b * 1e-6, message };
      for (const sharedWire of [true, false]) {
        const { seconds } = play({ kind, stages, microbatches, ...times, sharedWire });
        expect(Math.abs(seconds / (ns * 1e-9) - 1)).toBeLessThan(0.005);
      }
    },
  );

  it('leaves a bubble of (p − 1)/(m + p − 1) when messages are free', () => {
    for (const kind of ['gpipe', '1f1b'] as const) {
      for (const [stages, microbatches] of [
        [1, 5],
        [4, 8],
        [12, 48],
        [7, 3],
      ]) {
        const { seconds } = play({ kind, stages, microbatches });
        const bubble = 1 - (3 * microbatches) / seconds;
        expect(bubble).toBeCloseTo((stages - 1) / (microbatches + stages - 1), 12);
      }
    }
  });

  it('divides that bubble by the chunks when interleaved', () => {
    for (const chunks of [2, 3, 5]) {
      const { seconds } = play({ kind: 'interleaved', stages: 4, microbatches: 12, chunks });
      expect(seconds).toBeCloseTo(3 * chunks * 12 + 3 * 3, 9);
    }
  });

  it('shrinks the bubble to (p − 1)(F + B − W) with ZB-H1', () => {
    const zb = (stages: number, microbatches: number) =>
      play({ kind: 'zb-h1', stages, microbatches, forward: 1, backward: 1, weights: 1 }).seconds;
    expect(zb(4, 12)).toBe(3 * 12 + 3);
    expect(zb(8, 24)).toBe(3 * 24 + 7);
    expect(play({ stages: 8, microbatches: 24, forward: 1, backward: 2 }).seconds).toBe(3 * 24 + 21);
  });

  it('names the stage where orders wait for each other', () => {
    const stuck = pipeline({ stages: 2, microbatches: 2 });
    const orders = [stuck.orders[0], { ...stuck.orders[1], pass: new Uint8Array([1, 0, 1, 0]) }];
    expect(() => playPipeline({ ...stuck, orders }).next()).toThrow(
      'schedule never ends: stage 0 waits at action 2',
    );
  });

  const any = fc.record({
    kind: fc.constantFrom('gpipe' as const, '1f1b' as const, 'interleaved' as const),
    stages: fc.integer({ min: 1, max: 9 }),
    microbatches: fc.integer({ min: 1, max: 30 }),
    chunks: fc.integer({ min: 1, max: 4 }),
    forward: fc.double({ min: 0.1, max: 2, noNaN: true }),
    backward: fc.double({ min: 0.1, max: 4, noNaN: true }),
    message: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const single = (changes: typeof any extends fc.Arbitrary<infer T> ? T : never): Changes =>
    changes.kind === 'interleaved' ? changes : { ...changes, chunks: 1 };

  it('always ends, plays everything once, and never lets a stage do two things at once', () => {
    fc.assert(
      fc.property(any, (changes) => {
        const given = single(changes);
        const { first, start, end } = play(given);
        expect(start).toHaveLength(2 * given.stages * given.microbatches * given.chunks!);
        for (let stage = 0; stage < given.stages; stage++) {
          for (let i = first[stage]; i < first[stage + 1]; i++) {
            expect(end[i]).toBeGreaterThan(start[i]);
            if (i > first[stage]) expect(start[i]).toBeGreaterThanOrEqual(end[i - 1]);
          }
        }
      }),
    );
  });

  it('is never slower with faster messages, and never faster than the work of a stage', () => {
    fc.assert(
      fc.property(any, (changes) => {
        const given = single(changes);
        const { seconds } = play(given);
        expect(play({ ...given, message: given.message! / 2 }).seconds).toBeLessThanOrEqual(
          seconds * (1 + 1e-12),
        );
        const work = given.microbatches * given.chunks! * (given.forward! + given.backward!);
        expect(seconds).toBeGreaterThanOrEqual(work * (1 - 1e-12));
      }),
    );
  });

  it('has no larger bubble fraction with more microbatches when messages are free', () => {
    fc.assert(
      fc.property(any, (changes) => {
        const given = { ...single(changes), message: 0 };
        if (given.kind === 'interleaved')
          given.microbatches = given.stages * Math.ceil(given.microbatches / given.stages);
        const more = { ...given, microbatches: given.microbatches + given.stages };
        const bubble = (each: typeof given) =>
          1 - (each.microbatches * each.chunks! * (each.forward! + each.backward!)) / play(each).seconds;
        expect(bubble(more)).toBeLessThanOrEqual(bubble(given) + 1e-9);
      }),
    );
  });
});
