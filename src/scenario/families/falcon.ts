import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readKvHeads, readTied } from '../decoder.ts';
import { type Fields, firstOf, flag, optionalCount } from '../fields.ts';

/**
 * Falcon. `new_decoder_architecture` (40B, 180B; implied by the old model type RefinedWeb): grouped keys and values
 * and two norms side by side. Without it `multi_query` (7B) means one key and value head for all. An MLP four times
 * as wide unless `ffn_hidden_size` says otherwise.
 */
export function falcon(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { hidden, heads } = counts;
  const oldLarge = firstOf(fields, ['model_type'])?.value === 'RefinedWeb';
  const grouped = flag(fields, 'new_decoder_architecture', oldLarge);
  const multiQuery = flag(fields, 'multi_query', true);
  const kvHeads = !grouped && multiQuery ? 1 : readKvHeads(fields, heads);
  const ffn = counts.ffn ?? 4 * hidden;
  const parallel = flag(fields, 'parallel_attn', true);
  // One norm (weights and biases, two vectors) where attention and MLP share their input, else two.
  const norms = grouped ? (optionalCount(fields, ['num_ln_in_parallel_attn'], 2) ?? 2) : parallel ? 1 : 2;
  const bias = flag(fields, 'bias', false)
    ? (heads + 2 * kvHeads) * counts.headDim + hidden + ffn + hidden
    : 0;
  return decoder(counts, {
    kvHeads,
    ffn,
    gated: false,
    tiedEmbeddings: readTied(fields, true),
    normsPerLayer: 2 * norms,
    extraPerLayer: bias,
    extra: 2 * hidden,
  });
}
