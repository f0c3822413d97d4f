import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../src/cluster/groups.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import type { ResolvedScenario } from '../../../src/scenario/scenario.ts';
import { constantsOf } from '../../../src/sim/calibration/chips.ts';
import { exchangeCosts } from '../../../src/sim/run/exchange.ts';
import { trafficOf } from '../../../src/sim/run/traffic.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { spansIn } from '../../../src/timeline/spans.ts';
import { Kind, Stream } from '../../../src/timeline/timeline.ts';
import { scenarioWith } from '../scenario.ts';
import { MODELS } from '../shape/models.ts';

const small = { tensor: 8, pipeline: 1, data: 8 };
const job = (training: Partial<ResolvedScenario['training']>) =>
  scenarioWith({
    cluster: { chips: 64 },
    parallel: small,
    training: { globalBatch: 32, sequence: 2048, shardGroup: 8, ...training },
  });

function traffic(training: Partial<ResolvedScenario['training']>) {
  const scenario = job(training);
  const { chip } = scenario.cluster;
  return trafficOf(scenario, groupsOf(scenario), exchangeCosts({ chip, constants: constantsOf(chip) }));
}

const weights = { dense: 1e9, experts: 0 };
const kinds = (costs: readonly { kind: Kind; bytes: number }[]) =>
  costs.map(({ kind, bytes }) => [kind, bytes]);

describe('trafficOf', () => {
  it('reduces gradients once and gathers weights once with ZeRO-1', () => {
    const one = traffic({ zero: 1 });
    expect([one.gathers(weights), one.scatters(weights)]).toEqual([[], []]);
    expect(kinds(one.lastReductions(weights))).toEqual([[Kind.dataReduceScatter, 3.5e9]]);
    expect(kinds(one.updates(weights))).toEqual([[Kind.dataAllGather, 1.75e9]]);
  });

  it('scatters gradients in every pass with ZeRO-2, gathers weights in every pass with ZeRO-3', () => {
    expect(kinds(traffic({ zero: 2 }).scatters(weights))).toEqual([[Kind.dataReduceScatter, 3.5e9]]);
    expect(kinds(traffic({ zero: 2 }).updates(weights))).toEqual([[Kind.dataAllGather, 1.75e9]]);
    const three = traffic({ zero: 3 });
    expect(kinds(three.gathers(weights))).toEqual([[Kind.dataAllGather, 1.75e9]]);
    expect(three.updates(weights)).toEqual([]);
    expect(three.lastReductions(weights)).toEqual([]);
  });

  it('moves with ZeRO-3 that keeps its weights what ZeRO-1 moves', () => {
    const kept = traffic({ zero: 3, reshard: false });
    expect(kept.gathers(weights)).toEqual([]);
    expect(kinds(kept.lastReductions(weights))).toEqual([[Kind.dataReduceScatter, 3.5e9]]);
  });

  it('shares out over the shard group and all-reduces shards among its copies', () => {
    const hybrid = traffic({ zero: 3, shardGroup: 4 });
    expect(kinds(hybrid.gathers(weights))).toEqual([[Kind.dataAllGather, 1.5e9]]);
    expect(kinds(hybrid.lastReductions(weights))).toEqual([[Kind.dataAllReduce, 1e9]]);
  });
});

describe('a sharded step', () => {
  it('records the traffic of every pass, and costs more with every stage', () => {
    const seconds = ([1, 2, 3] as const).map((zero) => simulateStep(job({ zero })).summary.step.seconds);
    expect(seconds[1]).toBeGreaterThan(seconds[0]);
    expect(seconds[2]).toBeGreaterThan(seconds[1]);
    const { timeline, summary } = simulateStep(job({ zero: 3 }));
    const { from, to } = spansIn(timeline, 0, Stream.data);
    // Four microbatches, forward and backward each.
    expect(to - from).toBe(8);
    expect(summary.breakdown.data).toBeGreaterThan(0);
  });

  it('needs less memory with every stage', () => {
    const bytes = ([0, 1, 2, 3] as const).map((zero) => simulateStep(job({ zero })).summary.memory.total);
    expect(bytes.toSorted((a, b) => b - a)).toEqual(bytes);
  });
});

describe('context parallelism', () => {
  const long = (contextKind: 'ring' | 'allGather', context: number) =>
    simulateStep(
      scenarioWith({
        cluster: { chips: 64 },
        parallel: { tensor: 8, pipeline: 1, data: 8 / context, context, contextKind },
        training: { globalBatch: 8, sequence: 65_536, shardGroup: 8, recompute: 'none' },
      }),
    );

  it('takes as much compute a chip, and a ring hides what a gather shows', () => {
    const [one, ring, gather] = [long('ring', 1), long('ring', 4), long('allGather', 4)];
    expect(ring.summary.breakdown.compute / one.summary.breakdown.compute).toBeCloseTo(1, 1);
    expect(one.summary.breakdown.context).toBe(0);
    expect(ring.summary.breakdown.context).toBeGreaterThan(0);
    expect(gather.summary.breakdown.context).toBeGreaterThan(2 * ring.summary.breakdown.context);
    expect(ring.summary.step.flopsPerChip).toBe(one.summary.step.flopsPerChip);
  });

  it('divides the activations', () => {
    const { activations } = long('ring', 4).summary.memory;
    expect(activations).toBeCloseTo(long('ring', 1).summary.memory.activations / 4, -3);
  });
});

