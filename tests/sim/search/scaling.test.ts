import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/sim/search/explain.ts';
import { SCALES, scalingPoints } from '../../../src/sim/search/scaling.ts';
import { scenarioWith, TINY } from '../scenario.ts';

const TWO = scenarioWith({
  model: TINY,
  training: { sequence: 64, globalBatch: 64 },
  parallel: { tensor: 2, pipeline: 2, data: 16 },
});

describe('the scaling curve', () => {
  const points = [...scalingPoints(TWO)];

  it('adds replicas from 64 chips to a million, the batch with them', () => {
    const weak = points.filter(({ scaling }) => scaling === 'weak');
    expect(weak.map(({ chips }) => chips)).toEqual(SCALES);
    expect(weak.map(({ globalBatch }) => globalBatch)).toEqual(SCALES.map((chips) => chips));
    expect(SCALES[14]).toBe(1_048_576);
  });

  it('adds no more replicas than there are samples where the batch stays', () => {
    const strong = points.filter(({ scaling }) => scaling === 'strong');
    expect(strong.map(({ data }) => data)).toEqual([16, 32, 64]);
    for (const { globalBatch } of strong) expect(globalBatch).toBe(64);
  });

  it('tells at the size of the scenario what the closed form tells', () => {
    expect(points[0].seconds).toBe(estimate(TWO).seconds);
    for (const { tokensPerSecond, globalBatch, seconds } of points)
      expect(tokensPerSecond).toBe((globalBatch * 64) / seconds);
  });

  it('scales DualPipe too', () => {
    const scenario = scenarioWith({ parallel: { schedule: 'dualpipe' } });
    const found = [...scalingPoints(scenario)];
    expect(found.length).toBeGreaterThan(5);
    expect(found[0].chips).toBe(768);
  });
});
