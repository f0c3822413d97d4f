import { createOrder, type Order } from './order.ts';

/**
 * DualPipe (DeepSeek-V3 technical report, arXiv 2412.19437, and github.com/deepseek-ai/DualPipe): microbatches enter at both
 * ends. Stage s holds part s of the model (chunk 0) and, as its mirror image does, part p − 1 − s (chunk 1); the first half
 * of the microbatches runs from stage 0 up, the second half from the last stage down. In the middle of the step forward
 * passes of one direction pair with backward passes of the other, so that the traffic of each runs under the compute of the
 * other. Gradients of weights are taken apart only where a stage would wait otherwise.
 * The bubble is (p/2 − 1)(F&B + B − 3W). `stages` is even, `microbatches` even and at least 2·stages.
 */
export function dualPipe(stage: number, stages: number, microbatches: number): Order {
  const half = stages / 2;
  const near = Math.min(stage, stages - 1 - stage);
  const mirrored = stage >= half;
  const each = microbatches / 2;
  const toMiddle = half - near - 1;
  const builder = createOrder();
  const counts = { forward: [0, 0], backward: [0, 0] };
  /** Passes whose gradients of weights are put off, oldest first. */
  const putOff: (readonly [microbatch: number, chunk: number])[] = [];
  let madeUp = 0;

  // Direction 0 is the one in which the stage stands nearer to the beginning.
  const take = (pass: 'forward' | 'backward', direction: number): [microbatch: number, chunk: number] => {
    const chunk = mirrored ? 1 - direction : direction;
    const microbatch = counts[pass][direction]++;
    return [chunk * each + microbatch, chunk];
  };
  const forward = (direction: number): void => builder.forward(...take('forward', direction));
  const backward = (direction: number, apart = false): void => {
    const [microbatch, chunk] = take('backward', direction);
    if (apart) {
      builder.backward(microbatch, chunk);
      putOff.push([microbatch, chunk]);
    } else builder.whole(microbatch, chunk);
  };
  /** Forward in one direction beside backward in the other. */
  const pair = (up: number): void => {
    builder.paired(...take('forward', up));
    backward(1 - up);
  };
  const weights = (): void => {
    if (madeUp < putOff.length) builder.weights(...putOff[madeUp++]);
  };

  for (let n = 0; n < 2 * toMiddle; n++) forward(0);
  for (let n = 0; n <= near; n++) {
    forward(0);
    forward(1);
  }
  for (let n = 0; n < toMiddle; n++) {
    backward(1, true);
    weights();
    forward(1);
  }
  for (let n = 0; n < each - stages + near + 1; n++) {
    // The stages in the middle feed each other: in their first pair nothing is there to run beside.
    if (n === 0 && toMiddle === 0) {
      forward(0);
      backward(1);
    } else pair(0);
    pair(1);
  }
  for (let n = 0; n < toMiddle; n++) {
    backward(1);
    pair(1);
  }
  let apart = false;
  for (let n = 0; n <= near; n++) {
    if (n === (near + 1) >> 1 && near % 2 === 1) apart = true;
    backward(1, apart);
    if (n === (near + 1) >> 1 && near % 2 === 0) apart = true;
    backward(0, apart);
  }
  for (let n = 0; n < toMiddle; n++) {
    weights();
    backward(0, true);
  }
  while (madeUp < putOff.length) weights();
  return builder.order;
}
