import { createOrder, type Order } from './order.ts';

/** 1F1B: a stage takes as many microbatches forward as stages follow it, then one forward, one backward in turn,
 *  then the backwards left (Narayanan et al., PipeDream-Flush, arXiv 2006.09503). */
export function oneForwardOneBackward(stage: number, stages: number, microbatches: number): Order {
  const builder = createOrder(2 * microbatches);
  const warmup = Math.min(stages - 1 - stage, microbatches);
  for (let microbatch = 0; microbatch < warmup; microbatch++) builder.forward(microbatch, 0);
  for (let microbatch = 0; microbatch < microbatches; microbatch++) {
    if (warmup + microbatch < microbatches) builder.forward(warmup + microbatch, 0);
    builder.backward(microbatch, 0);
  }
  return builder.order;
}
