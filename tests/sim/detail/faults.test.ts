import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import type { Fault, Scenario } from '../../../src/scenario/scenario.ts';
import { detailOf } from '../../../src/sim/detail/detail.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import type { Detail, DetailRow } from '../../../src/timeline/detail.ts';
import { isCollective, spansIn } from '../../../src/timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../../src/timeline/timeline.ts';

const CHIP = 'b1/h1/r1/u1/s1/t2/c1';
/** Its neighbour along Y. */
const NEXT = 'b1/h1/r1/u1/s1/t4/c1';

function stepWith(faults: readonly Fault[], more: Scenario = {}) {
  const scenario = resolveScenario({ ...more, faults });
  return { scenario, stages: scenario.parallel.pipeline, ...simulateStep(scenario) };
}

/** A pass of a class in the middle of the step. */
function middlePass(timeline: Timeline, cls: number, kind: Kind): number {
  const { from, to } = spansIn(timeline, cls, Stream.compute);
  const spans: number[] = [];
  for (let span = from; span < to; span++) if (timeline.kind[span] === kind) spans.push(span);
  return spans[spans.length >> 1];
}

/** The layer in the middle of such a pass. */
function middleLayer({ scenario, timeline }: ReturnType<typeof stepWith>, cls: number): Detail {
  const span = middlePass(timeline, cls, Kind.forward);
  const time = (timeline.start[span] + timeline.end[span]) / 2;
  return detailOf(scenario, { lens: 'layer', cls, time });
}

/** Seconds that the operators and the collectives of a layer take. */
function inside(layer: Detail) {
  let [work, collectives] = [0, 0];
  layer.rows.forEach((row, index) => {
    const on = row.what === 'stream' && row.name === 'scaleUp' ? Stream.scaleUp : Stream.compute;
    const { from, to } = spansIn(layer.timeline, index, on);
    for (let i = from; i < to; i++) {
      const seconds = layer.timeline.end[i] - layer.timeline.start[i];
      if (isCollective(layer.timeline.kind[i])) collectives += seconds;
      else if (layer.timeline.kind[i] !== Kind.wait) work += seconds;
    }
  });
  return { work, collectives };
}

type Link = Extract<DetailRow, { what: 'link' }>;
const linksOf = (detail: Detail) => detail.rows.filter((row): row is Link => row.what === 'link');

/** Middle of the first collective of a pass that takes time. */
function firstCollective(timeline: Timeline, span: number): { entry: number; time: number } {
  const { offsets, kind, start, end } = timeline.patterns;
  let entry = offsets[timeline.pattern[span]];
  while (!isCollective(kind[entry]) || end[entry] <= start[entry]) entry++;
  return { entry, time: timeline.start[span] + (start[entry] + end[entry]) / 2 };
}

const healthy = stepWith([]);
const slow = stepWith([{ at: CHIP, kind: 'straggler', factor: 0.5 }]);
const narrow = stepWith([{ at: CHIP, to: NEXT, kind: 'link', factor: 0.25 }]);

describe.each([
  ['a slow chip', slow],
  ['a degraded link', narrow],
  ['both', stepWith([...slow.scenario.faults, ...narrow.scenario.faults])],
  ['a slow chip of a mixture', stepWith(slow.scenario.faults, { model: 'deepseek-v3' })],
] as const)('details of classes touched by %s', (_, step) => {
  const { scenario, timeline, stages } = step;
  const touched = Array.from({ length: timeline.classes - stages }, (_, i) => stages + i);

  it('are layers that add up to their pass, in both directions', () => {
    for (const cls of [0, stages, ...touched.slice(stages)]) {
      for (const kind of [Kind.forward, Kind.backward]) {
        const span = middlePass(timeline, cls, kind);
        const end = timeline.end[span];
        let now = timeline.start[span];
        for (let count = 0; now < end * (1 - 1e-12); count++) {
          const layer = detailOf(scenario, { lens: 'layer', cls, time: now + 1e-9 * (end - now) });
          expect(layer.start).toBeCloseTo(now, 9);
          now = layer.end;
          expect(count).toBeLessThan(200);
        }
        expect(now).toBeCloseTo(end, 9);
      }
    }
  });

  it('are operators and collectives that add up to their layer', () => {
    for (const cls of touched) {
      const layer = middleLayer(step, cls);
      const { work, collectives } = inside(layer);
      const { from, to } = spansIn(layer.timeline, 0, Stream.compute);
      let waits = 0;
      for (let i = from; i < to; i++)
        if (layer.timeline.kind[i] === Kind.wait) waits += layer.timeline.end[i] - layer.timeline.start[i];
      expect((work + collectives + waits) / (layer.end - layer.start)).toBeCloseTo(1, 9);
    }
  });

  it('are collectives as long as they show, on links that carry their bytes at their own bandwidth', () => {
    for (const cls of [stages, ...touched.slice(stages)]) {
      const span = middlePass(timeline, cls, Kind.forward);
      const { entry, time } = firstCollective(timeline, span);
      const detail = detailOf(scenario, { lens: 'collective', cls, time });
      const { start, end } = timeline.patterns;
      expect((detail.end - detail.start - detail.hidden) / (end[entry] - start[entry])).toBeCloseTo(1, 6);
      detail.rows.forEach((row, index) => {
        if (row.what !== 'link') throw new Error('rows of a collective must be links');
        const { from, to } = spansIn(detail.timeline, index, Stream.scaleUp);
        let busy = 0;
        for (let i = from; i < to; i++) busy += detail.timeline.end[i] - detail.timeline.start[i];
        expect((row.bytes / (busy * row.bandwidth)) * detail.slowed).toBeCloseTo(1, 6);
      });
    }
  });

  it('follow a microbatch over the stages of its own replica alone', () => {
    for (const [cls, first] of [
      [0, 0],
      [stages, stages],
    ]) {
      const { start } = timeline;
      const span = middlePass(timeline, cls, Kind.forward);
      const detail = detailOf(scenario, { lens: 'microbatch', cls, time: start[span] });
      const classes = detail.rows.map((row) => (row.what === 'stage' ? row.cls : -1));
      const own = first === 0 ? [] : touched.slice(stages);
      expect(classes).toEqual([...Array.from({ length: stages }, (_, s) => first + s), ...own]);
      let passes = 0;
      for (const each of classes) {
        const { from, to } = spansIn(timeline, each, Stream.compute);
        for (let i = from; i < to; i++)
          if (timeline.microbatch[i] === detail.subject.microbatch) passes += timeline.end[i] - start[i];
      }
      let shown = 0;
      classes.forEach((_, row) => {
        const { from, to } = spansIn(detail.timeline, row, Stream.compute);
        for (let i = from; i < to; i++) shown += detail.timeline.end[i] - detail.timeline.start[i];
      });
      expect(shown / passes).toBeCloseTo(1, 9);
    }
  });
});

