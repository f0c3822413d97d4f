import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/scenario/error.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { parseScenario, parseScenarioText } from '../../src/scenario/schema.ts';

describe('parseScenario', () => {
  it('takes what it is given', () => {
    const scenario = {
      version: 1,
      cluster: { chip: 'h100', chips: 64, scaleOut: { bandwidth: 5e10, latency: 5e-6, oversubscription: 1 } },
      model: { layers: 4, hidden: 64, heads: 4, experts: { count: 8, active: 2 } },
      training: { sequence: 128, recompute: { attention: 0.5 } },
      parallel: { order: ['tensor', 'data', 'pipeline', 'context', 'expert'] },
      run: { tokens: 1e13 },
      faults: [{ at: 'b1/h2/r3/u4', kind: 'straggler', factor: 0.5 }],
      seed: 7,
    };
    expect(parseScenario(scenario)).toEqual(scenario);
  });

  it.each([
    [{ training: { sequnce: 8192 } }, 'training.sequnce is not a field of a scenario'],
    [{ training: { sequence: 0 } }, 'training.sequence must be a whole number from 1 to 100000000: 0'],
    [
      { training: { sequence: Number.NaN } },
      'training.sequence must be a whole number from 1 to 100000000: NaN',
    ],
    [
      { training: { precision: 'int4' } },
      'training.precision must be one of bf16, fp16, fp8, mxfp8, nvfp4: int4',
    ],
    [{ training: { recompute: { mlp: 2 } } }, 'training.recompute.mlp must be a number from 0 to 1: 2'],
    [
      { cluster: { chip: 'v100' } },
      'cluster.chip must be one of trainium2, trainium1, trainium3, a100, h100, b200, tpu-v5p: v100',
    ],
    [{ cluster: { scaleUp: { kind: 'mesh' } } }, 'cluster.scaleUp.kind must be one of torus, switch: mesh'],
    [{ cluster: { scaleUp: { size: 8, wrap: true } } }, 'cluster.scaleUp.wrap is not a field of a scenario'],
    [{ model: { config: {}, layers: 3 } }, 'model.layers is not a field of a scenario'],
    [
      { parallel: { order: ['tensor', 'tensor', 'data', 'expert', 'context'] } },
      'parallel.order must have each of',
    ],
    [{ faults: [{ at: 'x9', kind: 'chip' }] }, 'faults.0.at must be an address such as b3/h2/r4/u17: x9'],
    [{ version: 2 }, 'version must be one of 1: 2'],
    [JSON.parse('{"training":{"__proto__":{"zero":1}}}'), 'training.__proto__ is not a field of a scenario'],
    [{ model: 'x'.repeat(1e6) }, `: ${'x'.repeat(60)}…`],
    [[], 'scenario must be a JSON object: a list of 0'],
    [null, 'scenario must be a JSON object: null'],
  ])('refuses %#: names field and value', (value, message) => {
    expect(() => parseScenario(value)).toThrow(message);
  });

  it('refuses text that is no JSON', () => {
    expect(() => parseScenarioText('{"seed":')).toThrow('scenario must be JSON: {"seed":');
  });

  it('survives a scenario nested a hundred thousand deep', () => {
    const text = `{"model":{"config":${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}}}`;
    expect(() => resolveScenario(parseScenarioText(text))).toThrow('model_type is missing from config.json');
  });

  it('gives a scenario or one short sentence for any value in any field', () => {
    const group = fc.constantFrom('training', 'parallel', 'run', 'stack', 'cluster', 'model');
    const field = fc.oneof(
      fc.string(),
      fc.constantFrom('tensor', 'sequence', 'chips', 'layers', 'experts', '__proto__', 'toString'),
    );
    const value = fc.oneof(
      fc.anything(),
      fc.double(),
      fc.constantFrom(1e308, -1, Number.NaN, Number.POSITIVE_INFINITY),
    );
    fc.assert(
      fc.property(group, field, value, (outer, inner, hostile) => {
        try {
          resolveScenario(parseScenario({ [outer]: Object.fromEntries([[inner, hostile]]) }));
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
