import type { ModelShape } from '../../facts/model.ts';
import { kvHeadsOfRank } from '../../scenario/weights.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { Item, Operator } from './operator.ts';
import { ACTIVATION, activations, enter, leave, matmul, passKeys, type Sizes, streaming } from './sizes.ts';

/** Bytes moved for one score by scale, mask, softmax and dropout, each reading and writing bf16 and the mask a byte (Korthikanti et
 *  al.); the products beside them count their own. */
const SCORE_BYTES = { forward: 11, backward: 13 };

/** Keys a token sees on average under the causal mask: half the sequence, less where a window slides over it. */
export function meanKeys(model: ModelShape, sequence: number): number {
  const all = sequence / 2;
  const sliding = model.slidingWindow;
  if (!sliding || sliding.window >= sequence) return all;
  // The first `window` tokens see a growing part of it, the rest all of it.
  const windowed = sliding.window * (1 - sliding.window / (2 * sequence));
  return sliding.share * windowed + (1 - sliding.share) * all;
}

/** The attention block of a layer: norm, projections, attention, output, and its tensor collectives. */
export function attentionBlock(sizes: Sizes): Item[] {
  const { model, tensor, tokens, shardTokens } = sizes;
  const norms = (model.normsPerLayer / 2) * model.hidden;
  // Read, normalise, write, add to the residual: five passes over the hidden vector.
  const norm = streaming(
    'attention',
    ACTIVATION * shardTokens * 5 * model.hidden,
    norms + model.extraPerLayer,
  );
  if (model.mla) return [norm, ...latent(sizes)];
  const heads = model.heads / tensor;
  const kvHeads = kvHeadsOfRank(model.kvHeads, tensor);
  const queries = heads * model.headDim;
  const keysAndValues = 2 * kvHeads * model.headDim;
  return [
    norm,
    ...enter(sizes, 'attention', activations(sizes, model.hidden)),
    matmul('attention', tokens, queries + keysAndValues, model.hidden),
    streaming('attention', ACTIVATION * tokens * (queries + keysAndValues)),
    ...passKeys(sizes, keysAndValues),
    ...scores(sizes, heads, model.headDim, model.headDim),
    ...mergePieces(sizes, queries),
    matmul('attention', tokens, model.hidden, queries),
    ...leave(sizes, 'attention', activations(sizes, model.hidden)),
  ];
}

/** Multi-head latent attention: tokens are pressed into a small vector where they lie, gathered, and spread out to
 *  heads (DeepSeek-V2, arXiv 2405.04434). */
function latent(sizes: Sizes): Item[] {
  const { model, tensor, tokens, shardTokens } = sizes;
  const mla = model.mla!;
  const heads = model.heads / tensor;
  const query = heads * (mla.nopeDim + mla.ropeDim);
  const pressed = mla.kvRank + mla.ropeDim;
  const items: Item[] = [];
  const gathered = pressed + (mla.queryRank > 0 ? mla.queryRank : model.hidden);
  if (mla.queryRank > 0) items.push(matmul('attention', shardTokens, mla.queryRank, model.hidden));
  items.push(matmul('attention', shardTokens, pressed, model.hidden));
  items.push(...enter(sizes, 'attention', activations(sizes, gathered)));
  items.push(matmul('attention', tokens, query, mla.queryRank > 0 ? mla.queryRank : model.hidden));
  items.push(matmul('attention', tokens, heads * (mla.nopeDim + mla.valueDim), mla.kvRank));
  // Rotated and plain parts of queries and keys are put together, values cut out: each read and written.
  items.push(streaming('attention', 2 * ACTIVATION * tokens * (2 * query + heads * mla.valueDim)));
  items.push(...passKeys(sizes, heads * (mla.nopeDim + mla.ropeDim + mla.valueDim)));
  items.push(...scores(sizes, heads, mla.nopeDim + mla.ropeDim, mla.valueDim));
  items.push(...mergePieces(sizes, heads * mla.valueDim));
  items.push(matmul('attention', tokens, model.hidden, heads * mla.valueDim));
  items.push(...leave(sizes, 'attention', activations(sizes, model.hidden)));
  return items;
}

/** Scores, softmax and weighted values. Fused: the causal half only, nothing of it in memory. Otherwise two batched
 *  products over the full square and 11 bytes moved for each score. */
function scores(sizes: Sizes, heads: number, keyDim: number, valueDim: number): Operator[] {
  const { tokens, sequence, model } = sizes;
  const core: Operator = {
    ...{ type: 'operator', kind: Kind.attention, sides: null, groups: 1, wide: true, part: 'core' },
    flops: 2 * tokens * meanKeys(model, sequence) * heads * (keyDim + valueDim),
    bytes: ACTIVATION * tokens * heads * 2 * (keyDim + valueDim),
    ...{ weights: 0, expertWeights: 0, headDim: (keyDim + valueDim) / 2 },
  };
  if (sizes.flash) return [core];
  const products = matmul('core', tokens, sequence, heads * (keyDim + valueDim), {
    ...{ kind: Kind.attention, weights: 0, wide: true },
    bytes: ACTIVATION * tokens * heads * (keyDim + valueDim + 2 * sequence),
  });
  const cells = tokens * heads * sequence;
  return [
    products,
    { ...streaming('core', SCORE_BYTES.forward * cells), backwardBytes: SCORE_BYTES.backward * cells },
  ];
}

/** Bytes moved to add the result over one piece of the keys to the sum so far: read in bf16, the sum read and written in fp32. */
const MERGE_BYTES = 10;

/** With keys that come round a ring, each piece gives a result of its own, which is scaled and added to the sum (as are gradients
 *  of queries and of keys backward). */
function mergePieces(sizes: Sizes, width: number): Operator[] {
  if (!sizes.ring) return [];
  return [streaming('core', MERGE_BYTES * sizes.context * sizes.tokens * width)];
}
