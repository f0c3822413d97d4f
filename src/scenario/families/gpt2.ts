import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readPositions, readTied } from '../decoder.ts';
import type { Fields } from '../fields.ts';

/** GPT-2: learned positions, biases everywhere, an MLP four times as wide unless `n_inner` says otherwise. */
export function gpt2(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { hidden } = counts;
  const ffn = counts.ffn ?? 4 * hidden;
  return decoder(counts, {
    ffn,
    gated: false,
    tiedEmbeddings: readTied(fields, true),
    positions: readPositions(fields),
    normsPerLayer: 4,
    extraPerLayer: 4 * hidden + ffn + hidden,
    extra: 2 * hidden,
  });
}
