import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResolvedScenario } from '../../../src/scenario/scenario.ts';
import { detailOf } from '../../../src/sim/detail/detail.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import type { Detail, Direction } from '../../../src/timeline/detail.ts';
import { isCollective, spansIn } from '../../../src/timeline/spans.ts';
import { Kind, STREAMS, Stream, type Timeline } from '../../../src/timeline/timeline.ts';
import { LLAMA_405B, scenarioWith } from '../scenario.ts';
import { MODELS } from '../shape/models.ts';

const MIXTURE = Object.values(MODELS).find((model) => model.experts !== null)!;
const SWITCH = { kind: 'switch', size: 8, bandwidth: 450e9, latency: 1e-6 } as const;

/** Every schedule, every kind of group, tori and switches. */
const VARIANTS: Readonly<Record<string, ResolvedScenario>> = {
  'the default job': scenarioWith(),
  'GPipe with ZeRO-3': scenarioWith({ training: { zero: 3 }, parallel: { schedule: 'gpipe' } }),
  interleaved: scenarioWith({ parallel: { schedule: 'interleaved', virtual: 2, pipeline: 6, data: 1288 } }),
  'ZB-H1': scenarioWith({ parallel: { schedule: 'zb-h1' } }),
  DualPipe: scenarioWith({ parallel: { schedule: 'dualpipe' } }),
  'overlapped tensor collectives': scenarioWith({ parallel: { overlapTensor: true } }),
  'full recomputation': scenarioWith({ training: { recompute: 'full' } }),
  context: scenarioWith({ parallel: { tensor: 16, context: 4 } }),
  'gathered context': scenarioWith({ parallel: { tensor: 16, context: 4, contextKind: 'allGather' } }),
  'a switch': scenarioWith({ parallel: { tensor: 8, data: 644 }, cluster: { scaleUp: SWITCH } }),
  experts: scenarioWith({
    model: MIXTURE,
    training: { globalBatch: 15_360 },
    parallel: { tensor: 8, expert: 8, pipeline: 4, data: 960 },
  }),
  'tensor over two switches': scenarioWith({ parallel: { tensor: 16 }, cluster: { scaleUp: SWITCH } }),
};

const each = Object.entries(VARIANTS);
const DIRECTIONS: readonly (readonly [Kind, Direction])[] = [
  [Kind.forward, 'forward'],
  [Kind.backward, 'backward'],
  [Kind.weightGradient, 'weights'],
];

/** Sums over all spans of a detail, or those of a row. */
function total(detail: Detail, of: 'seconds' | 'bytes', rows = detail.rows.map((_, row) => row)): number {
  const { timeline } = detail;
  let sum = 0;
  for (const row of rows) {
    for (let stream = 0; stream < STREAMS; stream++) {
      const { from, to } = spansIn(timeline, row, stream as Stream);
      for (let i = from; i < to; i++)
        sum += of === 'bytes' ? timeline.bytes[i] : timeline.end[i] - timeline.start[i];
    }
  }
  return sum;
}

/** A pass of a class in the middle of the step, by name. */
function somePass(timeline: Timeline, cls: number, kind: Kind) {
  const { from, to } = spansIn(timeline, cls, Stream.compute);
  const spans: number[] = [];
  for (let span = from; span < to; span++) if (timeline.kind[span] === kind) spans.push(span);
  return spans[spans.length >> 1] ?? -1;
}

