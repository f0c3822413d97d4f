import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelShape } from '../../src/facts/model.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { ResolvedScenario } from '../../src/scenario/scenario.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { encode, encodedBytes } from '../../src/timeline/encode.ts';
import { spansIn } from '../../src/timeline/spans.ts';
import { Kind, STREAMS, Stream, type Timeline } from '../../src/timeline/timeline.ts';
import { LLAMA_405B, scenarioWith } from './scenario.ts';
import { MODELS } from './shape/models.ts';

const sum = (values: object) => Object.values(values).reduce((a: number, b: number) => a + b, 0);

/** Bytes sent over a stream of a class in the whole step. */
function sentBy({ start, bytes }: Timeline, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to && i < start.length; i++) total += bytes[i];
  return total;
}

describe('simulateStep', () => {
  const job = simulateStep(scenarioWith());

  it('tells the default job: feasible, transferred, under 4 MB', () => {
    const { summary, timeline } = job;
    expect(summary.feasible).toBe(true);
    expect(summary.evidence.level).toBe('transferred');
    expect(summary.evidence.low).toBeCloseTo(0.75 * summary.step.seconds, 9);
    expect(summary.step.tokens).toBe(30_912 * 8192);
    expect(timeline.classes).toBe(12);
    expect(timeline.seconds).toBe(summary.step.seconds);
    expect(encodedBytes(timeline)).toBeLessThan(4e6);
  });

  it('gives the same bytes for the same scenario', () => {
    const again = simulateStep(scenarioWith());
    expect(Buffer.from(encode(again.timeline)).equals(Buffer.from(encode(job.timeline)))).toBe(true);
    expect(JSON.stringify(again.summary)).toBe(JSON.stringify(job.summary));
  });

  it('counts mfu from model FLOPs and hfu from all that is run', () => {
    const { step } = job.summary;
    expect(step.mfu).toBeCloseTo(step.flopsPerChip / (step.seconds * 667e12), 12);
    const again = simulateStep(scenarioWith({ training: { recompute: 'full' } })).summary.step;
    expect(again.hfu / again.mfu).toBeGreaterThan(1.25);
    expect(step.hfu / step.mfu).toBeLessThan(1.1);
  });

  it('sends every microbatch forward and back between neighbours, and no more', () => {
    const { timeline } = job;
    const message = (2 * 8192 * 16384) / 64;
    for (let stage = 0; stage < 12; stage++) {
      const forward = spansIn(timeline, stage, Stream.sendForward);
      const backward = spansIn(timeline, stage, Stream.sendBackward);
      expect(sentBy(timeline, forward.from, forward.to)).toBe(stage < 11 ? 48 * message : 0);
      expect(sentBy(timeline, backward.from, backward.to)).toBe(stage > 0 ? 48 * message : 0);
      if (stage < 11) expect(timeline.peer[forward.from]).toBe(stage + 1);
    }
  });

  it('reduces every gradient once and gathers every weight once with ZeRO-1', () => {
    const { timeline } = job;
    const { from, to } = spansIn(timeline, 5, Stream.data);
    const bytes = { scatter: 0, gather: 0 };
    for (let i = from; i < to; i++) {
      if (timeline.kind[i] === Kind.dataReduceScatter) bytes.scatter += timeline.bytes[i];
      if (timeline.kind[i] === Kind.dataAllGather) bytes.gather += timeline.bytes[i];
    }
    expect(bytes.scatter / bytes.gather).toBeCloseTo(2, 9);
    // Layers of stage 6 alone: attention and MLP over 64 chips, fp32 gradients.
    const layer = (2 * 16384 * 16384) / 64 + 2 * 16384 * 128 + (3 * 16384 * 53248) / 64 + 2 * 16384;
    const layers = bytes.scatter / (4 * layer * (643 / 644));
    expect(layers).toBeCloseTo(Math.round(layers), 9);
  });

  it('all-reduces gradients with ZeRO-0 and overlaps them only where the software does', () => {
    const overlapped = simulateStep(scenarioWith({ training: { zero: 0 } }));
    const after = simulateStep(scenarioWith({ training: { zero: 0 }, stack: { overlapGradients: false } }));
    const { from } = spansIn(overlapped.timeline, 0, Stream.data);
    expect(overlapped.timeline.kind[from]).toBe(Kind.dataAllReduce);
    expect(after.summary.breakdown.data).toBeGreaterThan(overlapped.summary.breakdown.data);
  });

  it('stretches the last backward pass where gradients take the wires of the tensor group', () => {
    const parallel = { tensor: 4, pipeline: 1, data: 16 };
    const { summary, timeline } = simulateStep(
      scenarioWith({ cluster: { chips: 64 }, parallel, training: { globalBatch: 64, sequence: 512 } }),
    );
    const { from } = spansIn(timeline, 0, Stream.compute);
    const length = (i: number) => timeline.end[from + i] - timeline.start[from + i];
    expect(length(7)).toBeGreaterThan(length(5));
    expect(summary.breakdown.data).toBeGreaterThan(length(7) - length(5));
  });

  it('says what does not fit, by how much and because of what', () => {
    const { summary } = simulateStep(
      scenarioWith({ parallel: { tensor: 8, pipeline: 2, data: 1 }, training: { globalBatch: 8 } }),
    );
    expect(summary.feasible).toBe(false);
    expect(summary.why).toMatch(
      /^a chip of stage \d needs [\d.]+ GB and has 103.1 GB: [\d.]+ GB too much, most of it optimizer \([\d.]+ GB\)$/,
    );
  });

  it('tells a run with failures', () => {
    const { run, step } = simulateStep(
      scenarioWith({ run: { tokens: 1e13, chipMtbf: 1e9, checkpoint: 10 } }),
    ).summary;
    expect(run!.goodput).toBeGreaterThan(0.5);
    expect(run!.goodput).toBeLessThan(1);
    expect(run!.seconds).toBeCloseTo(1e13 / step.tokensPerSecond / run!.goodput, 3);
    expect(run!.failures).toBeCloseTo((run!.seconds * 494_592) / 1e9, 6);
    expect(run!.mtbf).toBeCloseTo(1e9 / 494_592, 9);
    expect(run!.checkpointInterval).toBeCloseTo(Math.sqrt(2 * 10 * run!.mtbf), -1.5);
    expect(run!.chipJoules).toBeLessThan(run!.itJoules);
    expect(run!.itJoules).toBeLessThan(run!.joules);
    expect(run!.because).toBe('');
    expect(job.summary.run).toBeNull();
  });

  it('says that the failure rate is assumed where none is given', () => {
    const { run } = simulateStep(scenarioWith({ run: { tokens: 1e13 } })).summary;
    expect(run!.because).toMatch(/50000 hours a chip is assumed/);
  });

  it('refuses a run that fails before it can write a checkpoint', () => {
    const run = { tokens: 1e12, chipMtbf: 1, checkpoint: 1000 };
    expect(() => simulateStep(scenarioWith({ run }))).toThrow(/^run.checkpoint leaves no time .*: 1000$/);
    const often = { tokens: 1e12, chipMtbf: 1 };
    expect(() => simulateStep(scenarioWith({ run: often }))).toThrow(/^run.chipMtbf leaves no time .*: 1$/);
  });

  it('runs a mixture with DualPipe: two copies of the weights for less waiting', () => {
    const deepseek = (schedule: '1f1b' | 'dualpipe') =>
      simulateStep(
        resolveScenario({
          model: 'deepseek-v3',
          cluster: { chip: 'h100', chips: 512 },
          parallel: { tensor: 1, pipeline: 8, data: 64, expert: 64, schedule },
          training: { globalBatch: 64 * 32, sequence: 4096, recompute: 'full' },
        }),
      ).summary;
    const [plain, dual] = [deepseek('1f1b'), deepseek('dualpipe')];
    expect(dual.step.seconds).toBeLessThan(plain.step.seconds);
    expect(dual.breakdown.bubble).toBeLessThan(0.5 * plain.breakdown.bubble);
    expect(dual.breakdown.expert).toBeLessThan(plain.breakdown.expert);
    const parts: number[] = Object.values(dual.breakdown);
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(dual.step.seconds, 9);
    expect(dual.memory.parameters).toBeGreaterThan(1.5 * plain.memory.parameters);
    expect(dual.step.flopsPerChip).toBe(plain.step.flopsPerChip);
  });

  it('refuses what is not simulated, and stops when cancelled', () => {
    expect(() => simulateStep(scenarioWith({ parallel: { tensor: 48 } }))).toThrow(
      'parallel.tensor must divide heads (128): 48',
    );
    expect(() => simulateStep(scenarioWith({ training: { globalBatch: 644e6 } }))).toThrow(
      'training.globalBatch must be at most 107332904 with data × microbatch (644) and pipeline × virtual (12): 644000000',
    );
    expect(() => simulateStep(scenarioWith(), () => true)).toThrow('cancelled');
  });
});

