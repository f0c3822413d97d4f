import { createOrder, type Order } from './order.ts';

/**
 * ZB-H1 (Qi et al., Zero Bubble Pipeline Parallelism, arXiv 2401.10241): 1F1B with the gradients of weights apart from those of
 * inputs. Nothing waits for the former, so stage s puts off as many microbatches of them as it stands from the first, and
 * fills the end of the step with them. The bubble shrinks from (p − 1)(F + B + W) to (p − 1)(F + B − W), and no stage
 * holds more activations than the first one of 1F1B.
 */
export function zeroBubble(stage: number, stages: number, microbatches: number): Order {
  const builder = createOrder(3 * microbatches);
  const warmup = Math.min(stages - 1 - stage, microbatches);
  for (let microbatch = 0; microbatch < warmup; microbatch++) builder.forward(microbatch, 0);
  let weights = 0;
  for (let microbatch = 0; microbatch < microbatches; microbatch++) {
    if (warmup + microbatch < microbatches) builder.forward(warmup + microbatch, 0);
    builder.backward(microbatch, 0);
    if (microbatch >= stage) builder.weights(weights++, 0);
  }
  while (weights < microbatches) builder.weights(weights++, 0);
  return builder.order;
}