describe.each(each)('the details of %s', (_, scenario) => {
  const { timeline } = simulateStep(scenario);
  const cls = Math.min(1, timeline.classes - 1);

  it('has layers that add up to their pass, in every direction', () => {
    for (const [kind, direction] of DIRECTIONS) {
      const span = somePass(timeline, cls, kind);
      if (span < 0) continue;
      const pass = { cls, microbatch: timeline.microbatch[span], chunk: timeline.chunk[span], direction };
      let now = timeline.start[span];
      let flops = 0;
      const end = timeline.end[span];
      while (now < end * (1 - 1e-12)) {
        const layer = detailOf(scenario, { lens: 'layer', cls, time: now + 1e-9 * (end - now) });
        expect(layer.start).toBeCloseTo(now, 9);
        expect(layer.timeline.seconds).toBeCloseTo(layer.end - layer.start, 12);
        expect(layer.subject).toMatchObject({ microbatch: pass.microbatch, direction });
        flops += layer.subject.flops;
        now = layer.end;
      }
      expect(now).toBeCloseTo(end, 9);
      const pattern = timeline.pattern[span];
      const { offsets, flops: known } = timeline.patterns;
      const all = known.subarray(offsets[pattern], offsets[pattern + 1]).reduce((a, b) => a + b, 0);
      expect(flops / all).toBeCloseTo(1, 9);
      const named = detailOf(scenario, { lens: 'layer', ...pass });
      expect(named.start).toBe(timeline.start[span]);
    }
  });

  it('has operators and collectives that add up to their layer', () => {
    const span = somePass(timeline, cls, Kind.forward);
    const layer = detailOf(scenario, {
      ...{ lens: 'layer', cls, direction: 'forward' },
      ...{ microbatch: timeline.microbatch[span], chunk: timeline.chunk[span] },
    });
    let busy = 0;
    layer.rows.forEach((row, index) => {
      const stream = row.what === 'stream' && row.name === 'scaleUp' ? Stream.scaleUp : Stream.compute;
      const { from, to } = spansIn(layer.timeline, index, stream);
      for (let i = from; i < to; i++) busy += layer.timeline.end[i] - layer.timeline.start[i];
    });
    expect(busy / (layer.end - layer.start)).toBeCloseTo(1, 9);
  });

  it('shows a collective with its seconds in the layer, its bytes, and no link above what it bears', () => {
    for (const [kind, direction] of DIRECTIONS.slice(0, 2)) {
      const span = somePass(timeline, cls, kind);
      const pattern = timeline.pattern[span];
      const { offsets, patterns } = { ...timeline.patterns, patterns: timeline.patterns };
      const seen = new Map<number, number>();
      for (let entry = offsets[pattern]; entry < offsets[pattern + 1]; entry++) {
        if (!isCollective(patterns.kind[entry])) continue;
        const layer = patterns.layer[entry];
        const index = seen.get(layer) ?? 0;
        seen.set(layer, index + 1);
        // Every collective of the first two layers; the others are copies of them.
        if (seen.size > 2) break;
        const time = timeline.start[span] + (patterns.start[entry] + patterns.end[entry]) / 2;
        const detail = detailOf(scenario, { lens: 'collective', cls, time });
        expect(detail.subject).toMatchObject({ layer, index, direction, kind: patterns.kind[entry] });
        const shown = detail.end - detail.start - detail.hidden;
        expect(shown / (patterns.end[entry] - patterns.start[entry])).toBeCloseTo(1, 6);
        expect(detail.timeline.seconds).toBeCloseTo(detail.end - detail.start, 12);
        let sent = 0;
        let ranks = 0;
        detail.rows.forEach((row, number) => {
          if (row.what !== 'link') throw new Error('rows of a collective must be links');
          expect(total(detail, 'bytes', [number]) / row.bytes).toBeCloseTo(1, 9);
          const rate = row.bytes / (total(detail, 'seconds', [number]) * row.bandwidth);
          expect(rate * detail.slowed).toBeCloseTo(1, 6);
          sent += row.bytes * row.links;
          ranks = Math.max(ranks, row.links);
        });
        expect(sent).toBeGreaterThan(0);
      }
    }
  });

  it('follows a microbatch over every stage and back', () => {
    const span = somePass(timeline, cls, Kind.forward);
    const detail = detailOf(scenario, { lens: 'microbatch', cls, time: timeline.start[span] });
    const { microbatch } = detail.subject;
    expect(microbatch).toBe(timeline.microbatch[span]);
    let passes = 0;
    for (let c = 0; c < timeline.classes; c++) {
      const { from, to } = spansIn(timeline, c, Stream.compute);
      for (let i = from; i < to; i++)
        if (timeline.microbatch[i] === microbatch) passes += timeline.end[i] - timeline.start[i];
    }
    let shown = 0;
    for (let c = 0; c < timeline.classes; c++) {
      const { from, to } = spansIn(detail.timeline, c, Stream.compute);
      for (let i = from; i < to; i++) shown += detail.timeline.end[i] - detail.timeline.start[i];
    }
    expect(shown / passes).toBeCloseTo(1, 9);
  });

  it('draws kernels and tiles within their time, with their bytes, and calls them schematic', () => {
    const span = somePass(timeline, cls, Kind.backward);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (share) => {
        const time = timeline.start[span] + share * (timeline.end[span] - timeline.start[span]);
        const kernel = detailOf(scenario, { lens: 'kernel', cls, time });
        expect(kernel.schematic).toBe(true);
        expect(total(kernel, 'bytes') / kernel.subject.bytes).toBeCloseTo(1, 9);
        const tile = detailOf(scenario, { lens: 'tile', cls, time });
        expect(tile.start).toBeGreaterThanOrEqual(kernel.start);
        expect(tile.end).toBeLessThanOrEqual(kernel.end + 1e-12);
        for (const { timeline: inside } of [kernel, tile])
          for (const end of inside.end) expect(end).toBeLessThanOrEqual(inside.seconds * (1 + 1e-9));
      }),
      { numRuns: 20 },
    );
  });
});

