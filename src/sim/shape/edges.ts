import { Kind } from '../../timeline/timeline.ts';
import type { Item } from './operator.ts';
import { ACTIVATION, activations, enter, leave, matmul, type Sizes, streaming } from './sizes.ts';

/** Bytes moved for one logit by softmax, cross entropy and its gradient; a third of it in the forward pass. */
const LOGIT_BYTES = 16;

/** The embedding, its rows cut over the tensor group (learned positions whole): a lookup, then the sum over the group. */
export function embedding(sizes: Sizes): Item[] {
  const { model, tokens, tensor } = sizes;
  const rows = model.vocab / tensor + model.positions;
  return [
    streaming('edge', 2 * ACTIVATION * tokens * model.hidden, rows * model.hidden),
    ...leave(sizes, 'edge', activations(sizes, model.hidden)),
  ];
}

/** The final norm, the head (vocabulary cut over the tensor group) and the loss. A tied head holds the same weights
 *  as the embedding; where both stand on one stage they are counted once. */
export function head(sizes: Sizes, sharesEmbedding: boolean): Item[] {
  const { model, tokens, shardTokens, tensor } = sizes;
  const width = model.vocab / tensor;
  const tied = model.tiedEmbeddings && sharesEmbedding;
  return [
    streaming('edge', ACTIVATION * shardTokens * 2 * model.hidden, model.extra),
    ...enter(sizes, 'edge', activations(sizes, model.hidden)),
    matmul('edge', tokens, width, model.hidden, { wide: true, weights: tied ? 0 : width * model.hidden }),
    { ...streaming('edge', (LOGIT_BYTES / 3) * tokens * width), kind: Kind.loss },
  ];
}
