import { createOrder, type Order } from './order.ts';

/** GPipe: all microbatches forward, then all backward, in the same order (Huang et al., arXiv 1811.06965). */
export function gpipe(microbatches: number): Order {
  const builder = createOrder(2 * microbatches);
  for (let microbatch = 0; microbatch < microbatches; microbatch++) builder.forward(microbatch, 0);
  for (let microbatch = 0; microbatch < microbatches; microbatch++) builder.backward(microbatch, 0);
  return builder.order;
}
