import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chips } from '../../src/facts/chips.ts';
import { domainSize } from '../../src/facts/cluster.ts';
import { clusters } from '../../src/facts/clusters.ts';
import { models } from '../../src/facts/models.ts';
import { layoutProblem } from '../../src/scenario/check.ts';
import { readConfig } from '../../src/scenario/config.ts';
import { footprint } from '../../src/scenario/footprint.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { publicConfigs } from './configs.ts';

describe('resolveScenario', () => {
  it('opens with Llama 3.1 405B on the campus of October 2025', () => {
    const { cluster, model, training, parallel } = resolveScenario({});
    expect([cluster.id, cluster.chips, model.name]).toEqual(['rainier-2025', 494_592, 'Llama 3.1 405B']);
    expect(parallel).toEqual({
      tensor: 64,
      sequenceParallel: true,
      overlapTensor: false,
      context: 1,
      contextKind: 'ring',
      pipeline: 12,
      virtual: 1,
      expert: 1,
      expertTensor: 1,
      data: 644,
      schedule: '1f1b',
      order: ['tensor', 'context', 'expert', 'data', 'pipeline'],
    });
    expect(training).toEqual({
      sequence: 8192,
      globalBatch: 30_912,
      microbatch: 1,
      precision: 'bf16',
      gradientType: 'fp32',
      optimizer: 'adam',
      recompute: 'none',
      zero: 1,
      shardGroup: 644,
      reshard: true,
    });
  });

  it('keeps what is given and fits the rest around it', () => {
    const { parallel, training } = resolveScenario({ parallel: { tensor: 32 }, training: { microbatch: 2 } });
    expect(parallel).toMatchObject({ tensor: 32, pipeline: 12, data: 1288 });
    expect(training).toMatchObject({ microbatch: 2, globalBatch: 1288 * 2 * 48 });
    const batch = resolveScenario({
      cluster: { chip: 'h100', chips: 1024 },
      model: 'llama-3.1-8b',
      training: { globalBatch: 96 },
    });
    expect(batch.parallel).toMatchObject({ tensor: 2, pipeline: 1, data: 96 });
  });

  it('leaves a given batch four microbatches a stage, and searches where the stages outnumber them', () => {
    const layout = (globalBatch: number) => {
      const { tensor, pipeline, data } = resolveScenario({ training: { globalBatch } }).parallel;
      return { tensor, pipeline, data };
    };
    expect(layout(2048)).toEqual({ tensor: 64, pipeline: 12, data: 32 });
    expect(layout(30_912)).toEqual({ tensor: 64, pipeline: 12, data: 644 });
    expect(layout(7)).toMatchObject({ pipeline: 1, data: 7 });
    expect(layout(999_983)).toMatchObject({ pipeline: 2, data: 1 });
  });

  it('keeps an open batch short enough to be simulated, however many the stages', () => {
    const { training } = resolveScenario({
      cluster: { chip: 'h100', chips: 10_000 },
      model: { layers: 10_000, hidden: 64, heads: 1, ffn: 64, vocab: 100 },
      parallel: { pipeline: 10_000, tensor: 1, data: 1 },
    });
    expect(training.globalBatch).toBe(200);
  });

  it('takes the smallest tensor × pipeline that fits', () => {
    const h100 = { chip: 'h100', chips: 1024 };
    const size = (model: string) => {
      const { tensor, pipeline, expert, data } = resolveScenario({ cluster: h100, model }).parallel;
      return { tensor, pipeline, expert, data };
    };
    expect(size('llama-3.1-8b')).toEqual({ tensor: 2, pipeline: 1, expert: 1, data: 512 });
    expect(size('llama-3.1-70b')).toEqual({ tensor: 8, pipeline: 1, expert: 1, data: 128 });
    expect(size('deepseek-v3')).toEqual({ tensor: 1, pipeline: 16, expert: 8, data: 64 });
  });

  it('recomputes where the memory for all activations would take twice the chips', () => {
    const { training } = resolveScenario({ cluster: { chip: 'h100', chips: 1024 }, model: 'llama-3.1-405b' });
    expect(training.recompute).toBe('full');
  });

  it('gives a layout to a model that fits nowhere', () => {
    const scenario = resolveScenario({ cluster: { chip: 'a100', chips: 8 }, model: 'llama-3.1-405b' });
    expect(scenario.parallel).toMatchObject({ tensor: 8, pipeline: 1, data: 1 });
    expect(footprint(scenario).fits).toBe(false);
  });

  it('spreads experts so that they divide a given data', () => {
    for (const data of [12, 7, 30, 64]) {
      const { expert } = resolveScenario({
        model: 'mixtral-8x22b',
        parallel: { tensor: 8, pipeline: 4, data },
      }).parallel;
      expect(data % expert, `data ${data}, expert ${expert}`).toBe(0);
    }
  });

  it('interleaves where virtual or the schedule says so', () => {
    expect(resolveScenario({ parallel: { virtual: 2 } }).parallel.schedule).toBe('interleaved');
    expect(resolveScenario({ parallel: { schedule: 'interleaved' } }).parallel.virtual).toBe(2);
  });

  it.each<[Scenario, string]>([
    [{ parallel: { tensor: 48 } }, 'parallel.tensor must divide heads (128): 48'],
    [{ model: 'gpt-oss-120b', parallel: { tensor: 128 } }, 'parallel.tensor must divide heads (64): 128'],
    [{ model: 'deepseek-v3', parallel: { expert: 3 } }, 'parallel.expert must divide the experts (256): 3'],
    [
      { model: 'deepseek-v3', cluster: 'ultraserver', parallel: { expert: 4, data: 2 } },
      'parallel.expert must divide data × context (2): 4',
    ],
    [
      { parallel: { tensor: 64, pipeline: 12, data: 645 } },
      'parallel tensor × context × pipeline × data must be at most the chips (494592): 495360',
    ],
    [{ parallel: { pipeline: 127 } }, 'parallel.pipeline × virtual (1) must be at most layers (126): 127'],
    [{ parallel: { virtual: 2, schedule: '1f1b' } }, 'parallel.virtual must be 1 with schedule 1f1b: 2'],
    [
      { parallel: { data: 644 }, training: { globalBatch: 1000 } },
      'training.globalBatch must be a multiple of data × microbatch (644): 1000',
    ],
    [
      { parallel: { data: 1, pipeline: 12, tensor: 64 }, training: { globalBatch: 999_983 } },
      'training.globalBatch must be at most 166666 with data × microbatch (1) and pipeline × virtual (12): 999983',
    ],
    [{ training: { precision: 'nvfp4' } }, 'training.precision has no peak rate on Trainium2: nvfp4'],
    [
      { parallel: { schedule: 'dualpipe', pipeline: 7 } },
      'parallel.pipeline must be even with schedule dualpipe: 7',
    ],
    [
      { parallel: { schedule: 'dualpipe', pipeline: 4, data: 2 }, training: { globalBatch: 12 } },
      'training.globalBatch must be an even number, at least 8, of data × microbatch (2) with schedule dualpipe: 12',
    ],
    [
      { parallel: { data: 644 }, training: { shardGroup: 5 } },
      'training.shardGroup must divide data × context (644): 5',
    ],
    [
      { cluster: 'rainier' },
      'cluster must be one of rainier-2025, rainier-2026, rainier-plan, ultraserver: rainier',
    ],
    [{ model: { layers: 4, hidden: 64 } }, 'model.heads is missing'],
  ])('refuses %#: names field and value', (scenario, message) => {
    expect(() => resolveScenario(scenario)).toThrow(message);
  });

  it('lays out every preset and public config on every preset and chip within the rules', () => {
    const shapes = [
      ...Object.keys(models),
      ...Object.values(publicConfigs).map(({ config }) => ({ config })),
    ];
    const places = [...Object.keys(clusters), ...Object.keys(chips).map((chip) => ({ chip, chips: 512 }))];
    for (const model of shapes) {
      for (const cluster of places) {
        const scenario = resolveScenario({ model, cluster });
        const { tensor, context, pipeline, data } = scenario.parallel;
        expect(layoutProblem(scenario)).toBeNull();
        expect(tensor * context * pipeline * data).toBeLessThanOrEqual(scenario.cluster.chips);
        expect(tensor).toBeLessThanOrEqual(domainSize(scenario.cluster.scaleUp));
        expect(footprint(scenario).stages).toHaveLength(pipeline);
      }
    }
  });

  it('is a fixed point: a resolved layout resolves to itself', () => {
    const shape = fc.constantFrom(...Object.keys(models));
    const place = fc.constantFrom<Scenario['cluster']>('rainier-2025', 'ultraserver', {
      chip: 'h100',
      chips: 384,
    });
    fc.assert(
      fc.property(shape, place, (model, cluster) => {
        const { training, parallel } = resolveScenario({ model, cluster });
        const again = resolveScenario(parseScenario({ model, cluster, training, parallel }));
        expect(again.training).toEqual(training);
        expect(again.parallel).toEqual(parallel);
      }),
      { numRuns: 30 },
    );
  });

  it('reads a config.json as the shape of its preset', () => {
    const config = publicConfigs['llama-2-7b'].config;
    expect(resolveScenario({ model: { config } }).model).toEqual(readConfig(config));
  });
});
