import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readExperts, readKvHeads, readTied } from '../decoder.ts';
import { count, type Fields, flag, MOST, optionalCount, optionalList } from '../fields.ts';
import { chunkedAttention } from '../slidingWindow.ts';

/**
 * Llama 4: every nth layer a mixture with one shared expert as wide as a routed one. `intermediate_size` is the width
 * of an expert, `intermediate_size_mlp` that of the dense MLP. The norm of queries and keys has no weights.
 */
export function llama4(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { layers, heads, headDim, hidden } = counts;
  const kvHeads = readKvHeads(fields, heads);
  const step = optionalCount(fields, ['interleave_moe_layer_step'], layers) ?? 1;
  const listed = optionalList(fields, 'moe_layers', layers);
  const width = count(fields, ['intermediate_size'], MOST.width);
  const experts = readExperts(
    fields,
    layers,
    (layer) => (listed ? listed.includes(layer) : (layer + 1) % step === 0),
    { shared: 1, sharedFfn: width },
  );
  return decoder(counts, {
    kvHeads,
    ffn: optionalCount(fields, ['intermediate_size_mlp'], MOST.width) ?? width,
    tiedEmbeddings: readTied(fields, false),
    experts,
    extraPerLayer: flag(fields, 'attention_bias', false) ? (heads + 2 * kvHeads) * headDim + hidden : 0,
    slidingWindow: chunkedAttention(fields, layers),
  });
}
