import { describe, expect, it } from 'vitest';
import { readFile, readText, savedText, withCluster, withModel } from '../../../src/panels/scenario/file.ts';
import { allowed } from '../../../src/panels/scenario/useAttempt.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';

const config = {
  model_type: 'llama',
  hidden_size: 2048,
  num_hidden_layers: 16,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 8192,
  vocab_size: 128_256,
  tie_word_embeddings: true,
};

describe('a file', () => {
  it('with a config.json becomes the model, and frees layout and batch', () => {
    const before = { parallel: { tensor: 64 }, training: { sequence: 4096, globalBatch: 99 }, seed: 3 };
    const after = readText(JSON.stringify(config))(before);
    expect(after).toMatchObject({
      training: { sequence: 4096 },
      seed: 3,
      model: { hidden: 2048, layers: 16 },
    });
    expect(after).not.toHaveProperty('parallel');
    expect(after.training).not.toHaveProperty('globalBatch');
    expect(resolveScenario(after).model.hidden).toBe(2048);
  });

  it('with a scenario replaces the whole', () => {
    expect(readText('{"version":1,"cluster":"ultraserver"}')({ seed: 3 })).toEqual({
      version: 1,
      cluster: 'ultraserver',
    });
    expect(() => readText('{"version":1,"cluster":7}')).toThrow(/cluster/);
  });

  it('that is neither is refused by field and value', () => {
    expect(() => readText('hello')).toThrow(/JSON/);
    expect(() => readText('{"a":1}', 'list.json')).toThrow(
      'list.json must hold a model (config.json), a scenario or a tour: an object',
    );
    expect(() => readText('{"hidden_size":8}')).toThrow('model_type is missing from config.json');
    expect(() => readText('[1]')).toThrow('config.json must be a JSON object: a list of 1');
    expect(() => readText(JSON.stringify({ ...config, hidden_size: -5 }))).toThrow(/hidden_size.*-5/);
  });

  it('of bytes is not quoted', async () => {
    const image = { name: 'me.png', size: 8, text: async () => '\uFFFDPNG\r\n\u001A\n' };
    await expect(readFile(image)).rejects.toThrow('me.png must be JSON: binary data');
  });

  it('of 50 MB is refused unread', async () => {
    const huge = { name: 'weights.bin', size: 50e6, text: () => Promise.reject(new Error('was read')) };
    await expect(readFile(huge)).rejects.toThrow('weights.bin must be at most 1 MB of text: 50.0 MB');
  });
});

describe('another model or cluster', () => {
  it('frees what was made for the last one', () => {
    const before = { parallel: { data: 3 }, training: { globalBatch: 9 } };
    expect(withModel(before, 'gpt3-175b')).toEqual({ model: 'gpt3-175b' });
    expect(withCluster({ ...before, model: 'gpt3-175b' }, 'ultraserver')).toEqual({
      model: 'gpt3-175b',
      cluster: 'ultraserver',
    });
  });
});

describe('allowed', () => {
  it('makes an earlier batch automatic that no longer divides, and refuses a new one', () => {
    const before = { training: { globalBatch: 30_912 } };
    const after = allowed((s) => ({ ...s, parallel: { data: 500 } }), before);
    expect(after).toEqual({ training: {}, parallel: { data: 500 } });
    expect(() =>
      allowed((s) => ({ ...s, training: { globalBatch: 7 }, parallel: { data: 500 } }), before),
    ).toThrow(/globalBatch/);
  });
});

describe('a saved scenario', () => {
  it('comes back as it was', () => {
    const scenario = { cluster: 'ultraserver', training: { sequence: 4096 }, seed: 7 };
    expect(readText(savedText(scenario))({})).toEqual({ version: 1, ...scenario });
    expect(readText(savedText({}))({ seed: 3 })).toEqual({ version: 1 });
  });

  it('is refused with the field and value that are wrong', () => {
    expect(() => readText('{"version":1,"training":{"sequence":-5}}')).toThrow(/training\.sequence.*-5/);
    expect(() => readText('{"version":1,"modle":"tiny"}')).toThrow(/modle/);
  });
});
