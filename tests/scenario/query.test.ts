import fc from 'fast-check';
import LZString from 'lz-string';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/scenario/config.ts';
import { readScenarioQuery, writeScenarioQuery } from '../../src/scenario/query.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { publicConfigs } from './configs.ts';

describe('writeScenarioQuery', () => {
  it('writes dotted paths, with commas in the order', () => {
    expect(
      writeScenarioQuery({
        cluster: 'ultraserver',
        training: { sequence: 4096, recompute: { mlp: 0.5 } },
        parallel: { sequenceParallel: true, order: ['tensor', 'context', 'expert', 'data', 'pipeline'] },
      }),
    ).toEqual({
      cluster: 'ultraserver',
      'training.sequence': '4096',
      'training.recompute.mlp': '0.5',
      'parallel.sequenceParallel': 'true',
      'parallel.order': 'tensor,context,expert,data,pipeline',
    });
    expect(writeScenarioQuery({})).toEqual({});
  });

  it('carries a config.json as its shape in under 600 characters', () => {
    const config = { ...publicConfigs['deepseek-v2-lite'].config, padding: 'x'.repeat(10_000) };
    const pairs = writeScenarioQuery({ model: { config } });
    expect(Object.values(pairs).join('').length).toBeLessThan(600);
    expect(readScenarioQuery(pairs)).toEqual({ scenario: { model: readConfig(config) }, problems: [] });
  });

  it('compresses what dotted paths cannot say', () => {
    const cluster = {
      chips: 64,
      scaleUp: { kind: 'switch', size: 8, bandwidth: 4e11, latency: 1e-6 },
    } as const;
    const pairs = writeScenarioQuery({ cluster, stack: { name: '7' } });
    expect(Object.keys(pairs)).toEqual(['scenario']);
    expect(readScenarioQuery(pairs).scenario).toEqual({ cluster, stack: { name: '7' } });
  });

  it('is read back as the same scenario', () => {
    const scenario = fc.record(
      {
        cluster: fc.oneof(
          fc.constantFrom('rainier-2025', 'ultraserver'),
          fc.record(
            { chip: fc.constantFrom('h100', 'a100'), chips: fc.integer({ min: 1, max: 1e6 }) },
            { requiredKeys: [] },
          ),
        ),
        model: fc.oneof(
          fc.constantFrom('llama-3.1-8b', 'deepseek-v3'),
          fc.record({ name: fc.string({ maxLength: 20 }), layers: fc.nat({ max: 99 }).map((n) => n + 1) }),
        ),
        training: fc.record(
          { sequence: fc.constantFrom(1024, 8192), zero: fc.constantFrom(0, 1) },
          { requiredKeys: [] },
        ),
        stack: fc.record({
          name: fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom('1e3', 'true', '[]', '')),
        }),
        run: fc.record({ tokens: fc.double({ min: 1, max: 1e29, noNaN: true }) }),
        faults: fc.array(fc.record({ at: fc.constant('b1/h1'), kind: fc.constant('chip') }), {
          maxLength: 40,
        }),
        seed: fc.maxSafeNat(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(scenario, (value) => {
        const pairs = writeScenarioQuery(value as Scenario);
        expect(readScenarioQuery(pairs)).toEqual({ scenario: value, problems: [] });
      }),
    );
  });
});

describe('readScenarioQuery', () => {
  it('describes a cluster by single fields, the rest being the usual ones of the chip', () => {
    const { scenario, problems } = readScenarioQuery({
      'cluster.chip.peak.bf16': '1e15',
      'cluster.scaleUp.bandwidth': '9e11',
      'cluster.scaleUp.size': '72',
      'cluster.scaleOut.bandwidth': '5e10',
      'cluster.scaleOut.oversubscription': '2',
    });
    expect(problems).toEqual([]);
    const { cluster } = resolveScenario({ ...scenario, model: 'llama-3.1-8b' });
    expect(cluster).toMatchObject({
      name: '72 described chip',
      chip: { name: 'described chip', peak: { bf16: 1e15 }, memory: 96 * 2 ** 30 },
      scaleUp: { kind: 'switch', size: 72, bandwidth: 9e11, latency: 1e-6 },
      scaleOut: { bandwidth: 5e10, latency: 15e-6, oversubscription: 2 },
    });
    const torus = resolveScenario({ cluster: { scaleUp: { dims: [2, 2] } }, model: 'llama-3.1-8b' });
    expect(torus.cluster.scaleUp).toMatchObject({ kind: 'torus', dims: [2, 2], wrap: true });
  });

  it('keeps the rest where one field is bad', () => {
    const { scenario, problems } = readScenarioQuery({
      'training.sequence': '4096',
      'parallel.tensor': 'many',
      model: 'gpt-5',
      cluster: 'ultraserver',
    });
    expect(scenario).toEqual({ training: { sequence: 4096 }, cluster: 'ultraserver' });
    expect(problems).toEqual([
      {
        key: 'parallel.tensor',
        value: 'many',
        message: 'parallel.tensor must be a whole number from 1 to 100000000: many',
      },
      { key: 'model', value: 'gpt-5', message: expect.stringMatching(/^model must be one of .*: gpt-5$/) },
    ]);
  });

  it('lets dotted keys win over the compressed whole', () => {
    const scenario = LZString.compressToEncodedURIComponent('{"seed":1,"training":{"zero":0}}');
    expect(readScenarioQuery({ seed: '2', scenario }).scenario).toEqual({ seed: 2, training: { zero: 0 } });
  });

  it('refuses compressed text that is broken or unpacks to megabytes', () => {
    const bomb = LZString.compressToEncodedURIComponent('['.repeat(1.1e6));
    const start = performance.now();
    expect(readScenarioQuery({ scenario: bomb }).problems[0].message).toBe(
      'scenario must be at most 1 MB of text: 1.1 MB',
    );
    expect(readScenarioQuery({ scenario: '!!!!' }).problems[0].message).toBe(
      'scenario must be compressed JSON: !!!!',
    );
    expect(readScenarioQuery({ scenario: 'A'.repeat(1e6) }).problems).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('reaches no prototype and never throws, whatever the pairs', () => {
    const key = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom('__proto__', 'constructor', 'prototype', 'training', 'model', 'polluted', 'seed'),
          { minLength: 1, maxLength: 5 },
        )
        .map((p) => p.join('.')),
    );
    const value = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('{"__proto__":{"polluted":1}}', '1e999', '-'),
    );
    fc.assert(
      fc.property(fc.dictionary(key, value), (pairs) => {
        const { problems } = readScenarioQuery(pairs);
        for (const problem of problems) expect(problem.message.length).toBeLessThan(400);
        expect('polluted' in {}).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
