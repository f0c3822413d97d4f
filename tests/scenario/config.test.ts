import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelTypes, readConfig, readConfigText } from '../../src/scenario/config.ts';
import { ScenarioError } from '../../src/scenario/error.ts';
import { countParameters } from '../../src/scenario/parameters.ts';
import { grok1, publicConfigs } from './configs.ts';

const llama = publicConfigs['llama-2-7b'].config;

describe('readConfig', () => {
  it.each(Object.keys(publicConfigs))('counts the weights of %s within 0.1 %%', (name) => {
    const { config, parameters, active } = publicConfigs[name];
    const count = countParameters(readConfig(config));
    expect(Math.abs(count.parameters / (parameters * 1e9) - 1)).toBeLessThan(0.001);
    if (active === undefined) expect(count.activeParameters).toBe(count.parameters);
    else expect(Math.abs(count.activeParameters / (active * 1e9) - 1)).toBeLessThan(0.005);
  });

  it.each([
    ['llama-2-7b', 6_738_415_616],
    ['mistral-7b', 7_241_732_096],
    ['mixtral-8x7b', 46_702_792_704],
    ['qwen2.5-7b', 7_615_616_512],
    ['qwen3-0.6b', 596_049_920],
    ['qwen3-30b-a3b', 30_532_122_624],
    ['gpt-oss-20b', 20_914_757_184],
    ['gemma-2-9b', 9_241_705_984],
    ['phi-4', 14_659_507_200],
    ['pythia-6.9b', 6_857_302_016],
    ['gpt2', 124_439_808],
    ['bloom-7b1', 7_069_016_064],
    ['opt-350m', 331_196_416],
  ])('counts every weight that the published file of %s holds', (name, weights) => {
    expect(countParameters(readConfig(publicConfigs[name].config)).parameters).toBe(weights);
  });

  it('knows Grok-1 behind the type mixtral', () => {
    const shape = readConfig(grok1);
    expect(shape).toMatchObject({ tiedEmbeddings: true, normsPerLayer: 4 });
    expect(Math.abs(countParameters(shape).parameters / 314e9 - 1)).toBeLessThan(0.01);
  });

  it('gives every head its own key and value where none are counted', () => {
    expect(readConfig(llama)).toMatchObject({ heads: 32, kvHeads: 32, headDim: 128, attention: 'mha' });
  });

  it('takes a head width that is given over hidden ÷ heads', () => {
    expect(readConfig(publicConfigs['qwen3-30b-a3b'].config)).toMatchObject({
      headDim: 128,
      hidden: 2048,
      heads: 32,
    });
  });

  it('reads the language model out of a multimodal file', () => {
    const nested = {
      model_type: 'something_new',
      vision_config: {},
      text_config: llama,
      tie_word_embeddings: true,
    };
    expect(readConfig(nested)).toEqual({ ...readConfig(llama), name: 'Llama 6.6B', tiedEmbeddings: true });
  });

  it('keeps listed and interleaved layers dense', () => {
    const moe = publicConfigs['qwen2-57b-a14b'].config;
    expect(readConfig({ ...moe, mlp_only_layers: [0, 1, 5] }).experts).toMatchObject({
      firstDense: 2,
      every: 1,
      dense: [5],
    });
    expect(readConfig({ ...moe, decoder_sparse_step: 2 }).experts).toMatchObject({ firstDense: 0, every: 2 });
    const lite = publicConfigs['deepseek-v2-lite'].config;
    expect(readConfig({ ...lite, moe_layer_freq: 2 }).experts).toMatchObject({ firstDense: 1, every: 2 });
  });

  it('reads windows: of all layers, of every second, of none', () => {
    expect(readConfig(publicConfigs['mistral-7b'].config).slidingWindow).toEqual({ window: 4096, share: 1 });
    expect(readConfig(publicConfigs['gemma-2-9b'].config).slidingWindow).toEqual({
      window: 4096,
      share: 0.5,
    });
    expect(readConfig(publicConfigs['qwen2.5-7b'].config).slidingWindow).toBeNull();
  });

  it.each([
    [{ ...llama, num_hidden_layers: undefined }, 'num_hidden_layers is missing from config.json'],
    [{ ...llama, num_hidden_layers: -3 }, 'num_hidden_layers must be a whole number from 1 to 10000: -3'],
    [
      { ...llama, num_hidden_layers: 1e9 },
      'num_hidden_layers must be a whole number from 1 to 10000: 1000000000',
    ],
    [{ ...llama, hidden_size: 0 }, 'hidden_size must be a whole number from 1 to 10000000: 0'],
    [{ ...llama, hidden_size: '4096' }, 'hidden_size must be a whole number from 1 to 10000000: "4096"'],
    [{ ...llama, num_attention_heads: 33 }, 'num_attention_heads must divide hidden_size (4096): 33'],
    [{ ...llama, num_key_value_heads: 5 }, 'num_key_value_heads must divide the heads (32): 5'],
    [
      { ...llama, intermediate_size: 2.5 },
      'intermediate_size must be a whole number from 1 to 10000000: 2.5',
    ],
    [{ ...llama, model_type: undefined }, 'model_type is missing from config.json'],
    [{ ...llama, model_type: 'mamba' }, `model_type must be one of ${modelTypes.join(', ')}: mamba`],
    [
      { ...llama, model_type: 'constructor' },
      `model_type must be one of ${modelTypes.join(', ')}: constructor`,
    ],
    [{ ...llama, tie_word_embeddings: 'yes' }, 'tie_word_embeddings must be true or false: yes'],
    [
      { ...publicConfigs['mixtral-8x7b'].config, num_experts_per_tok: 9 },
      'num_experts_per_tok must be at most the experts (8): 9',
    ],
    [[], 'config.json must be a JSON object: a list of 0'],
    [null, 'config.json must be a JSON object: null'],
  ])('refuses %#: names field and value', (config, message) => {
    expect(() => readConfig(config)).toThrow(message);
  });
});

describe('readConfigText', () => {
  it('refuses what is no JSON, and 50 MB before reading it', () => {
    expect(() => readConfigText('<!doctype html>')).toThrow('config.json must be JSON: <!doctype html>');
    expect(() => readConfigText('')).toThrow('config.json must be JSON: empty text');
    const huge = ' '.repeat(50e6);
    const start = performance.now();
    expect(() => readConfigText(huge)).toThrow('config.json must be at most 1 MB of text: 50.0 MB');
    expect(performance.now() - start).toBeLessThan(50);
  });

  it('gives a model or one short sentence, whatever the values', () => {
    const names = Object.values(publicConfigs).map(({ config }) => config);
    const mutation = fc.constantFrom(...names).chain((config) =>
      fc.record({
        config: fc.constant(config),
        field: fc.constantFrom(...Object.keys(config)),
        value: fc.oneof(fc.anything(), fc.double(), fc.constantFrom(1e308, '__proto__', -0)),
      }),
    );
    fc.assert(
      fc.property(mutation, ({ config, field, value }) => {
        try {
          const { parameters } = countParameters(readConfig({ ...config, [field]: value }));
          expect(Number.isFinite(parameters)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError);
          expect((error as Error).message.length).toBeLessThan(400);
          expect((error as Error).message).not.toContain('\n');
        }
      }),
      { numRuns: 500 },
    );
  });
});
