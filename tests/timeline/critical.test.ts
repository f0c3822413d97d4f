import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { criticalPath } from '../../src/timeline/critical.ts';
import { handMadeTimeline } from './fixture.ts';

describe('the critical path', () => {
  it('is the chain that nothing could shorten but making its own links faster', () => {
    const timeline = handMadeTimeline();
    const { spans, classes, until, ...seconds } = criticalPath(timeline);
    expect([...spans].map((span) => timeline.start[span])).toEqual([
      0, 1, 1.5, 2.5, 4.5, 5.5, 7.5, 8, 10, 11,
    ]);
    expect([...classes]).toEqual([0, 0, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect([...until]).toEqual([1, 1.5, 2.5, 4.5, 5.5, 7.5, 8, 10, 11, 11.5]);
    expect(seconds).toEqual({ passes: 9.5, messages: 1, traffic: 1, waiting: 0 });
  });

  it.each<[string, Scenario]>([
    ['the opening', {}],
    [
      'a pipeline with GPipe',
      {
        cluster: 'ultraserver',
        model: 'llama-3.1-8b',
        parallel: { pipeline: 8, schedule: 'gpipe' },
        training: { globalBatch: 64 },
      },
    ],
    [
      'interleaved stages',
      {
        cluster: 'ultraserver',
        model: 'llama-3.1-8b',
        parallel: { pipeline: 4, virtual: 2 },
        training: { globalBatch: 64 },
      },
    ],
    [
      'mirrored pipelines',
      {
        cluster: 'ultraserver',
        model: 'llama-3.1-8b',
        parallel: { pipeline: 4, schedule: 'dualpipe' },
        training: { globalBatch: 512 },
      },
    ],
    [
      'a zero bubble',
      {
        cluster: 'ultraserver',
        model: 'llama-3.1-8b',
        parallel: { pipeline: 4, schedule: 'zb-h1' },
        training: { globalBatch: 64 },
      },
    ],
    ['experts', { cluster: { chips: 1024 }, model: 'mixtral-8x22b' }],
    [
      'a slow chip',
      {
        cluster: 'ultraserver',
        model: 'llama-3.1-8b',
        faults: [{ at: 'b1/h1/r1/u1/s1/t2/c1', kind: 'straggler', factor: 0.5 }],
      },
    ],
  ])('reaches from the first instant of %s to its last without a gap', (_, scenario) => {
    const { timeline } = simulateStep(resolveScenario(scenario));
    const { spans, until, passes, messages, traffic, waiting } = criticalPath(timeline);
    const { start, seconds } = timeline;
    expect(start[spans[0]]).toBeLessThan(1e-6 * seconds);
    for (let i = 1; i < spans.length; i++)
      expect(start[spans[i]]).toBeGreaterThanOrEqual(until[i - 1] - 1e-6 * seconds);
    expect(passes + messages + traffic + waiting).toBeCloseTo(seconds, 6);
    expect(waiting / seconds).toBeLessThan(0.001);
    expect(until[until.length - 1]).toBeCloseTo(seconds, 9);
  });
});
