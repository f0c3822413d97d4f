import type { ExpertShape, MlaShape, ModelShape } from '../facts/model.ts';
import { ScenarioError } from './error.ts';
import { count, type Fields, flag, MOST, optionalCount } from './fields.ts';
import { mixturePattern } from './layers.ts';

/** Names under which families and versions of the transformers library carry the same count; first found wins. */
export const NAMES = {
  layers: ['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers'],
  hidden: ['hidden_size', 'n_embd', 'n_embed', 'd_model'],
  heads: ['num_attention_heads', 'n_head', 'n_heads'],
  kvHeads: ['num_key_value_heads', 'num_kv_heads', 'n_head_kv'],
  ffn: ['intermediate_size', 'ffn_dim', 'n_inner', 'ffn_hidden_size'],
  vocab: ['vocab_size', 'padded_vocab_size'],
  positions: ['max_position_embeddings', 'n_positions', 'n_ctx'],
  experts: ['num_local_experts', 'num_experts', 'n_routed_experts'],
  active: ['num_experts_per_tok', 'experts_per_token'],
  expertFfn: ['moe_intermediate_size', 'intermediate_size'],
} as const;

/** The counts that every decoder has; `ffn` is undefined where the file leaves it to the family. */
export interface Counts {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly headDim: number;
  readonly ffn: number | undefined;
  readonly vocab: number;
}

/** Reads the counts. Without `head_dim` the hidden width is shared out among the heads, or `headDim` is taken. */
export function readCounts(fields: Fields, headDim?: number): Counts {
  const layers = count(fields, NAMES.layers, MOST.layers);
  const hidden = count(fields, NAMES.hidden, MOST.width);
  const heads = count(fields, NAMES.heads, MOST.heads);
  const given = optionalCount(fields, ['head_dim'], MOST.width) ?? headDim;
  if (given === undefined && hidden % heads !== 0) {
    throw new ScenarioError(NAMES.heads[0], `must divide hidden_size (${hidden})`, heads);
  }
  return {
    layers,
    hidden,
    heads,
    headDim: given ?? hidden / heads,
    ffn: optionalCount(fields, NAMES.ffn, MOST.width),
    vocab: count(fields, NAMES.vocab, MOST.vocab),
  };
}

/** Key and value heads; absent means one for every head. */
export function readKvHeads(fields: Fields, heads: number): number {
  const kvHeads = optionalCount(fields, NAMES.kvHeads, MOST.heads) ?? heads;
  if (heads % kvHeads !== 0)
    throw new ScenarioError(NAMES.kvHeads[0], `must divide the heads (${heads})`, kvHeads);
  return kvHeads;
}

/** Learned rows of a position table. */
export function readPositions(fields: Fields): number {
  return count(fields, NAMES.positions, MOST.vocab);
}

/** Whether the output head is the input embedding. */
export function readTied(fields: Fields, otherwise: boolean): boolean {
  return flag(fields, 'tie_word_embeddings', otherwise);
}

/** The experts of the layers for which `mixture` holds; null where there are none. */
export function readExperts(
  fields: Fields,
  layers: number,
  mixture: (layer: number) => boolean,
  rest: Partial<Pick<ExpertShape, 'shared' | 'sharedFfn' | 'extra'>> = {},
): ExpertShape | null {
  const experts = count(fields, NAMES.experts, MOST.experts);
  const active = count(fields, NAMES.active, MOST.experts);
  if (active > experts)
    throw new ScenarioError(NAMES.active[0], `must be at most the experts (${experts})`, active);
  const pattern = mixturePattern(Array.from({ length: layers }, (_, layer) => mixture(layer)));
  const ffn = count(fields, NAMES.expertFfn, MOST.width);
  return pattern && { count: experts, active, shared: 0, ffn, sharedFfn: 0, ...rest, ...pattern };
}

/** Latent attention of DeepSeek; `q_lora_rank` null or absent means no compression of the query. */
export function readMla(fields: Fields): MlaShape {
  return {
    queryRank: optionalCount(fields, ['q_lora_rank'], MOST.width, 0) ?? 0,
    kvRank: count(fields, ['kv_lora_rank'], MOST.width),
    nopeDim: count(fields, ['qk_nope_head_dim'], MOST.width),
    ropeDim: count(fields, ['qk_rope_head_dim'], MOST.width),
    valueDim: count(fields, ['v_head_dim'], MOST.width),
  };
}

/** What a family says beside the counts. */
export type Family = (fields: Fields, counts: Counts) => Partial<ModelShape>;

/** The shape of a gated, untied, RMS-normed decoder of these counts, with what the family says instead. */
export function decoder(counts: Counts, family: Partial<ModelShape>): ModelShape {
  const { layers, hidden, heads, headDim, vocab } = counts;
  const kvHeads = family.kvHeads ?? heads;
  const ffn = family.ffn ?? counts.ffn;
  if (ffn === undefined) throw new ScenarioError(NAMES.ffn[0], 'is missing from config.json');
  return {
    name: 'model',
    layers,
    hidden,
    heads,
    headDim,
    vocab,
    gated: true,
    tiedEmbeddings: false,
    attention: kvHeads === heads ? 'mha' : 'gqa',
    mla: null,
    experts: null,
    positions: 0,
    normsPerLayer: 2,
    extraPerLayer: 0,
    extra: hidden,
    slidingWindow: null,
    ...family,
    kvHeads,
    ffn,
  };
}
