import { describe, expect, it } from 'vitest';
import { type Pipeline, type Played, playPipeline } from '../../../src/sim/run/pipeline.ts';
import { dualPipe } from '../../../src/sim/schedules/dualPipe.ts';
import { gpipe } from '../../../src/sim/schedules/gpipe.ts';
import { interleaved } from '../../../src/sim/schedules/interleaved.ts';
import { oneForwardOneBackward } from '../../../src/sim/schedules/oneForwardOneBackward.ts';
import type { Order } from '../../../src/sim/schedules/order.ts';
import { zeroBubble, zeroBubbleWide } from '../../../src/sim/schedules/zeroBubble.ts';

/** Seconds of a whole stage's forward, backward of inputs and backward of weights. */
const [F, B, W] = [1, 1.25, 0.75];
const PASSES = [F, B, W];

interface Case {
  readonly order: (stage: number, stages: number, microbatches: number) => Order;
  readonly chunks?: number;
  readonly mirrored?: boolean;
  /** Gradients of weights are taken apart. */
  readonly apart?: boolean;
}

function play(
  stages: number,
  microbatches: number,
  { order, chunks = 1, mirrored, apart }: Case,
  [F, B, W]: readonly number[] = PASSES,
) {
  // A part of an interleaved stage is a share of it; of a mirrored one each is whole.
  const part = mirrored ? 1 : chunks;
  const all = (seconds: number) => new Float64Array(stages * chunks).fill(seconds / part);
  const pipeline: Pipeline = {
    ...{ stages, chunks, microbatches, mirrored },
    orders: Array.from({ length: stages }, (_, stage) => order(stage, stages, microbatches)),
    ...{ forward: all(F), backward: all(apart ? B : B + W), lastBackward: all(apart ? B : B + W) },
    ...{ weights: all(apart ? W : 0), lastWeights: all(apart ? W : 0) },
    ...{ message: new Float64Array(stages), sharedWire: false },
  };
  const steps = playPipeline(pipeline);
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return { pipeline, played: next.value };
}

/** The most chunks of activations that a stage holds at once: from the forward to the end of the backward pass. */
function mostHeld({ orders }: Pipeline, _: Played, stage: number): number {
  let held = 0;
  let most = 0;
  for (const pass of orders[stage].pass) {
    if (pass % 4 === 0) held += 1;
    else if (pass !== 2) held -= 1;
    most = Math.max(most, held);
  }
  return most;
}

const CASES: Record<string, Case> = {
  gpipe: { order: (_, __, m) => gpipe(m) },
  '1f1b': { order: oneForwardOneBackward },
  interleaved: { order: (s, p, m) => interleaved(s, p, 2, m), chunks: 2 },
  'zb-h1': { order: zeroBubble, apart: true },
  'zb-h2': { order: zeroBubbleWide, apart: true },
  dualpipe: { order: dualPipe, chunks: 2, mirrored: true, apart: true },
};

describe.each(Object.entries(CASES))('%s', (_, schedule) => {
  it.each([
    [2, 8],
    [4, 16],
    [8, 32],
  ])('takes every microbatch once each way through every part, on %i stages', (stages, microbatches) => {
    const { pipeline } = play(stages, microbatches, schedule);
    for (const { pass, microbatch, chunk } of pipeline.orders) {
      const seen = new Set<string>();
      pass.forEach((kind, i) => {
        for (const each of kind === 3 ? [1, 2] : [kind % 4]) seen.add(`${each} ${microbatch[i]} ${chunk[i]}`);
      });
      const visits = schedule.mirrored ? microbatches : microbatches * pipeline.chunks;
      expect(seen.size).toBe((schedule.apart ? 3 : 2) * visits);
    }
  });
});

describe('the bubble', () => {
  const [p, m] = [8, 32];
  const work = m * (F + B + W);
  const bubble = (name: keyof typeof CASES): number => play(p, m, CASES[name]).played.seconds - work;

  it('of GPipe and 1F1B is (p − 1)(F + B + W)', () => {
    expect(bubble('gpipe')).toBeCloseTo((p - 1) * (F + B + W), 9);
    expect(bubble('1f1b')).toBeCloseTo((p - 1) * (F + B + W), 9);
  });

  it('of interleaving is divided by the chunks', () => {
    expect(bubble('interleaved')).toBeCloseTo(((p - 1) * (F + B + W)) / 2, 9);
  });

  it('of ZB-H1 is (p − 1)(F + B − W)', () => {
    expect(bubble('zb-h1')).toBeCloseTo((p - 1) * (F + B - W), 9);
  });

  it('of ZB-H2 is (p − 1)(F + B − 2W) on every stage, from its own first pass to its last', () => {
    for (const passes of [[1, 1, 1], PASSES]) {
      const { played } = play(p, m, CASES['zb-h2'], passes);
      const [forward, backward, weights] = passes;
      const own = Array.from(played.done, (end, stage) => end - played.start[played.first[stage]]);
      const longest = Math.max(...own) - m * (forward + backward + weights);
      expect(longest).toBeCloseTo((p - 1) * Math.max(0, forward + backward - 2 * weights), 9);
    }
  });

  it('of DualPipe is (p/2 − 1)(F&B + B − 3W) where its three passes are alike, as in its report', () => {
    const alike = (stages: number, microbatches: number) =>
      play(stages, microbatches, CASES.dualpipe, [1, 1, 1]).played.seconds - 3 * microbatches;
    // F&B = 3, B = 2, W = 1.
    for (const stages of [4, 8, 16]) expect(alike(stages, 4 * stages)).toBeCloseTo((stages / 2 - 1) * 2, 9);
    expect(bubble('dualpipe')).toBeLessThan(bubble('zb-h1'));
  });
});

describe('activations in flight', () => {
  const [p, m] = [8, 32];
  const held = (name: keyof typeof CASES) =>
    Array.from({ length: p }, (_, stage) => {
      const { pipeline, played } = play(p, m, CASES[name]);
      return mostHeld(pipeline, played, stage);
    });

  it('are all with GPipe, and as many as stages follow with 1F1B and ZB-H1', () => {
    expect(held('gpipe')).toEqual(Array(p).fill(m));
    expect(held('1f1b')).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(held('zb-h1')).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(held('zb-h2')).toEqual([15, 13, 11, 9, 7, 5, 3, 1]);
  });

  it('are those of one part more than there are stages with DualPipe, on every stage', () => {
    expect(held('dualpipe')).toEqual(Array(p).fill(p + 1));
  });
});
