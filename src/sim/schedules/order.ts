/** What a stage computes, in order: its microbatches forward and backward, and gradients of weights where they are apart. */
export interface Order {
  /** 0 forward, 1 backward (of inputs alone where weights are taken apart), 2 the backward of weights alone, 3 both,
   *  4 forward beside the backward that follows: they begin and end together. */
  readonly pass: Uint8Array;
  readonly microbatch: Int32Array;
  /** Model chunk (virtual stage of this stage) from 0. */
  readonly chunk: Uint16Array;
}

/** Collects an order. */
export interface OrderBuilder {
  forward(microbatch: number, chunk: number): void;
  backward(microbatch: number, chunk: number): void;
  weights(microbatch: number, chunk: number): void;
  /** The backward of inputs and of weights in one. */
  whole(microbatch: number, chunk: number): void;
  /** Forward beside the whole backward that is added next. */
  paired(microbatch: number, chunk: number): void;
  readonly order: Order;
}

export function createOrder(length = 0): OrderBuilder {
  let pass = new Uint8Array(length);
  let microbatches = new Int32Array(length);
  let chunks = new Uint16Array(length);
  let at = 0;
  const add = (kind: number, microbatch: number, chunk: number) => {
    if (at === pass.length) {
      const room = Math.max(16, 2 * at);
      pass = grown(pass, new Uint8Array(room));
      microbatches = grown(microbatches, new Int32Array(room));
      chunks = grown(chunks, new Uint16Array(room));
    }
    pass[at] = kind;
    microbatches[at] = microbatch;
    chunks[at++] = chunk;
  };
  return {
    get order() {
      return {
        pass: pass.subarray(0, at),
        microbatch: microbatches.subarray(0, at),
        chunk: chunks.subarray(0, at),
      };
    },
    forward: (microbatch, chunk) => add(0, microbatch, chunk),
    backward: (microbatch, chunk) => add(1, microbatch, chunk),
    weights: (microbatch, chunk) => add(2, microbatch, chunk),
    whole: (microbatch, chunk) => add(3, microbatch, chunk),
    paired: (microbatch, chunk) => add(4, microbatch, chunk),
  };
}

function grown<T extends Uint8Array | Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