const models: ModelShape[] = [LLAMA_405B, MODELS.mixtral, MODELS.deepseek, MODELS.gpt3];
const torus = scenarioWith().cluster.scaleUp;
const anyScenario: fc.Arbitrary<ResolvedScenario> = fc
  .record({
    model: fc.constantFrom(...models),
    tensor: fc.constantFrom(1, 2, 4, 8, 16),
    pipeline: fc.integer({ min: 1, max: 6 }),
    virtual: fc.integer({ min: 1, max: 3 }),
    data: fc.constantFrom(1, 2, 8, 24),
    rounds: fc.integer({ min: 1, max: 5 }),
    schedule: fc.constantFrom('gpipe' as const, '1f1b' as const, 'interleaved' as const, 'zb-h1' as const),
    zero: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    context: fc.constantFrom(1, 2),
    ring: fc.boolean(),
    overlapTensor: fc.boolean(),
    hybrid: fc.boolean(),
    recompute: fc.constantFrom<ResolvedScenario['training']['recompute']>(
      ...(['none', 'selective', 'full'] as const),
      { attention: 0.5, mlp: 0.25 },
    ),
    sequenceParallel: fc.boolean(),
    flash: fc.boolean(),
    overlap: fc.boolean(),
    switched: fc.boolean(),
    expert: fc.constantFrom(1, 2, 8),
    cutExperts: fc.boolean(),
  })
  .map((given) => {
    const { model, tensor, pipeline, data } = given;
    const virtual = given.schedule === 'interleaved' ? given.virtual + 1 : 1;
    return scenarioWith({
      model,
      cluster: {
        chips: 8192,
        scaleUp: given.switched ? { kind: 'switch', size: 8, bandwidth: 450e9, latency: 1e-6 } : torus,
      },
      training: {
        sequence: 1024,
        globalBatch: data * pipeline * given.rounds,
        recompute: given.recompute,
        zero: given.zero,
        shardGroup: given.hybrid ? given.context : data * given.context,
      },
      parallel: {
        ...{ tensor, pipeline, virtual, data, schedule: given.schedule, context: given.context },
        contextKind: given.ring ? 'ring' : 'allGather',
        overlapTensor: given.overlapTensor,
        sequenceParallel: given.sequenceParallel && tensor > 1,
        expert: model.experts && data % given.expert === 0 ? given.expert : 1,
        expertTensor: model.experts && given.cutExperts ? tensor : 1,
      },
      stack: { attentionKernel: given.flash ? 'flash' : 'none', overlapGradients: given.overlap },
    });
  });

