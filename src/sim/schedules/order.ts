/** What a stage computes, in order: its microbatches forward and backward, and gradients of weights where they are apart. */
export interface Order {
  /** 0 forward, 1 backward, 2 the backward of weights alone. */
  readonly pass: Uint8Array;
  readonly microbatch: Int32Array;
  /** Model chunk (virtual stage of this stage) from 0. */
  readonly chunk: Uint16Array;
}

/** Collects an order of known length. */
export interface OrderBuilder {
  forward(microbatch: number, chunk: number): void;
  backward(microbatch: number, chunk: number): void;
  weights(microbatch: number, chunk: number): void;
  readonly order: Order;
}

export function createOrder(length: number): OrderBuilder {
  const order = {
    pass: new Uint8Array(length),
    microbatch: new Int32Array(length),
    chunk: new Uint16Array(length),
  };
  let at = 0;
  const add = (pass: number, microbatch: number, chunk: number) => {
    order.pass[at] = pass;
    order.microbatch[at] = microbatch;
    order.chunk[at++] = chunk;
  };
  return {
    order,
    forward: (microbatch, chunk) => add(0, microbatch, chunk),
    backward: (microbatch, chunk) => add(1, microbatch, chunk),
    weights: (microbatch, chunk) => add(2, microbatch, chunk),
  };
}
