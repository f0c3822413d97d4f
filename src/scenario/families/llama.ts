import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readKvHeads, readTied } from '../decoder.ts';
import { type Fields, flag } from '../fields.ts';

/** Llama 1, 2 and 3 and the many that share their form. Biases only where the file asks for them. */
export function llama(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { heads, headDim, hidden, ffn } = counts;
  const kvHeads = readKvHeads(fields, heads);
  const attentionBias = flag(fields, 'attention_bias', false) ? (heads + 2 * kvHeads) * headDim + hidden : 0;
  const mlpBias = flag(fields, 'mlp_bias', false) ? 2 * (ffn ?? 0) + hidden : 0;
  return decoder(counts, {
    kvHeads,
    tiedEmbeddings: readTied(fields, false),
    extraPerLayer: attentionBias + mlpBias,
  });
}
