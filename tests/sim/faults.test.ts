import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/cluster/address.ts';
import { withFaults } from '../../src/cluster/faults.ts';
import { classOfChip, placeJob } from '../../src/cluster/job.ts';
import { chipIndex } from '../../src/cluster/site.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Fault } from '../../src/scenario/scenario.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { Kind, STREAMS, Stream } from '../../src/timeline/timeline.ts';

const CHIP = 'b1/h1/r1/u1/s1/t2/c1';
const NEXT = 'b1/h1/r1/u1/s1/t3/c1';

function withThese(faults: readonly Fault[]) {
  const scenario = resolveScenario({ faults });
  const job = withFaults(scenario, placeJob(scenario, scenario.cluster.site!));
  return { scenario, job, ...simulateStep(scenario) };
}

const healthy = withThese([]);
const stages = healthy.scenario.parallel.pipeline;
const sum = (parts: object): number => Object.values(parts).reduce((a: number, b: number) => a + b, 0);

describe('a straggler', () => {
  const slow = withThese([{ at: CHIP, kind: 'straggler', factor: 0.5 }]);

  it('makes the step longer, by less than it is slower', () => {
    const ratio = slow.summary.step.seconds / healthy.summary.step.seconds;
    expect(ratio).toBeGreaterThan(1.3);
    expect(ratio).toBeLessThan(2);
    expect(slow.summary.faults?.waiting).toBeGreaterThan(0);
    expect(slow.summary.step.tokens).toBe(healthy.summary.step.tokens);
    expect(sum(slow.summary.breakdown)).toBeCloseTo(slow.summary.step.seconds, 9);
  });

  it('splits off the stages of its replica, and itself', () => {
    expect(slow.timeline.classes).toBe(2 * stages + 1);
    const at = chipIndex(slow.job.site, parseAddress(CHIP)!);
    expect(classOfChip(slow.job, at)).toBe(2 * stages);
    expect(slow.job.faults?.isFaulty(2 * stages)).toBe(true);
    expect(classOfChip(slow.job, at + 1)).toBe(stages);
    expect(slow.job.faults?.isFaulty(stages)).toBe(false);
    const far = chipIndex(slow.job.site, parseAddress('b1/h1/r1/u2/s1/t2/c1')!);
    expect(classOfChip(slow.job, far)).toBe(0);
  });

  it('is waited for: its neighbours compute half as long in passes of the same length', () => {
    const { timeline } = slow;
    const firstPass = (cls: number) => {
      const span = timeline.tracks[cls * STREAMS + Stream.compute];
      const pattern = timeline.pattern[span];
      let work = 0;
      for (let i = timeline.patterns.offsets[pattern]; i < timeline.patterns.offsets[pattern + 1]; i++) {
        if (timeline.patterns.kind[i] >= Kind.matmul)
          work += timeline.patterns.end[i] - timeline.patterns.start[i];
      }
      return { seconds: timeline.end[span] - timeline.start[span], work };
    };
    const [own, beside, other] = [2 * stages, stages, 0].map(firstPass);
    expect(own.seconds).toBeCloseTo(beside.seconds, 12);
    expect(beside.work / own.work).toBeCloseTo(0.5, 9);
    expect(other.seconds).toBeLessThan(own.seconds);
  });

  it('costs what the slowest of several does, and shares classes with what is alike', () => {
    const two = withThese([
      { at: CHIP, kind: 'straggler', factor: 0.5 },
      { at: 'b1/h1/r1/u2/s1/t2/c1', kind: 'straggler', factor: 0.5 },
    ]);
    expect(two.timeline.classes).toBe(2 * stages + 1);
    expect(two.summary.step.seconds).toBeCloseTo(slow.summary.step.seconds, 9);
    const faster = withThese([{ at: CHIP, kind: 'straggler', factor: 0.8 }]);
    expect(faster.summary.step.seconds).toBeLessThan(slow.summary.step.seconds);
    const none = withThese([{ at: CHIP, kind: 'straggler', factor: 1 }]);
    expect(none.summary.step.seconds).toBeCloseTo(healthy.summary.step.seconds, 9);
  });
});

describe('a dead chip', () => {
  const dead = withThese([{ at: CHIP, kind: 'chip' }]);

  it('stops its replica, and the step runs on the rest with less of the batch', () => {
    const { data } = dead.scenario.parallel;
    expect(dead.summary.faults).toMatchObject({ replicas: data - 1, stopped: 1, waiting: 0 });
    expect(dead.summary.step.seconds).toBeCloseTo(healthy.summary.step.seconds, 9);
    expect(dead.summary.step.tokens / healthy.summary.step.tokens).toBeCloseTo((data - 1) / data, 12);
    const { tracks, classes } = dead.timeline;
    expect(classes).toBe(stages + 2);
    expect(tracks[classes * STREAMS] - tracks[stages * STREAMS]).toBe(0);
  });
});

describe('a degraded link', () => {
  it('slows the collectives over it, and no step down by more than itself', () => {
    const slow = withThese([{ at: CHIP, to: NEXT, kind: 'link', factor: 0.25 }]);
    expect(slow.summary.step.seconds).toBeGreaterThan(healthy.summary.step.seconds);
    expect(slow.summary.step.seconds).toBeLessThan(4 * healthy.summary.step.seconds);
    expect(sum(slow.summary.breakdown)).toBeCloseTo(slow.summary.step.seconds, 9);
  });
});

describe('faults that cannot be', () => {
  const refused: [Fault, string][] = [
    [
      { at: 'b9/h1/r1/u1/s1/t2/c1', kind: 'chip' },
      'faults.0.at names a place that is not there: b9/h1/r1/u1/s1/t2/c1',
    ],
    [
      { at: 'b1/h1', kind: 'chip' },
      'faults.0.at must be the address of a chip, such as b1/h1/r1/u1/s1/t2/c1: b1/h1',
    ],
    [{ at: CHIP, kind: 'straggler', factor: 0 }, 'faults.0.factor must be from 0.01 to 1: 0'],
    [{ at: CHIP, to: NEXT, kind: 'chip' }, `faults.0.to must be left out of a fault of kind chip: ${NEXT}`],
    [{ at: CHIP, to: CHIP, kind: 'link' }, `faults.0.to must be a chip linked to ${CHIP}: ${CHIP}`],
  ];
  it.each(refused)('are refused in one sentence: %o', (fault, sentence) => {
    expect(() => withThese([fault])).toThrow(sentence);
  });

  it('names the last replica that works', () => {
    const scenario = resolveScenario({ parallel: { data: 1 }, faults: [{ at: CHIP, kind: 'chip' }] });
    expect(() => simulateStep(scenario)).toThrow('faults.0.at stops the last replica that works');
  });
});
