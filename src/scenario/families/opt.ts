import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readPositions, readTied } from '../decoder.ts';
import { type Fields, flag, MOST, optionalCount } from '../fields.ts';

/** Rows of the position table that OPT keeps before the first position. */
const POSITION_OFFSET = 2;

/**
 * OPT: learned positions, biases everywhere. The 350M variant embeds in a narrower space (`word_embed_proj_dim`) with
 * a projection in and out, and has no final norm; `extra` then takes back what the narrower table saves.
 */
export function opt(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { hidden, vocab } = counts;
  const ffn = counts.ffn ?? 4 * hidden;
  const bias = flag(fields, 'enable_bias', true) ? 5 * hidden + ffn : 0;
  const tied = readTied(fields, true);
  const embedded = optionalCount(fields, ['word_embed_proj_dim'], MOST.width) ?? hidden;
  const projections = embedded === hidden ? 0 : 2 * embedded * hidden;
  const narrower = (tied ? 1 : 2) * vocab * (hidden - embedded);
  const finalNorm =
    flag(fields, 'do_layer_norm_before', true) && !flag(fields, '_remove_final_layer_norm', false)
      ? 2 * hidden
      : 0;
  return decoder(counts, {
    ffn,
    gated: false,
    tiedEmbeddings: tied,
    positions: readPositions(fields) + POSITION_OFFSET,
    normsPerLayer: 4,
    extraPerLayer: bias,
    extra: finalNorm + projections - narrower,
  });
}
