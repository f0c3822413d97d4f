import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateStep } from '../../src/sim/step.ts';
import { computeShares, type Step, TERMS, type Term, waterfall } from '../../src/timeline/waterfall.ts';
import { scenarioWith, TINY } from '../sim/scenario.ts';
import { handMadeTimeline } from './fixture.ts';

const secondsOf = (a: Step, b: Step) =>
  Object.fromEntries(waterfall(a, b).terms.map(({ term, seconds }) => [term, seconds])) as Record<
    Term,
    number
  >;

const anyScenario = fc
  .record({
    model: fc.constantFrom(undefined, {
      ...TINY,
      hidden: 1024,
      ffn: 4096,
      heads: 16,
      kvHeads: 16,
      headDim: 64,
    }),
    tensor: fc.constantFrom(1, 4, 16),
    pipeline: fc.constantFrom(1, 2, 4),
    schedule: fc.constantFrom('1f1b' as const, 'gpipe' as const, 'zb-h1' as const),
    zero: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    recompute: fc.constantFrom('none' as const, 'full' as const),
    bandwidth: fc.double({ min: 1e9, max: 1e11, noNaN: true }),
    peak: fc.double({ min: 1e14, max: 1e15, noNaN: true }),
  })
  .map(({ model, tensor, pipeline, schedule, zero, recompute, bandwidth, peak }) => {
    const base = scenarioWith();
    return simulateStep(
      scenarioWith({
        model,
        cluster: {
          chip: { ...base.cluster.chip, peak: { bf16: peak } },
          scaleOut: { ...base.cluster.scaleOut, bandwidth },
        },
        training: { zero, recompute, globalBatch: 64, sequence: 1024 },
        parallel: {
          tensor,
          pipeline: schedule === 'zb-h1' ? Math.max(2, pipeline) : pipeline,
          schedule,
          data: 8,
        },
      }),
    );
  });

describe('waterfall', () => {
  it('adds up exactly between any two steps, and is nothing between equal ones', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, (a, b) => {
        const { from, to, terms } = waterfall(a, b);
        expect([from, to]).toEqual([a.summary.step.seconds, b.summary.step.seconds]);
        expect(terms.map(({ term }) => term)).toEqual(TERMS);
        const sum = terms.reduce((total, { seconds }) => total + seconds, from);
        expect(Math.abs(sum - to)).toBeLessThanOrEqual(1e-9 * Math.max(from, to));
        for (const { seconds } of waterfall(a, a).terms) expect(Math.abs(seconds)).toBeLessThan(1e-9 * from);
        // The way back is the way there, turned round.
        const back = secondsOf(b, a);
        for (const { term, seconds } of terms) expect(back[term]).toBeCloseTo(-seconds, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('blames a chip with half the peak on its peak alone', () => {
    const half = scenarioWith();
    const { chip } = half.cluster;
    const a = simulateStep(scenarioWith({ parallel: { pipeline: 1, tensor: 64, data: 644 } }));
    const b = simulateStep(
      scenarioWith({
        parallel: { pipeline: 1, tensor: 64, data: 644 },
        cluster: { chip: { ...chip, peak: { bf16: chip.peak.bf16 / 2, fp8: chip.peak.fp8! / 2 } } },
      }),
    );
    const terms = secondsOf(a, b);
    expect(terms.work).toBeCloseTo(0, 9);
    expect(terms.recompute).toBeCloseTo(0, 9);
    expect(terms.peak).toBeGreaterThan(0.9 * (b.summary.step.seconds - a.summary.step.seconds));
    expect(terms.tensor).toBeCloseTo(0, 9);
  });

  it('blames recomputation on what is run a second time', () => {
    const a = simulateStep(scenarioWith());
    const b = simulateStep(scenarioWith({ training: { recompute: 'full' } }));
    const terms = secondsOf(a, b);
    expect(terms.recompute).toBeGreaterThan(0);
    expect(terms.work).toBeCloseTo(0, 9);
    expect(terms.peak).toBeCloseTo(0, 9);
  });
});

it('shares compute out into products, memory traffic and the host', () => {
  // A forward of the hand-made step is a product of 0.75 s and a collective, which is no compute.
  expect(computeShares(handMadeTimeline())).toEqual({ products: 1, traffic: 0, host: 0 });
  const { products, traffic, host } = computeShares(simulateStep(scenarioWith()).timeline);
  expect(products + traffic + host).toBeCloseTo(1, 12);
  expect(traffic).toBeGreaterThan(0.01);
});
