import { createOrder, type Order } from './order.ts';

/**
 * ZB-H1 (Qi et al., Zero Bubble Pipeline Parallelism, arXiv 2401.10241): 1F1B with the gradients of weights apart from those of
 * inputs. Nothing waits for the former, so stage s puts off as many microbatches of them as it stands from the first, and
 * fills the end of the step with them. The bubble shrinks from (p − 1)(F + B + W) to (p − 1)(F + B − W), and no stage
 * holds more activations than the first one of 1F1B.
 */
export function zeroBubble(stage: number, stages: number, microbatches: number): Order {
  return apart(stage, stages, microbatches, 1);
}

/**
 * ZB-H2 of the same paper: twice as many microbatches are let in before the first comes back, and twice as many gradients
 * of weights put off. With F = B = W no stage ever waits between its first pass and its last; stages begin and end one after the
 * other, by a forward pass each, and with optimizers that do not wait for each other the next step begins as staggered as
 * this one ends. Held are the activations of up to 2p − 1 microbatches.
 */
export function zeroBubbleWide(stage: number, stages: number, microbatches: number): Order {
  return apart(stage, stages, microbatches, 2);
}

/** 1F1B with gradients of weights put off: `depth` microbatches for each stage behind, and for each before. */
function apart(stage: number, stages: number, microbatches: number, depth: number): Order {
  const builder = createOrder(3 * microbatches);
  const warmup = Math.min(depth * (stages - 1 - stage), microbatches);
  for (let microbatch = 0; microbatch < warmup; microbatch++) builder.forward(microbatch, 0);
  let weights = 0;
  for (let microbatch = 0; microbatch < microbatches; microbatch++) {
    if (warmup + microbatch < microbatches) builder.forward(warmup + microbatch, 0);
    builder.backward(microbatch, 0);
    if (microbatch >= depth * stage) builder.weights(weights++, 0);
  }
  while (weights < microbatches) builder.weights(weights++, 0);
  return builder.order;
}
