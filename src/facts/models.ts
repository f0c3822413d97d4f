import { type Fact, fact } from './fact.ts';
import type { ModelShape } from './model.ts';

/** A language model that a scenario can name. */
export interface ModelPreset {
  readonly id: string;
  readonly shape: ModelShape;
  /** Weights as its makers state them. */
  readonly parameters: Fact;
  /** Weights a token meets, as stated; null for dense models. */
  readonly activeParameters: Fact | null;
  /** Where the shape stands. */
  readonly source: string;
}

const BILLION = 1e9;

/** Llama's form: gated MLP, RMS norms, rotary positions, untied head, no biases. */
const plain = {
  gated: true,
  tiedEmbeddings: false,
  mla: null,
  experts: null,
  positions: 0,
  normsPerLayer: 2,
  extraPerLayer: 0,
  slidingWindow: null,
} as const;

const LLAMA = 'The Llama 3 Herd of Models (arxiv.org/abs/2407.21783)';
const llamaForm = { ...plain, attention: 'gqa', kvHeads: 8, headDim: 128, vocab: 128_256 } as const;

const PRESETS: readonly ModelPreset[] = [
  {
    id: 'llama-3.1-405b',
    shape: {
      ...llamaForm,
      name: 'Llama 3.1 405B',
      layers: 126,
      hidden: 16_384,
      heads: 128,
      ffn: 53_248,
      extra: 16_384,
    },
    parameters: fact(405 * BILLION, '', LLAMA, 'high'),
    activeParameters: null,
    source: `${LLAMA}, table 3; config.json of meta-llama/Llama-3.1-405B (huggingface.co)`,
  },
  {
    id: 'llama-3.1-70b',
    shape: {
      ...llamaForm,
      name: 'Llama 3.1 70B',
      layers: 80,
      hidden: 8192,
      heads: 64,
      ffn: 28_672,
      extra: 8192,
    },
    parameters: fact(70.6 * BILLION, '', 'Model card of meta-llama/Llama-3.1-70B (huggingface.co)', 'high'),
    activeParameters: null,
    source: `${LLAMA}, table 3; config.json of meta-llama/Llama-3.1-70B (huggingface.co)`,
  },
  {
    id: 'llama-3.1-8b',
    shape: {
      ...llamaForm,
      name: 'Llama 3.1 8B',
      layers: 32,
      hidden: 4096,
      heads: 32,
      ffn: 14_336,
      extra: 4096,
    },
    parameters: fact(8.03 * BILLION, '', 'Model card of meta-llama/Llama-3.1-8B (huggingface.co)', 'high'),
    activeParameters: null,
    source: `${LLAMA}, table 3; config.json of meta-llama/Llama-3.1-8B (huggingface.co)`,
  },
  {
    id: 'mixtral-8x22b',
    shape: {
      ...plain,
      name: 'Mixtral 8x22B',
      attention: 'gqa',
      layers: 56,
      hidden: 6144,
      heads: 48,
      kvHeads: 8,
      headDim: 128,
      ffn: 16_384,
      vocab: 32_000,
      experts: { count: 8, active: 2, shared: 0, ffn: 16_384, sharedFfn: 0, firstDense: 0, every: 1 },
      extra: 6144,
    },
    parameters: fact(
      140.6 * BILLION,
      '',
      'Model card of mistralai/Mixtral-8x22B-v0.1 (huggingface.co)',
      'high',
    ),
    activeParameters: fact(
      39.1 * BILLION,
      '',
      'Mistral AI, Cheaper, Better, Faster, Stronger, April 2024',
      'high',
    ),
    source: 'config.json of mistralai/Mixtral-8x22B-v0.1 (huggingface.co)',
  },
  {
    id: 'deepseek-v3',
    shape: {
      ...plain,
      name: 'DeepSeek-V3',
      attention: 'mla',
      layers: 61,
      hidden: 7168,
      heads: 128,
      kvHeads: 128,
      headDim: 192,
      ffn: 18_432,
      vocab: 129_280,
      mla: { queryRank: 1536, kvRank: 512, nopeDim: 128, ropeDim: 64, valueDim: 128 },
      experts: { count: 256, active: 8, shared: 1, ffn: 2048, sharedFfn: 2048, firstDense: 3, every: 1 },
      extraPerLayer: 2048,
      extra: 7168,
    },
    parameters: fact(671 * BILLION, '', 'DeepSeek-V3 Technical Report (arxiv.org/abs/2412.19437)', 'high'),
    activeParameters: fact(
      37 * BILLION,
      '',
      'DeepSeek-V3 Technical Report (arxiv.org/abs/2412.19437)',
      'high',
    ),
    source:
      'DeepSeek-V3 Technical Report, section 4.2; config.json of deepseek-ai/DeepSeek-V3 (huggingface.co)',
  },
  {
    id: 'gpt3-175b',
    shape: {
      ...plain,
      name: 'GPT-3 175B',
      attention: 'mha',
      layers: 96,
      hidden: 12_288,
      heads: 96,
      kvHeads: 96,
      headDim: 128,
      ffn: 49_152,
      gated: false,
      vocab: 50_257,
      tiedEmbeddings: true,
      positions: 2048,
      normsPerLayer: 4,
      // Biases: four of the attention, one of each MLP matrix.
      extraPerLayer: 5 * 12_288 + 49_152,
      extra: 2 * 12_288,
    },
    parameters: fact(
      175 * BILLION,
      '',
      'Language Models are Few-Shot Learners (arxiv.org/abs/2005.14165)',
      'high',
    ),
    activeParameters: null,
    source: 'Language Models are Few-Shot Learners (arxiv.org/abs/2005.14165), table 2.1; GPT-2 form',
  },
  {
    id: 'qwen3-235b-a22b',
    shape: {
      ...plain,
      name: 'Qwen3 235B-A22B',
      attention: 'gqa',
      layers: 94,
      hidden: 4096,
      heads: 64,
      kvHeads: 4,
      headDim: 128,
      ffn: 12_288,
      vocab: 151_936,
      experts: { count: 128, active: 8, shared: 0, ffn: 1536, sharedFfn: 0, firstDense: 0, every: 1 },
      extraPerLayer: 256,
      extra: 4096,
    },
    parameters: fact(235 * BILLION, '', 'Qwen3 Technical Report (arxiv.org/abs/2505.09388)', 'high'),
    activeParameters: fact(22 * BILLION, '', 'Qwen3 Technical Report (arxiv.org/abs/2505.09388)', 'high'),
    source: 'config.json of Qwen/Qwen3-235B-A22B (huggingface.co)',
  },
  {
    id: 'gpt-oss-120b',
    shape: {
      ...plain,
      name: 'gpt-oss 120B',
      attention: 'gqa',
      layers: 36,
      hidden: 2880,
      heads: 64,
      kvHeads: 8,
      headDim: 64,
      ffn: 2880,
      vocab: 201_088,
      experts: {
        count: 128,
        active: 4,
        shared: 0,
        ffn: 2880,
        sharedFfn: 0,
        firstDense: 0,
        every: 1,
        extra: 3 * 2880,
      },
      // Biases of queries, keys, values and output, a sink a head, the router's bias.
      extraPerLayer: (64 + 2 * 8) * 64 + 2880 + 64 + 128,
      extra: 2880,
      slidingWindow: { window: 128, share: 0.5 },
    },
    parameters: fact(116.83 * BILLION, '', 'gpt-oss model card (arxiv.org/abs/2508.10925)', 'high'),
    activeParameters: fact(
      5.13 * BILLION,
      '',
      'gpt-oss model card (arxiv.org/abs/2508.10925)',
      'high',
      'Counted there without the input embedding (0.58 billion).',
    ),
    source: 'config.json of openai/gpt-oss-120b (huggingface.co)',
  },
  {
    id: 'llama-4-maverick',
    shape: {
      ...plain,
      name: 'Llama 4 Maverick',
      attention: 'gqa',
      layers: 48,
      hidden: 5120,
      heads: 40,
      kvHeads: 8,
      headDim: 128,
      ffn: 16_384,
      vocab: 202_048,
      experts: { count: 128, active: 1, shared: 1, ffn: 8192, sharedFfn: 8192, firstDense: 0, every: 2 },
      extra: 5120,
      slidingWindow: { window: 8192, share: 0.75 },
    },
    parameters: fact(400 * BILLION, '', 'Meta AI, The Llama 4 herd, April 2025 (ai.meta.com)', 'high'),
    activeParameters: fact(17 * BILLION, '', 'Meta AI, The Llama 4 herd, April 2025 (ai.meta.com)', 'high'),
    source: 'config.json of meta-llama/Llama-4-Maverick-17B-128E (huggingface.co)',
  },
];

/** The presets, by id. The first is the one the page opens with. */
export const models: Readonly<Record<string, ModelPreset>> = Object.fromEntries(
  PRESETS.map((p) => [p.id, p]),
);
