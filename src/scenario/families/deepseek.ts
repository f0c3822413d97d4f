import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readExperts, readMla, readTied } from '../decoder.ts';
import { count, type Fields, firstOf, flag, MOST, optionalCount } from '../fields.ts';

/**
 * DeepSeek V2 and V3, and Kimi K2 in the same form: latent attention, leading dense layers, then mixtures with shared
 * experts. `num_key_value_heads` and `head_dim` say nothing here; the multi-token-prediction layers of
 * `num_nextn_predict_layers` are left out.
 */
export function deepseek(fields: Fields): ModelShape {
  const mla = readMla(fields);
  const headDim = mla.nopeDim + mla.ropeDim;
  const counts = { ...readCounts(fields, headDim), headDim };
  const { layers, hidden } = counts;
  const latentNorms = mla.queryRank + mla.kvRank;
  const bias = flag(fields, 'attention_bias', false) ? mla.queryRank + mla.kvRank + mla.ropeDim + hidden : 0;
  const first = optionalCount(fields, ['first_k_dense_replace'], MOST.layers, 0) ?? 0;
  const step = optionalCount(fields, ['moe_layer_freq'], MOST.layers) ?? 1;
  const shared = optionalCount(fields, ['n_shared_experts'], MOST.experts, 0) ?? 0;
  // A file of this family without experts is a dense model.
  const experts = firstOf(fields, ['n_routed_experts', 'num_experts', 'num_local_experts'])
    ? readExperts(fields, layers, (layer) => layer >= first && layer % step === 0, {
        shared,
        sharedFfn: shared * count(fields, ['moe_intermediate_size'], MOST.width),
      })
    : null;
  return decoder(counts, {
    attention: 'mla',
    mla,
    tiedEmbeddings: readTied(fields, false),
    experts,
    extraPerLayer: latentNorms + bias,
  });
}
