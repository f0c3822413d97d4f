import type { ModelShape } from '../../../src/facts/model.ts';
import { LLAMA_405B } from '../scenario.ts';

/** Shapes of other sorts than Llama. */
export const MODELS = {
  gpt3: {
    ...LLAMA_405B,
    ...{ name: 'GPT-3', layers: 96, hidden: 12288, heads: 96, kvHeads: 96, headDim: 128, ffn: 49152 },
    ...{
      gated: false,
      vocab: 51200,
      attention: 'mha',
      normsPerLayer: 4,
      extraPerLayer: 100_000,
      extra: 24576,
    },
    positions: 2048,
  },
  mixtral: {
    ...LLAMA_405B,
    ...{ name: 'Mixtral 8x22B', layers: 56, hidden: 6144, heads: 48, kvHeads: 8, headDim: 128, ffn: 16384 },
    ...{ vocab: 32768, extra: 6144 },
    experts: { count: 8, active: 2, shared: 0, ffn: 16384, sharedFfn: 0, firstDense: 0, every: 1 },
  },
  deepseek: {
    ...LLAMA_405B,
    ...{ name: 'DeepSeek-V3', layers: 61, hidden: 7168, heads: 128, kvHeads: 128, headDim: 192, ffn: 18432 },
    ...{ vocab: 129280, attention: 'mla', extra: 7168 },
    mla: { queryRank: 1536, kvRank: 512, nopeDim: 128, ropeDim: 64, valueDim: 128 },
    experts: { count: 256, active: 8, shared: 1, ffn: 2048, sharedFfn: 2048, firstDense: 3, every: 1 },
  },
} satisfies Record<string, ModelShape>;
