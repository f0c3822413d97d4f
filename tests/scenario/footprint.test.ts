import { describe, expect, it } from 'vitest';
import { inFlight, layerActivations } from '../../src/scenario/activations.ts';
import { footprint } from '../../src/scenario/footprint.ts';
import { countParameters } from '../../src/scenario/parameters.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { ResolvedScenario, Scenario } from '../../src/scenario/scenario.ts';
import { attentionShard } from '../../src/scenario/weights.ts';

/** 4 layers of hidden 8, 2 heads of 4, a plain MLP of 32, 16 words: 3,120 weights without norms. */
const tiny: Scenario = {
  cluster: { chips: 8, scaleUp: { kind: 'switch', size: 8, bandwidth: 1e11, latency: 0 } },
  model: { layers: 4, hidden: 8, heads: 2, ffn: 32, gated: false, vocab: 16, normsPerLayer: 0, extra: 0 },
  training: { sequence: 4, microbatch: 1, globalBatch: 8, recompute: 'none' },
  parallel: { tensor: 1, pipeline: 1, data: 1 },
};

function tinyWith(training: Scenario['training'], parallel: Scenario['parallel']): ResolvedScenario {
  return resolveScenario({
    ...tiny,
    training: { ...tiny.training, ...training },
    parallel: { ...tiny.parallel, ...parallel },
  });
}

const layer = 4 * 8 * 8 + 2 * 8 * 32;
const table = 16 * 8;

describe('footprint', () => {
  it('holds 18 bytes a weight with Adam and no sharding', () => {
    const [stage] = footprint(tinyWith({ zero: 0 }, {})).stages;
    const weights = 4 * layer + 2 * table;
    expect(countParameters(tinyWith({}, {}).model).parameters).toBe(weights);
    expect(stage).toMatchObject({ parameters: 2 * weights, gradients: 4 * weights, optimizer: 12 * weights });
  });

  it('shares the optimizer over data with ZeRO-1', () => {
    const [stage] = footprint(tinyWith({ zero: 1 }, { data: 4 })).stages;
    const weights = 4 * layer + 2 * table;
    expect(stage).toMatchObject({ parameters: 2 * weights, gradients: 4 * weights, optimizer: 3 * weights });
  });

  it('shares gradients with ZeRO-2, weights too with ZeRO-3, which gathers two layers', () => {
    const base = tinyWith({}, { data: 4 });
    const weights = 4 * layer + 2 * table;
    const zero = (level: 2 | 3) =>
      footprint({ ...base, training: { ...base.training, zero: level } }).stages[0];
    expect(zero(2)).toMatchObject({ parameters: 2 * weights, gradients: weights, optimizer: 3 * weights });
    expect(zero(3)).toMatchObject({ parameters: weights / 2, gradients: weights });
    expect(zero(3).other - zero(2).other).toBe(2 * 2 * layer);
  });

  it('keeps the embedding on the first stage, head and logits on the last', () => {
    const { stages } = footprint(tinyWith({ zero: 0 }, { pipeline: 2 }));
    expect(stages.map((stage) => stage.parameters / 2)).toEqual([2 * layer + table, 2 * layer + table]);
    expect(stages.map((stage) => stage.other)).toEqual([0, 8 * 4 * 16]);
  });

  it('counts more for a loss of many kernels, most over a vocabulary that is cut, and outputs that are kept', () => {
    const other = (stack: object, parallel: Scenario['parallel'] = {}) => {
      const base = tinyWith({ zero: 0 }, parallel);
      return footprint({ ...base, stack: { ...base.stack, ...stack } }).stages.at(-1)!.other;
    };
    expect(other({ fusedLoss: false })).toBe(14 * 4 * 16);
    expect(other({ fusedLoss: false }, { tensor: 2 })).toBe((22 * 4 * 16) / 2);
    // Eight microbatches.
    expect(other({ keepsOutputs: true }, { pipeline: 2 })).toBe((8 + 2 * 7) * 4 * 16);
  });

  it('copies a tied head to the last stage, and not where both ends are one stage', () => {
    const tied = (pipeline: number) =>
      footprint(
        resolveScenario({
          ...tiny,
          model: { ...(tiny.model as object), tiedEmbeddings: true },
          parallel: { ...tiny.parallel, pipeline },
        }),
      ).stages.reduce((sum, stage) => sum + stage.parameters / 2, 0);
    expect(tied(1)).toBe(4 * layer + table);
    expect(tied(2)).toBe(4 * layer + 2 * table);
  });

  it('repeats key and value heads where there are fewer than tensor ranks', () => {
    const { model } = resolveScenario({ model: 'llama-3.1-405b' });
    const full = attentionShard(model, 1);
    expect(attentionShard(model, 8)).toBe(full / 8);
    // 8 heads on 64 ranks: one whole head each.
    expect(attentionShard(model, 64)).toBe((2 * 16_384 * 16_384) / 64 + 2 * 16_384 * 128);
  });

  it('shares experts over expert × expertTensor ranks and their optimizer over the copies', () => {
    const scenario = resolveScenario({
      cluster: { chips: 64 },
      model: {
        layers: 1,
        hidden: 64,
        heads: 4,
        ffn: 64,
        vocab: 1,
        normsPerLayer: 0,
        extra: 0,
        tiedEmbeddings: true,
        experts: { count: 8, active: 2 },
      },
      training: { sequence: 16, globalBatch: 16 },
      parallel: { tensor: 2, pipeline: 1, data: 16, expert: 4, expertTensor: 2 },
    });
    const [stage] = footprint(scenario).stages;
    const expert = 3 * 64 * 64;
    const dense = (4 * 64 * 64) / 2 + 64 * 8 + 64 / 2;
    expect(stage.parameters).toBe(2 * (dense + expert));
    expect(stage.optimizer).toBe(12 * (dense / 16 + expert / 4));
  });
});

