import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { simulateStep, stepSummary } from '../../src/sim/step.ts';
import type { Summary } from '../../src/timeline/summary.ts';

const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Layouts of small clusters, most of which can be. */
const scenarios: fc.Arbitrary<Scenario> = fc.record({
  cluster: of<Scenario['cluster']>('ultraserver', { chip: 'h100', chips: 64 }, { chip: 'b200', chips: 128 }),
  model: of('llama-3.1-8b', 'mixtral-8x22b', 'deepseek-v3', 'gpt3-175b'),
  training: fc.record({
    globalBatch: of(64, 128, 256),
    sequence: of(1024, 4096),
    precision: of('bf16', 'fp8'),
    recompute: of('none', 'selective', 'full'),
    zero: of(0, 1, 2, 3),
  }),
  parallel: fc.record({
    tensor: of(1, 2, 4, 8),
    pipeline: of(1, 2, 4),
    context: of(1, 2),
    expert: of(1, 2, 4),
    schedule: of('gpipe', '1f1b', 'interleaved', 'zb-h1', 'dualpipe'),
    contextKind: of('ring', 'allGather'),
    overlapTensor: fc.boolean(),
  }),
  stack: fc.record({
    attentionKernel: of('flash', 'none'),
    overlapGradients: fc.boolean(),
    overlapWeights: fc.boolean(),
    overlapExperts: fc.boolean(),
    asyncTensor: fc.boolean(),
    evenStages: fc.boolean(),
  }),
}) as fc.Arbitrary<Scenario>;

/** The summary of a scenario, or null where it cannot be: then one sentence says why. */
function summaryOf(scenario: Scenario): Summary | null {
  try {
    return simulateStep(resolveScenario(scenario)).summary;
  } catch (error) {
    expect((error as Error).name).toBe('ScenarioError');
    expect((error as Error).message).not.toMatch(/\n|undefined|NaN/);
    return null;
  }
}

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

describe('any scenario', () => {
  it('gives finite numbers that are not negative and add up, the same every time, recorded or not', () => {
    let ran = 0;
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const summary = summaryOf(scenario);
        if (!summary) return;
        ran += 1;
        for (const number of numbersOf(summary)) expect(number).toBeGreaterThanOrEqual(0);
        expect(numbersOf(summary).every(Number.isFinite)).toBe(true);
        const { breakdown, memory, step, model } = summary;
        const parts = Object.values(breakdown).reduce((sum, seconds) => sum + seconds, 0);
        expect(parts / step.seconds).toBeCloseTo(1, 9);
        // A chip holds its share of the weights at two bytes each, and never less.
        expect(memory.total).toBeGreaterThanOrEqual((2 * model.parameters) / 128);
        expect(step.mfu).toBeLessThan(1);
        expect(stepSummary(resolveScenario(scenario))).toEqual(summary);
      }),
      { numRuns: 120, seed: 7 },
    );
    expect(ran).toBeGreaterThan(10);
  });

  it('is no faster with a slow chip, a slow link or a dead one', () => {
    const base: Scenario = {
      cluster: 'ultraserver',
      model: 'llama-3.1-8b',
      parallel: { tensor: 8, data: 8 },
    };
    const rate = (scenario: Scenario) => summaryOf(scenario)!.step.tokensPerSecond;
    const sound = rate(base);
    const at = 'b1/h1/r1/u1/s1/t2/c1';
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        of('straggler', 'link', 'chip'),
        (factor, kind) => {
          const to = kind === 'link' ? { to: 'b1/h1/r1/u1/s1/t2/c2' } : {};
          const faulty = rate({ ...base, faults: [{ at, kind, factor, ...to }] } as Scenario);
          expect(faulty).toBeLessThanOrEqual(sound * (1 + 1e-9));
          expect(faulty).toBeGreaterThan(0);
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });
});
