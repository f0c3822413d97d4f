import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readTied } from '../decoder.ts';
import type { Fields } from '../fields.ts';

/** BLOOM: ALiBi positions, biases everywhere, an MLP four times as wide, a norm after the embedding. */
export function bloom(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { hidden } = counts;
  const ffn = counts.ffn ?? 4 * hidden;
  return decoder(counts, {
    ffn,
    gated: false,
    tiedEmbeddings: readTied(fields, true),
    normsPerLayer: 4,
    extraPerLayer: 4 * hidden + ffn + hidden,
    extra: 4 * hidden,
  });
}
