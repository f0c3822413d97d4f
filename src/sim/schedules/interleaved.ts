import { createOrder, type Order } from './order.ts';

/**
 * Interleaved 1F1B: a stage holds `chunks` pieces of the model, and takes microbatches in groups of `stages` through one
 * piece after the other (Narayanan et al., arXiv 2104.04473). Stage s, chunk c is virtual stage c·stages + s.
 * Where `stages` does not divide the microbatches, the rest is spread over the groups, so that no group is too small to
 * keep all stages fed.
 */
export function interleaved(stage: number, stages: number, chunks: number, microbatches: number): Order {
  const groups = Math.max(1, Math.floor(microbatches / stages));
  const total = microbatches * chunks;
  const builder = createOrder(2 * total);
  // Visits in forward order: microbatch and chunk, in turn.
  const visits = new Int32Array(2 * total);
  let at = 0;
  for (let group = 0; group < groups; group++) {
    const first = Math.floor((group * microbatches) / groups);
    const last = Math.floor(((group + 1) * microbatches) / groups);
    for (let chunk = 0; chunk < chunks; chunk++) {
      for (let microbatch = first; microbatch < last; microbatch++) {
        visits[at++] = microbatch;
        visits[at++] = chunk;
      }
    }
  }
  const largest = Math.max(stages, Math.ceil(microbatches / groups));
  const warmup = Math.min(total, 2 * (stages - 1 - stage) + (chunks - 1) * largest);
  const forward = (n: number) => builder.forward(visits[2 * n], visits[2 * n + 1]);
  const backward = (n: number) => builder.backward(visits[2 * n], chunks - 1 - visits[2 * n + 1]);
  for (let n = 0; n < warmup; n++) forward(n);
  for (let n = 0; n < total; n++) {
    if (warmup + n < total) forward(warmup + n);
    backward(n);
  }
  return builder.order;
}