describe('switches', () => {
  it('hides a share of tensor collectives that are cut up with their products', () => {
    const with_ = (overlapTensor: boolean) =>
      simulateStep(scenarioWith({ parallel: { overlapTensor } })).summary.breakdown.tensor;
    // All but the sum of the embedding, which has no product beside it.
    const share = with_(true) / with_(false);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.33);
  });

  it('runs sums of tensor ranks backward beside the products for weights', () => {
    const of = (asyncTensor: boolean) =>
      simulateStep(scenarioWith({ stack: { asyncTensor } })).summary.breakdown.tensor;
    // One of the four collectives of each block and pass pair, wholly or for the most part.
    expect(of(true) / of(false)).toBeGreaterThan(0.74);
    expect(of(true) / of(false)).toBeLessThan(0.85);
  });

  it('gathers updated weights beside the next forward pass', () => {
    const of = (overlapWeights: boolean) => {
      const changes = {
        cluster: { chips: 512 },
        parallel: { tensor: 8, pipeline: 4, data: 16, virtual: 1 },
        training: { zero: 1 as const, globalBatch: 128, shardGroup: 16 },
        stack: { overlapWeights },
      };
      return simulateStep(scenarioWith(changes));
    };
    const [after, beside] = [of(false), of(true)];
    expect(beside.summary.step.seconds).toBeLessThan(after.summary.step.seconds);
    expect(beside.summary.breakdown.data).toBeLessThan(after.summary.breakdown.data);
    // The same bytes travel.
    const sent = ({ timeline }: typeof after) => {
      const { from, to } = spansIn(timeline, 3, Stream.data);
      return timeline.bytes.slice(from, to).reduce((a, b) => a + b, 0);
    };
    expect(sent(beside) / sent(after)).toBeCloseTo(1, 5);
  });

  it('gathers one chunk after the other, however much later than planned a stage begins', () => {
    // The last chunk has the head, whose weights take longer than a round of the others.
    const of = (overlapWeights: boolean) =>
      simulateStep(
        resolveScenario({
          cluster: { chip: 'h100', chips: 128 },
          model: {
            layers: 96,
            hidden: 18_432,
            heads: 96,
            kvHeads: 8,
            ffn: 73_728,
            gated: false,
            vocab: 256_000,
          },
          parallel: {
            ...{ tensor: 8, pipeline: 8, context: 2, data: 1, virtual: 12, schedule: 'interleaved' },
            overlapTensor: true,
          },
          training: {
            ...{ zero: 1, globalBatch: 32, microbatch: 1, sequence: 4096 },
            ...{ precision: 'fp8', recompute: 'none' },
          },
          stack: { name: 'nemo-2024', overlapWeights, asyncTensor: true, evenStages: true },
        }),
      ).timeline;
    const sent = ({ bytes, kind }: ReturnType<typeof of>) =>
      bytes.reduce((sum, each, i) => sum + (kind[i] === Kind.dataAllGather ? each : 0), 0);
    expect(sent(of(true)) / sent(of(false))).toBeCloseTo(1, 5);
  });

  it('moves more bytes where norms and activations are not fused', () => {
    const of = (fusedOperators: boolean) =>
      simulateStep(scenarioWith({ stack: { fusedOperators } })).summary.breakdown.compute;
    expect(of(false) / of(true)).toBeGreaterThan(1.02);
  });

  it('sends fewer bytes to experts where a token goes once to each rank, and hides them beside other microbatches', () => {
    const of = (stack: { sendOnce?: boolean; overlapExperts?: boolean; graphs?: boolean }) =>
      simulateStep(
        scenarioWith({
          cluster: { chips: 64 },
          model: MODELS.deepseek,
          parallel: { tensor: 1, pipeline: 1, data: 64, expert: 64 },
          training: { globalBatch: 64, shardGroup: 64 },
          stack,
        }),
      ).summary.breakdown.expert;
    // A token visits 8 of 64 ranks, or 64·(1 − (63/64)⁸) = 7.57 different ones.
    expect(of({ sendOnce: true }) / of({})).toBeCloseTo(0.946, 2);
    expect(of({ overlapExperts: true })).toBeLessThan(0.5 * of({}));
  });

  it('takes the time of a software stack by its factor', () => {
    const of = (name: string) => simulateStep(scenarioWith({ stack: { name } })).summary.breakdown.compute;
    expect(of('nemo-2024') / of('default')).toBeCloseTo(1.08, 3);
  });

  it('runs 8-bit products faster than bf16, by rows slower than by tensors', () => {
    const of = (precision: 'bf16' | 'fp8', fp8Recipe: string) =>
      simulateStep(scenarioWith({ training: { precision }, stack: { fp8Recipe } })).summary.breakdown.compute;
    expect(of('fp8', 'tensorwise')).toBeLessThan(0.8 * of('bf16', 'tensorwise'));
    expect(of('fp8', 'rowwise')).toBeGreaterThan(of('fp8', 'tensorwise'));
  });

  it('tells attention kernels apart', () => {
    const chip = { ...scenarioWith().cluster.chip, name: 'H100' };
    const of = (attentionKernel: 'flash' | 'flash2' | 'triton' | 'none') =>
      simulateStep(scenarioWith({ cluster: { chip }, stack: { attentionKernel } })).summary.breakdown.compute;
    const seconds = [of('flash'), of('flash2'), of('triton'), of('none')];
    expect(seconds.toSorted((a, b) => a - b)).toEqual(seconds);
  });
});