describe('layerActivations', () => {
  it('keeps 32 h bytes a token: the 34 of Korthikanti et al. without two dropout masks of h', () => {
    expect(layerActivations(tinyWith({}, {}), false)).toEqual({ kept: 32 * 8, whole: 32 * 8 });
  });

  it('adds five bytes a score without flash attention, and none of them with selective recomputation', () => {
    const base = tinyWith({}, {});
    const unfused: ResolvedScenario = { ...base, stack: { ...base.stack, attentionKernel: 'none' } };
    const flash = layerActivations(base, false).kept;
    expect(layerActivations(unfused, false).kept - flash).toBe(5 * 2 * 4);
    const selective = { ...unfused, training: { ...unfused.training, recompute: 'selective' as const } };
    expect(layerActivations(selective, false)).toEqual({ kept: flash, whole: flash + 40 });
  });

  it('keeps the input alone with full recomputation, a share of each part with fractions', () => {
    const whole = layerActivations(tinyWith({}, {}), false).whole;
    expect(layerActivations(tinyWith({ recompute: 'full' }, {}), false)).toEqual({ kept: 16, whole });
    const half = layerActivations(tinyWith({ recompute: { attention: 0.5, mlp: 0.5 } }, {}), false);
    expect(half.kept).toBe(whole / 2 + 16);
  });

  it('keeps products alone where memory-bound operators are run again', () => {
    // Input 16; q, k, v 48 and output 16; the scores' result 16; up 64, its activation 64 and down 16 bytes; the rest is the
    // norms' results.
    const whole = layerActivations(tinyWith({}, {}), false).whole;
    const of = (recompute: object) => layerActivations(tinyWith({ recompute }, {}), false);
    expect(of({ memory: 0 })).toEqual({ kept: whole, whole });
    expect(of({ memory: 1 })).toEqual({ kept: 16 + 48 + 16 + 16 + 64 + 16, whole });
    expect(of({ attention: 0.5, core: 0, mlp: 0.5, memory: 1 }).kept).toBe(16 + 24 + 8 + 16 + 32 + 8);
  });

  it('divides everything by tensor with sequence parallelism', () => {
    const one = layerActivations(tinyWith({}, {}), false).kept;
    expect(layerActivations(tinyWith({}, { tensor: 2, sequenceParallel: true }), false).kept).toBe(one / 2);
    expect(layerActivations(tinyWith({}, { tensor: 2, sequenceParallel: false }), false).kept).toBe(
      one / 2 + 8 * 4,
    );
  });
});

describe('inFlight', () => {
  it('counts microbatches from here to the end with 1F1B, all with GPipe', () => {
    const oneFOneB = tinyWith({}, { pipeline: 4 });
    expect([0, 1, 2, 3].map((stage) => inFlight(oneFOneB, stage))).toEqual([4, 3, 2, 1]);
    const gpipe = tinyWith({}, { pipeline: 4, schedule: 'gpipe' });
    expect([0, 3].map((stage) => inFlight(gpipe, stage))).toEqual([8, 8]);
    expect(inFlight(tinyWith({ globalBatch: 2 }, { pipeline: 4 }), 0)).toBe(2);
  });

  it('counts p (1 + (p − 1) ÷ (p v)) on the first stage when interleaved', () => {
    const scenario = tinyWith({}, { pipeline: 2, virtual: 2, schedule: 'interleaved' });
    expect(inFlight(scenario, 0)).toBe(2 * (1 + 1 / 4));
  });
});