describe('any scenario', () => {
  it('lets traffic that ends with its pass end no later, whatever sums of times round to', () => {
    const scenario = scenarioWith({
      model: MODELS.gpt3,
      cluster: { chips: 8192 },
      training: { sequence: 1024, globalBatch: 16, recompute: 'full', zero: 2, shardGroup: 2 },
      parallel: {
        ...{ tensor: 8, pipeline: 4, virtual: 1, data: 2, schedule: 'gpipe', context: 2 },
        ...{ contextKind: 'ring', sequenceParallel: true },
      },
      stack: { attentionKernel: 'flash', overlapGradients: false },
    });
    expect(() => simulateStep(scenario)).not.toThrow();
  });

  it('gives finite, non-negative parts that add up to the step', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { step, breakdown, memory } = simulateStep(scenario).summary;
        for (const value of [...Object.values(step), ...Object.values(breakdown), ...Object.values(memory)]) {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
        }
        expect(Math.abs(sum(breakdown) / step.seconds - 1)).toBeLessThan(1e-9);
        expect(step.mfu).toBeLessThan(step.hfu * (1 + 1e-9));
        expect(step.hfu).toBeLessThan(1);
      }),
      { numRuns: 150 },
    );
  });

  it('never overlaps two spans of a stream, goes back in time or past the end', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { timeline } = simulateStep(scenario);
        const { tracks, start, end, patterns } = timeline;
        for (let track = 0; track < timeline.classes * STREAMS; track++) {
          for (let i = tracks[track]; i < tracks[track + 1]; i++) {
            const before = i > tracks[track] ? end[i - 1] : 0;
            if (start[i] < before || end[i] <= start[i] || end[i] > timeline.seconds)
              expect.fail(`span ${i}`);
            const p = timeline.pattern[i];
            if (p < 0) continue;
            const inside = patterns.end[patterns.offsets[p + 1] - 1];
            if (Math.abs(inside / (end[i] - start[i]) - 1) > 1e-6) expect.fail(`pattern ${p}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is never slower on faster links', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { cluster } = scenario;
        const scaleUp =
          cluster.scaleUp.kind === 'switch'
            ? { ...cluster.scaleUp, bandwidth: 2 * cluster.scaleUp.bandwidth }
            : { ...cluster.scaleUp, linkBandwidth: cluster.scaleUp.linkBandwidth.map((each) => 2 * each) };
        const scaleOut = { ...cluster.scaleOut, bandwidth: 2 * cluster.scaleOut.bandwidth };
        const before = simulateStep(scenario).summary.step.seconds;
        const after = simulateStep({ ...scenario, cluster: { ...cluster, scaleUp, scaleOut } }).summary.step
          .seconds;
        // Prefetched weights may come while a pass uses the same links, or later: 0.01 % was seen in 1,600 scenarios.
        expect(after).toBeLessThanOrEqual(before * 1.002);
      }),
      { numRuns: 60 },
    );
  });

  it('is never slower on a faster chip, with faster memory, shorter latency or less recomputation', () => {
    const less = (scenario: ResolvedScenario): ResolvedScenario[] => {
      const { cluster, training } = scenario;
      const { chip, scaleUp, scaleOut } = cluster;
      const on = (changes: Partial<typeof chip>) => ({
        ...scenario,
        cluster: { ...cluster, chip: { ...chip, ...changes } },
      });
      return [
        on({ peak: { bf16: 2 * chip.peak.bf16 } }),
        on({ memoryBandwidth: 2 * chip.memoryBandwidth }),
        {
          ...scenario,
          cluster: {
            ...cluster,
            scaleUp: { ...scaleUp, latency: scaleUp.latency / 2 },
            scaleOut: { ...scaleOut, latency: scaleOut.latency / 2 },
          },
        },
        { ...scenario, training: { ...training, recompute: 'none' } },
      ];
    };
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const before = simulateStep(scenario).summary.step.seconds;
        for (const changed of less(scenario)) {
          expect(simulateStep(changed).summary.step.seconds).toBeLessThanOrEqual(before * 1.0002);
        }
      }),
      { numRuns: 40 },
    );
  });
});
