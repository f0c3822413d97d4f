import { describe, expect, it } from 'vitest';
import { simulateStep } from '../../src/sim/step.ts';
import { chromeTrace } from '../../src/timeline/trace.ts';
import { scenarioWith } from '../sim/scenario.ts';
import { handMadeTimeline } from './fixture.ts';

interface Event {
  readonly ph: 'M' | 'X' | 'C';
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  readonly cat?: string;
  readonly ts?: number;
  readonly dur?: number;
  readonly cname?: string;
  readonly args: Readonly<Record<string, number | string>>;
}

const options = { name: 'test', summary: simulateStep(scenarioWith()).summary };

function traceOf(...given: Parameters<typeof chromeTrace>): { events: Event[]; otherData: { name: string } } {
  const { traceEvents, otherData } = JSON.parse([...chromeTrace(...given)].join(''));
  return { events: traceEvents, otherData };
}

describe('the trace of the hand-made step', () => {
  const { events } = traceOf(handMadeTimeline(), {
    ...options,
    memory: [
      { fixed: 100, activations: 40 },
      { fixed: 100, activations: 20 },
    ],
  });
  const complete = events.filter(({ ph }) => ph === 'X');

  it('has a process for each stage and a thread for each kind of work, named and in order', () => {
    const named = (name: string) =>
      events
        .filter((event) => event.name === name && event.pid > 0)
        .map(({ args }) => args.name ?? args.sort_index);
    expect(named('process_name')).toEqual(['Stage 1', 'Stage 2']);
    expect(named('process_sort_index')).toEqual([1, 2]);
    expect(new Set(named('thread_name'))).toEqual(
      new Set([
        ...['passes', 'operators', 'tensor collectives', 'activations to the next stage'],
        ...['gradients to the previous stage', 'gradients and weights of replicas'],
      ]),
    );
  });

  it('tells passes and what is inside them in microseconds, coloured by phase', () => {
    const passes = complete.filter(({ pid, tid }) => pid === 1 && tid === 1);
    expect(passes.map(({ name, ts, dur }) => [name, ts, dur])).toEqual([
      ...[
        ['forward', 0, 1e6],
        ['forward', 1e6, 1e6],
        ['backward', 5e6, 2e6],
      ],
      ...[
        ['backward', 8e6, 2e6],
        ['optimizer', 11e6, 0.5e6],
      ],
    ]);
    expect(new Set(passes.map(({ cname }) => cname)).size).toBe(3);
    const gathers = complete.filter(({ name }) => name === 'tensorAllGather');
    expect(gathers.map(({ ts, dur, cat, args }) => [ts, dur, cat, args.bytes])).toContainEqual([
      ...[0.75e6, 0.25e6, 'communication', 64],
    ]);
  });

  it('counts the load of links up and down, and the memory of microbatches in flight', () => {
    const counted = (name: string, key: string) =>
      events
        .filter((event) => event.ph === 'C' && event.pid === 1 && event.name === name)
        .map(({ ts, args }) => [ts, args[key]]);
    expect(counted('activations to the next stage', 'B/s')).toEqual([
      ...[
        [1e6, 64],
        [1.5e6, 0],
        [2e6, 64],
        [2.5e6, 0],
      ],
    ]);
    expect(counted('memory', 'bytes')).toEqual([
      ...[
        [0, 100],
        [0, 120],
        [1e6, 140],
        [7e6, 120],
        [10e6, 100],
      ],
    ]);
  });
});

describe.each([
  ['the default job', scenarioWith()],
  ['DualPipe', scenarioWith({ parallel: { schedule: 'dualpipe' } })],
  [
    'ZeRO-3 with ZB-H1',
    scenarioWith({ training: { zero: 3 }, parallel: { schedule: 'zb-h1', pipeline: 4, data: 1932 } }),
  ],
] as const)('the trace of %s', (_, scenario) => {
  const { timeline, summary } = simulateStep(scenario);
  const { events } = traceOf(timeline, { name: 'job', summary });

  it('keeps every thread in order and free of overlaps, and ends with the step', () => {
    const free = new Map<string, number>();
    let last = 0;
    for (const { ph, pid, tid, ts = 0, dur = 0 } of events) {
      if (ph !== 'X') continue;
      expect(dur).toBeGreaterThanOrEqual(0);
      const thread = `${pid} ${tid}`;
      if (ts < (free.get(thread) ?? 0) - 1e-5) throw new Error(`${thread} overlaps at ${ts}`);
      free.set(thread, ts + dur);
      last = Math.max(last, ts + dur);
    }
    expect(last).toBeCloseTo(1e6 * summary.step.seconds, 3);
  });

  it('has the seconds of the summary on the busiest stage', () => {
    const busy = new Map<number, { compute: number; tensor: number }>();
    for (const { ph, pid, tid, cat, dur = 0 } of events) {
      if (ph !== 'X' || tid === 1) continue;
      const sums = busy.get(pid) ?? { compute: 0, tensor: 0 };
      busy.set(pid, sums);
      if (cat === 'compute' || (cat === 'wait' && tid === 2)) sums.compute += dur / 1e6;
      if (tid === 3) sums.tensor += dur / 1e6;
    }
    const { compute, tensor } = summary.breakdown;
    const found = [...busy.values()].some(
      (sums) => Math.abs(sums.tensor / tensor - 1) < 0.01 && sums.compute / compute > 0.99,
    );
    expect(found).toBe(true);
  });
});
