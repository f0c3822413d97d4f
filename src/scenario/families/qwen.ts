import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readExperts, readKvHeads, readTied } from '../decoder.ts';
import { type Fields, flag, MOST, optionalCount, optionalList } from '../fields.ts';
import { laterLayers } from '../slidingWindow.ts';

/** Qwen2 and Qwen2.5: Llama's form with biases on queries, keys and values. */
export function qwen2(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const kvHeads = readKvHeads(fields, counts.heads);
  return decoder(counts, {
    kvHeads,
    tiedEmbeddings: readTied(fields, false),
    extraPerLayer: (counts.heads + 2 * kvHeads) * counts.headDim,
    slidingWindow: laterLayers(fields, counts.layers),
  });
}

/** Qwen3: a norm on every query and key head instead of the biases; heads of 128 unless the file says otherwise. */
export function qwen3(fields: Fields): ModelShape {
  return qwen3Form(fields, 128, () => ({}));
}

/** Qwen3 with mixtures; no shared expert. */
export function qwen3Moe(fields: Fields): ModelShape {
  return qwen3Form(fields, undefined, (layers) => ({
    experts: readExperts(fields, layers, mixtures(fields)),
  }));
}

/** Qwen1.5-MoE and Qwen2-MoE: one shared expert with a gate of its own (`hidden` weights). */
export function qwen2Moe(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const { layers, heads, headDim, hidden } = counts;
  const kvHeads = readKvHeads(fields, heads);
  const sharedFfn = optionalCount(fields, ['shared_expert_intermediate_size'], MOST.width, 0) ?? 0;
  const bias = flag(fields, 'qkv_bias', true) ? (heads + 2 * kvHeads) * headDim : 0;
  return decoder(counts, {
    kvHeads,
    tiedEmbeddings: readTied(fields, false),
    experts: readExperts(fields, layers, mixtures(fields), { shared: sharedFfn > 0 ? 1 : 0, sharedFfn }),
    extraPerLayer: bias + (sharedFfn > 0 ? hidden : 0),
    slidingWindow: laterLayers(fields, layers),
  });
}

function qwen3Form(
  fields: Fields,
  headDimOtherwise: number | undefined,
  more: (layers: number) => Partial<ModelShape>,
): ModelShape {
  const counts = readCounts(fields, headDimOtherwise);
  const { layers, heads, headDim, hidden } = counts;
  const kvHeads = readKvHeads(fields, heads);
  const bias = flag(fields, 'attention_bias', false) ? (heads + 2 * kvHeads) * headDim + hidden : 0;
  return decoder(counts, {
    kvHeads,
    tiedEmbeddings: readTied(fields, false),
    extraPerLayer: bias + 2 * headDim,
    slidingWindow: laterLayers(fields, layers),
    ...more(layers),
  });
}

/** Every `decoder_sparse_step`th layer is a mixture, but for those in `mlp_only_layers`. */
function mixtures(fields: Fields): (layer: number) => boolean {
  const step = optionalCount(fields, ['decoder_sparse_step'], MOST.layers) ?? 1;
  const dense = new Set(optionalList(fields, 'mlp_only_layers', MOST.layers) ?? []);
  return (layer) => !dense.has(layer) && (layer + 1) % step === 0;
}
