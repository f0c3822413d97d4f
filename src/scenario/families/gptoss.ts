import type { ModelShape } from '../../facts/model.ts';
import { decoder, NAMES, readCounts, readExperts, readKvHeads, readTied } from '../decoder.ts';
import { count, type Fields, flag, MOST } from '../fields.ts';
import { listedLayers } from '../slidingWindow.ts';

/** gpt-oss: biases on every matrix, an attention sink a head, every layer a mixture, every second with a window. */
export function gptOss(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { layers, heads, headDim, hidden } = counts;
  const kvHeads = readKvHeads(fields, heads);
  const width = count(fields, NAMES.expertFfn, MOST.width);
  const experts = readExperts(fields, layers, () => true, { extra: 2 * width + hidden });
  const bias = flag(fields, 'attention_bias', true) ? (heads + 2 * kvHeads) * headDim + hidden : 0;
  return decoder(counts, {
    kvHeads,
    tiedEmbeddings: readTied(fields, false),
    experts,
    extraPerLayer: bias + heads + (experts?.count ?? 0),
    slidingWindow: listedLayers(fields, layers, 0.5),
  });
}
