import type { ModelShape } from '../../src/facts/model.ts';
import type { ResolvedScenario } from '../../src/scenario/scenario.ts';

/** Llama 3.1 405B. */
export const LLAMA_405B: ModelShape = {
  name: 'Llama 3.1 405B',
  layers: 126,
  hidden: 16384,
  heads: 128,
  kvHeads: 8,
  headDim: 128,
  ffn: 53248,
  gated: true,
  vocab: 128256,
  tiedEmbeddings: false,
  attention: 'gqa',
  mla: null,
  experts: null,
  positions: 0,
  normsPerLayer: 2,
  extraPerLayer: 0,
  extra: 16384,
  slidingWindow: null,
};

/** A model small enough to count by hand: 4 layers, hidden 8, 2 heads of 4, MLP 16 without a gate. */
export const TINY: ModelShape = {
  ...LLAMA_405B,
  name: 'tiny',
  layers: 4,
  hidden: 8,
  heads: 2,
  kvHeads: 2,
  headDim: 4,
  ffn: 16,
  gated: false,
  vocab: 32,
  extra: 8,
};

type Changes = {
  model?: ModelShape;
  cluster?: Partial<ResolvedScenario['cluster']>;
  training?: Partial<ResolvedScenario['training']>;
  parallel?: Partial<ResolvedScenario['parallel']>;
  stack?: Partial<ResolvedScenario['stack']>;
} & Partial<Pick<ResolvedScenario, 'run' | 'faults'>>;

/** The default job of Rainier, resolved by hand, with changes. */
export function scenarioWith(changes: Changes = {}): ResolvedScenario {
  return {
    version: 1,
    cluster: {
      id: null,
      name: 'test',
      chip: {
        name: 'Trainium2',
        peak: { bf16: 667e12, fp8: 1299e12 },
        memory: 96 * 2 ** 30,
        memoryBandwidth: 2.9e12,
        watts: 500,
      },
      chips: 494_592,
      scaleUp: {
        kind: 'torus',
        dims: [4, 4, 4],
        wrap: true,
        linkBandwidth: [128e9, 128e9, 64e9],
        latency: 1.5e-6,
      },
      scaleOut: { bandwidth: 25e9, latency: 15e-6, oversubscription: 1 },
      site: null,
      ...changes.cluster,
    },
    model: changes.model ?? LLAMA_405B,
    training: {
      sequence: 8192,
      globalBatch: 30_912,
      microbatch: 1,
      precision: 'bf16',
      gradientType: 'fp32',
      optimizer: 'adam',
      recompute: 'selective',
      zero: 1,
      shardGroup: changes.parallel?.data ?? 644,
      reshard: true,
      ...changes.training,
    },
    parallel: {
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
      ...changes.parallel,
    },
    stack: {
      name: 'neuron',
      attentionKernel: 'flash',
      earlyStopRecompute: true,
      overlapGradients: true,
      fp8Recipe: 'tensorwise',
      dropout: false,
      evenStages: false,
      fusedLoss: true,
      fusedOperators: true,
      asyncTensor: false,
      overlapWeights: false,
      sendOnce: false,
      overlapExperts: false,
      graphs: false,
      keepsOutputs: false,
      gradientBuffer: false,
      ...changes.stack,
    },
    run: changes.run ?? null,
    faults: changes.faults ?? [],
    seed: 1,
  };
}
