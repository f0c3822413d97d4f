import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readTied } from '../decoder.ts';
import { type Fields, flag } from '../fields.ts';

/** GPT-NeoX and Pythia: two matrices in the MLP, biases everywhere, every head its own key and value, rotary positions. */
export function gptNeox(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { hidden } = counts;
  const ffn = counts.ffn ?? 4 * hidden;
  const attentionBias = flag(fields, 'attention_bias', true) ? 4 * hidden : 0;
  return decoder(counts, {
    ffn,
    gated: false,
    tiedEmbeddings: readTied(fields, false),
    normsPerLayer: 4,
    extraPerLayer: attentionBias + ffn + hidden,
    extra: 2 * hidden,
  });
}
