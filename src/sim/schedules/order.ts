/** What a stage computes, in order: its microbatches forward and backward. */
export interface Order {
  /** 1 backward, 0 forward. */
  readonly backward: Uint8Array;
  readonly microbatch: Int32Array;
  /** Model chunk (virtual stage of this stage) from 0. */
  readonly chunk: Uint16Array;
}

/** Collects an order of known length. */
export interface OrderBuilder {
  forward(microbatch: number, chunk: number): void;
  backward(microbatch: number, chunk: number): void;
  readonly order: Order;
}

export function createOrder(length: number): OrderBuilder {
  const order = {
    backward: new Uint8Array(length),
    microbatch: new Int32Array(length),
    chunk: new Uint16Array(length),
  };
  let at = 0;
  const add = (backward: number, microbatch: number, chunk: number) => {
    order.backward[at] = backward;
    order.microbatch[at] = microbatch;
    order.chunk[at++] = chunk;
  };
  return {
    order,
    forward: (microbatch, chunk) => add(0, microbatch, chunk),
    backward: (microbatch, chunk) => add(1, microbatch, chunk),
  };
}
