import { describe, expect, it } from 'vitest';
import { loadOf } from '../../../src/panels/inspector/load.ts';
import { wireOf } from '../../../src/panels/inspector/wire.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { sentOf } from '../../../src/timeline/sent.ts';

const scenario = resolveScenario({ model: 'llama-3.1-405b' });
const { timeline, summary } = simulateStep(scenario);
const wire = wireOf(scenario);
const all = Array.from({ length: timeline.classes }, (_, cls) => cls);
const campus = { chips: 0, working: 0, classes: all, counts: all.map(() => 100) };
const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('the load of a place', () => {
  it('adds up to what its chips compute and send in the step, however finely it is cut', () => {
    const sent = sentOf(timeline);
    const perChip = (of: 'tensor' | 'next' | 'previous'): number =>
      sent.reduce((sum, one) => sum + one[of], 0) / sent.length / timeline.seconds;
    for (const parts of [7, 120]) {
      const load = loadOf(timeline, campus, wire, parts);
      expect(mean(load.neuronLink) / perChip('tensor')).toBeCloseTo(1, 6);
      expect(mean(load.efa)).toBeGreaterThan(0.99 * (perChip('next') + perChip('previous')));
      // The mean stage computes for as long as the step's own path does, less what the last ones add to it.
      expect(mean(load.work) / (summary.breakdown.compute / timeline.seconds)).toBeCloseTo(1, 1);
      expect(Math.max(...load.work)).toBeLessThanOrEqual(1);
    }
  });

  it('is that of the one class where a place holds one, and counts classes by their chips', () => {
    const [first, last] = [0, timeline.classes - 1].map((cls) =>
      loadOf(timeline, { chips: 64, working: 64, classes: [cls], counts: [64] }, wire, 50),
    );
    const both = loadOf(
      timeline,
      { chips: 64, working: 64, classes: [0, timeline.classes - 1], counts: [48, 16] },
      wire,
      50,
    );
    both.work.forEach((value, i) => {
      expect(value).toBeCloseTo(0.75 * first.work[i] + 0.25 * last.work[i], 9);
    });
    expect(first.work[0]).toBeGreaterThan(last.work[0]);
  });
});
