import { describe, expect, it } from 'vitest';
import { splitLayers } from '../../../src/scenario/stages.ts';
import { stageShard } from '../../../src/scenario/weights.ts';
import { stageWeights } from '../../../src/sim/run/optimizer.ts';
import { planStep } from '../../../src/sim/run/plan.ts';
import { attentionBlock, meanKeys } from '../../../src/sim/shape/attention.ts';
import { denseBlock, mixtureBlock } from '../../../src/sim/shape/mlp.ts';
import { modelFlops } from '../../../src/sim/shape/modelFlops.ts';
import { flopsOf } from '../../../src/sim/shape/operator.ts';
import { sizesOf } from '../../../src/sim/shape/sizes.ts';
import { LLAMA_405B, scenarioWith, TINY } from '../scenario.ts';
import { MODELS } from './models.ts';

const oneChip = { tensor: 1, pipeline: 1, data: 1, sequenceParallel: false };

describe('modelFlops', () => {
  it('counts a model by hand', () => {
    // A layer: projections 4·8², MLP 2·8·16, attention 4·8·(keys) each token; head 8·32.
    const sequence = 16;
    const scenario = scenarioWith({
      model: TINY,
      training: { sequence, globalBatch: 2 },
      parallel: oneChip,
    });
    const layer = 2 * (4 * 64 + 2 * 128) + 4 * 8 * (sequence / 2);
    expect(modelFlops(scenario)).toBe(3 * 2 * sequence * (4 * layer + 2 * 8 * 32));
  });

  it('follows 96·B·s·l·h²(1 + s/6h + V/16lh) of Megatron-LM less its recomputation, for GPT-3', () => {
    const gpt3 = MODELS.gpt3;
    const [B, s, l, h, V] = [1536, 2048, 96, 12288, 51200];
    const scenario = scenarioWith({
      model: gpt3,
      training: { sequence: s, globalBatch: B },
      parallel: oneChip,
    });
    // Without recomputation 72 instead of 96, attention over the causal half: s/12h instead of s/6h.
    expect(modelFlops(scenario)).toBeCloseTo(
      72 * B * s * l * h * h * (1 + s / (12 * h) + V / (12 * l * h)),
      -9,
    );
  });

  it('does not depend on the layout', () => {
    const flops = (parallel: object, stack = {}) => modelFlops(scenarioWith({ parallel, stack }));
    expect(flops(oneChip)).toBe(flops({}));
    expect(flops({}, { attentionKernel: 'none' })).toBe(flops({}));
  });

  it('counts 6 for each weight that a token meets, and the causal attention', () => {
    const scenario = scenarioWith();
    const tokens = 30_912 * 8192;
    const matrices = 405_853_388_800 - 128256 * 16384 - (2 * 126 + 1) * 16384;
    expect(modelFlops(scenario) / tokens).toBeCloseTo(6 * matrices + 3 * 126 * 4 * 4096 * 16384, -6);
  });
});

describe('meanKeys', () => {
  it('is half the sequence, less with a sliding window', () => {
    expect(meanKeys(TINY, 100)).toBe(50);
    const windowed = { ...TINY, slidingWindow: { window: 10, share: 1 } };
    // 1 + 2 + … + 10, then 90 tokens that see 10: the continuous mean is 10·(1 − 10/200).
    expect(meanKeys(windowed, 100)).toBeCloseTo(9.5, 12);
    expect(meanKeys({ ...TINY, slidingWindow: { window: 10, share: 0.5 } }, 100)).toBeCloseTo(29.75, 12);
    expect(meanKeys({ ...TINY, slidingWindow: { window: 200, share: 1 } }, 100)).toBe(50);
  });
});

describe('a layer on one chip', () => {
  it.each([
    ['dense', LLAMA_405B, {}],
    ['mixture', MODELS.mixtral, { expert: 4, expertTensor: 2 }],
    ['latent', MODELS.deepseek, { expert: 8 }],
  ])('is the tensor group’s share of a %s layer', (_, model, experts) => {
    const parallel = { tensor: 8, data: 8, pipeline: 1, ...experts };
    const alone = sizesOf(scenarioWith({ model, parallel: { ...oneChip, data: 8 } }));
    const shared = sizesOf(scenarioWith({ model, parallel }));
    const block = model.experts ? mixtureBlock : denseBlock;
    // With sequence parallel nothing is computed twice, but for copied key and value heads (none with 8 or more).
    expect(flopsOf(attentionBlock(shared)) * 8).toBeCloseTo(flopsOf(attentionBlock(alone)), -3);
    expect(flopsOf(block(shared)) * 8).toBeCloseTo(flopsOf(block(alone)), -3);
  });

  it.each([
    ['Llama', LLAMA_405B, { tensor: 16, pipeline: 9, data: 4 }],
    ['tied', { ...LLAMA_405B, tiedEmbeddings: true }, { tensor: 64, pipeline: 1, data: 1 }],
    ['tied over stages', { ...LLAMA_405B, tiedEmbeddings: true }, { tensor: 64, pipeline: 4, data: 1 }],
    ['Mixtral', MODELS.mixtral, { tensor: 4, pipeline: 2, data: 16, expert: 8, expertTensor: 4 }],
    ['DeepSeek', MODELS.deepseek, { tensor: 2, pipeline: 4, data: 64, expert: 64, expertTensor: 1 }],
    ['GPT-3', MODELS.gpt3, { tensor: 8, pipeline: 8, data: 2 }],
  ])('holds the weights that the memory footprint counts: %s', (_, model, parallel) => {
    const scenario = scenarioWith({ model, parallel, training: { globalBatch: 64 } });
    const plan = planStep(scenario);
    splitLayers(model, parallel.pipeline, 1).forEach((stage, index) => {
      const weights = stageWeights([plan.cells[index]]);
      const shard = stageShard(model, stage, scenario.parallel);
      expect(weights.dense / shard.dense).toBeCloseTo(1, 9);
      expect(weights.experts).toBeCloseTo(shard.expert, -1);
    });
  });
});
