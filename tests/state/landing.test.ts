import { expect, it } from 'vitest';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { landingOf } from '../../src/state/landing.ts';
import { activeSpan, isCollective, patternEntryAt } from '../../src/timeline/spans.ts';
import { Kind, Stream } from '../../src/timeline/timeline.ts';

const { timeline } = simulateStep(resolveScenario({}));
const kindAt = (cls: number, t: number): number => {
  const entry = patternEntryAt(timeline, activeSpan(timeline, cls, Stream.compute, t), t);
  return entry < 0 ? -1 : timeline.patterns.kind[entry];
};

it('comes to rest where what the lens shows is under way, a layer later at most while a pass runs', () => {
  for (let cls = 0; cls < timeline.classes; cls++) {
    for (let i = 0; i < 97; i++) {
      const t = (i / 97) * 0.85 * timeline.seconds;
      const busy = activeSpan(timeline, cls, Stream.compute, t) >= 0;
      const [links, kernel] = [landingOf(timeline, cls, t, 'layer'), landingOf(timeline, cls, t, 'tile')];
      expect(isCollective(kindAt(cls, links))).toBe(true);
      expect(kindAt(cls, kernel)).toBe(Kind.matmul);
      expect(Math.min(links, kernel)).toBeGreaterThanOrEqual(t);
      if (busy) expect(Math.max(links, kernel) - t).toBeLessThan(0.05);
      expect(landingOf(timeline, cls, links, 'collective')).toBe(links);
      expect(landingOf(timeline, cls, kernel, 'kernel')).toBe(kernel);
    }
  }
});

it('leaves time alone where no pass is to come, and under coarse lenses', () => {
  const last = timeline.seconds * (1 - 1e-9);
  expect(landingOf(timeline, 0, last, 'tile')).toBe(last);
  expect(landingOf(timeline, 0, 1, 'step')).toBe(1);
});

it('waits a tenth of the step at most for a pass, under the lens of a microbatch', () => {
  let waited = 0;
  for (let cls = 0; cls < timeline.classes; cls++) {
    for (let i = 0; i < 97; i++) {
      const t = (i / 97) * timeline.seconds;
      const landed = landingOf(timeline, cls, t, 'microbatch');
      expect(landed - t).toBeLessThan(0.15 * timeline.seconds);
      if (activeSpan(timeline, cls, Stream.compute, t) >= 0) expect(landed).toBe(t);
      else if (landed > t) {
        expect(activeSpan(timeline, cls, Stream.compute, landed)).toBeGreaterThanOrEqual(0);
        waited += 1;
      }
    }
  }
  expect(waited).toBeGreaterThan(0);
});
