import type { ShapeRequest } from '../../src/scenario/scenario.ts';
import type { Model } from './row.ts';

/** GPT-2's 50,257 words, padded as Megatron-LM does at tensor 8; taken where a vocabulary is not published. */
const GPT_VOCAB = 51_200;

/** DeepSeek-V2 and -V3 (their config.json): not in the rows. */
const DEEPSEEK_MLA = { queryRank: 1536, kvRank: 512, nopeDim: 128, ropeDim: 64, valueDim: 128 };

/** The shape behind a row; what rows leave out is read from the model's name. */
export function modelOf(model: Model): ShapeRequest {
  const { name, layers, hidden, heads } = model;
  const kvHeads = model.kvHeads ?? heads;
  const mla = model.attention === 'MLA' ? DEEPSEEK_MLA : null;
  const shape: ShapeRequest = {
    name,
    layers,
    hidden,
    heads,
    kvHeads: mla ? heads : kvHeads,
    ffn: model.ffn ?? model.moeFfn ?? 4 * hidden,
    gated: isGated(name),
    vocab: model.vocab ?? GPT_VOCAB,
    // MosaicML's models share the embedding with the head.
    tiedEmbeddings: name.startsWith('MPT'),
    mla,
    slidingWindow: /GPT-OSS/i.test(name) ? { window: 128, share: 0.5 } : null,
    experts: model.experts
      ? {
          count: model.experts,
          active: model.topk ?? 1,
          ffn: model.moeFfn ?? model.ffn ?? undefined,
          shared: model.sharedExperts ?? (/DeepSeek-V2/i.test(name) ? 2 : 0),
          firstDense: model.denseLayers ?? 0,
        }
      : null,
  };
  const headDim = headDimOf(model);
  return mla || headDim === null ? shape : { ...shape, headDim };
}

/** GPT, OPT, MPT and Nemotron have plain MLPs; the families after Llama gated ones. */
function isGated(name: string): boolean {
  return !/^(GPT(?!-OSS)|OPT|MPT|Nemotron|PaLM|BLOOM|MT-NLG)/i.test(name);
}

/** Width of a head where it is not hidden ÷ heads. */
function headDimOf({ name, note, headDim }: Model): number | null {
  if (headDim) return headDim;
  if (/GPT-OSS/i.test(name)) return 64;
  if (/Qwen3|MaxText/i.test(name)) return 128;
  const said = /head_dim (\d+)/.exec(note ?? '');
  return said ? Number(said[1]) : null;
}