describe('the layer of a slow chip', () => {
  it('has operators twice as long, and its neighbours wait for it', () => {
    const [sound, beside, own] = [0, slow.stages, 2 * slow.stages].map((cls) =>
      inside(middleLayer(cls === 0 ? healthy : slow, cls)),
    );
    expect(own.work / sound.work).toBeCloseTo(2, 6);
    expect(beside.work / sound.work).toBeCloseTo(1, 6);
    expect((beside.collectives - sound.collectives) / sound.work).toBeCloseTo(1, 6);
    expect(own.collectives).toBeCloseTo(sound.collectives, 9);
  });

  it('has kernels whose units are as busy as those of a healthy chip, for twice as long', () => {
    const [sound, own] = [healthy, slow].map((step, index) => {
      const cls = 2 * step.stages * index;
      const span = middlePass(step.timeline, cls, Kind.forward);
      const pass = { microbatch: step.timeline.microbatch[span], direction: 'forward' } as const;
      return detailOf(step.scenario, { lens: 'kernel', cls, ...pass, layer: 2, index: 1 });
    });
    expect(own.subject.kind).toBe(sound.subject.kind);
    expect((own.end - own.start) / (sound.end - sound.start)).toBeCloseTo(2, 6);
    const busy = ({ timeline }: Detail, row: number) => {
      const { from, to } = spansIn(timeline, row, Stream.compute);
      let sum = 0;
      for (let i = from; i < to; i++) sum += timeline.end[i] - timeline.start[i];
      return sum / timeline.seconds;
    };
    for (const row of [0, 1, 2, 3]) expect(busy(own, row)).toBeCloseTo(busy(sound, row), 6);
  });
});

describe('the collective over a degraded link', () => {
  it('is played on the axis that is slower, and takes another way round it', () => {
    const [sound, own] = [healthy, narrow].map((step, index) => {
      const cls = 2 * step.stages * index;
      const span = middlePass(step.timeline, cls, Kind.forward);
      const { time } = firstCollective(step.timeline, span);
      return detailOf(step.scenario, { lens: 'collective', cls, time });
    });
    const along = (detail: Detail, axis: number) => {
      const links = linksOf(detail).filter((link) => link.axis === axis);
      return { bytes: links.reduce((sum, { bytes }) => sum + bytes, 0), bandwidth: links[0].bandwidth };
    };
    expect(along(own, 1).bandwidth / along(sound, 1).bandwidth).toBeCloseTo(0.25, 9);
    expect(along(own, 0).bandwidth).toBe(along(sound, 0).bandwidth);
    expect(along(own, 1).bytes).toBeLessThan(0.5 * along(sound, 1).bytes);
    expect(along(own, 0).bytes).toBeGreaterThan(along(sound, 0).bytes);
    expect(own.end - own.start).toBeGreaterThan(1.2 * (sound.end - sound.start));
    // Nothing but the wire is in the way.
    expect(own.slowed).toBeCloseTo(1, 6);
  });

  it('is the reduction of all replicas where the port to the network is slow', () => {
    const port = stepWith([{ at: 'b1/h1/r1/u1', kind: 'link', factor: 0.25 }]);
    for (const cls of [0, port.stages]) {
      const { to } = spansIn(port.timeline, cls, Stream.data);
      const [start, end] = [port.timeline.start[to - 1], port.timeline.end[to - 1]];
      const detail = detailOf(port.scenario, { lens: 'collective', cls, time: (start + end) / 2 });
      expect((detail.end - detail.start - detail.hidden) / (end - start)).toBeCloseTo(1, 9);
      expect(detail.slowed).toBeCloseTo(1, 6);
      const [own] = linksOf(detail);
      expect(own.bandwidth / (0.8 * 25e9)).toBeCloseTo(0.25, 9);
    }
  });
});

describe('a dead chip', () => {
  it('has no passes to look into', () => {
    const dead = stepWith([{ at: CHIP, kind: 'chip' }]);
    expect(() => detailOf(dead.scenario, { lens: 'layer', cls: dead.stages + 1, time: 0.1 })).toThrow(
      `class has no pass: ${dead.stages + 1}`,
    );
  });
});
