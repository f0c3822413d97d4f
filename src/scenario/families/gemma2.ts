import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readKvHeads, readTied } from '../decoder.ts';
import { type Fields, flag } from '../fields.ts';
import { listedLayers } from '../slidingWindow.ts';

/** Gemma 2: tied embeddings, norms before and after attention and MLP, heads of 256 unless the file says otherwise,
 *  and a window in every second layer, the first included. */
export function gemma2(fields: Fields): ModelShape {
  const counts = readCounts(fields, 256);
  const { layers, heads, headDim, hidden } = counts;
  const kvHeads = readKvHeads(fields, heads);
  return decoder(counts, {
    kvHeads,
    tiedEmbeddings: readTied(fields, true),
    normsPerLayer: 4,
    extraPerLayer: flag(fields, 'attention_bias', false) ? (heads + 2 * kvHeads) * headDim + hidden : 0,
    slidingWindow: listedLayers(fields, layers, Math.ceil(layers / 2) / layers),
  });
}