describe('detailOf', () => {
  it('takes an instant before, between and after passes to the nearest one', () => {
    const scenario = scenarioWith();
    const { timeline } = simulateStep(scenario);
    const before = detailOf(scenario, { lens: 'layer', cls: 11, time: 0 });
    expect(before.subject).toMatchObject({ microbatch: 0, direction: 'forward' });
    const after = detailOf(scenario, { lens: 'layer', cls: 11, time: timeline.seconds });
    expect(after.subject).toMatchObject({ microbatch: 47, direction: 'backward' });
  });

  it('shows the gradients of replicas on the network once a stage computes no more', () => {
    const scenario = scenarioWith();
    const { timeline } = simulateStep(scenario);
    const { to } = spansIn(timeline, 0, Stream.data);
    const span = to - 1;
    const time = (timeline.start[span] + timeline.end[span]) / 2;
    const detail = detailOf(scenario, { lens: 'collective', cls: 0, time });
    expect(detail.subject).toMatchObject({ kind: timeline.kind[span], microbatch: -1, direction: null });
    const shown = detail.end - detail.start - detail.hidden;
    expect(shown / (timeline.end[span] - timeline.start[span])).toBeCloseTo(1, 9);
    const [port] = detail.rows;
    if (port.what !== 'link') throw new Error('a row of a collective must be a link');
    expect([port.network, port.links, port.from]).toEqual(['scaleOut', 644, -1]);
    expect(port.bytes / timeline.bytes[span]).toBeCloseTo(1, 9);
  });

  it('names what the step does not have', () => {
    const scenario = scenarioWith();
    expect(() => detailOf(scenario, { lens: 'layer', cls: 40, time: 0 })).toThrow('cls must be below 12: 40');
    const named = { lens: 'layer', cls: 3, direction: 'forward' } as const;
    expect(() => detailOf(scenario, { ...named, microbatch: 99 })).toThrow(
      'microbatch has no forward pass on class 3: 99',
    );
    expect(() => detailOf(scenario, { ...named, microbatch: 0, layer: 125 })).toThrow(
      'layer is not on class 3: 125',
    );
  });

  it('gives every link of the torus the same work where the group fills it', () => {
    const scenario = scenarioWith();
    const detail = detailOf(scenario, {
      ...{ lens: 'collective', cls: 4, microbatch: 7, direction: 'forward' },
    });
    expect(detail.algorithm).toBe('torus');
    expect(detail.rows).toHaveLength(24);
    const bytes = LLAMA_405B.hidden * 8192 * 2 * (63 / 64);
    const sent = detail.rows.reduce(
      (sum, row) => (row.what === 'link' ? sum + row.bytes * row.links : sum),
      0,
    );
    expect(sent / 64).toBeCloseTo(bytes, 0);
  });
});
