/** What happened in one step, per class of rank: flat, versioned, transferable. A class is a pipeline stage
 *  (and, where a fault breaks the symmetry, a group of ranks of its own); `cluster` maps chips to classes. */

export const TIMELINE_VERSION = 1;

/** What a span is. The numbers are part of the format. */
export const Kind = {
  wait: 0,
  forward: 1,
  backward: 2,
  optimizer: 3,
  /** NeuronLink (scale-up) collectives of a tensor group. */
  tensorAllGather: 4,
  tensorReduceScatter: 5,
  tensorAllReduce: 6,
  contextExchange: 7,
  expertAllToAll: 8,
  /** Pipeline messages to the next (forward) and the previous (backward) stage. */
  sendForward: 9,
  sendBackward: 10,
  /** Gradient and parameter traffic of data parallelism. */
  dataReduceScatter: 11,
  dataAllGather: 12,
  dataAllReduce: 13,
  /** Kinds inside a pattern. */
  matmul: 14,
  attention: 15,
  memory: 16,
  loss: 17,
  /** Forward run a second time in backward. */
  recompute: 18,
  /** Backward of weights alone (zero-bubble schedules). */
  weightGradient: 19,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Streams of a class; spans of one stream never overlap. */
export const Stream = { compute: 0, scaleUp: 1, sendForward: 2, sendBackward: 3, data: 4 } as const;
export type Stream = (typeof Stream)[keyof typeof Stream];
export const STREAMS = 5;

/**
 * Spans sorted by (class, stream, start): those of class c, stream s stand at
 * `tracks[c * STREAMS + s] … tracks[c * STREAMS + s + 1] - 1`.
 */
export interface Timeline {
  readonly version: typeof TIMELINE_VERSION;
  /** Length of the step, seconds. */
  readonly seconds: number;
  readonly classes: number;
  /** Length classes * STREAMS + 1. */
  readonly tracks: Uint32Array;
  /** Seconds from the start of the step, n spans. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly kind: Uint8Array;
  /** Microbatch from 0; -1 where none. */
  readonly microbatch: Int32Array;
  /** Model chunk (virtual stage) from 0. */
  readonly chunk: Uint16Array;
  /** Bytes that one chip of the class sends over the span; 0 for compute. */
  readonly bytes: Float64Array;
  /** Class that receives; -1 where the peers are the class itself (collectives) or none. */
  readonly peer: Int32Array;
  /** Index of the pattern inside the span; -1 where none. */
  readonly pattern: Int32Array;
  readonly patterns: Patterns;
}

/** What happens inside a span: operators of its layers in order, seconds from the span's start. Spans with the same
 *  pattern have the same inside. Pattern p holds entries `offsets[p] … offsets[p + 1] - 1`, sorted by start. */
export interface Patterns {
  readonly offsets: Uint32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly kind: Uint8Array;
  /** Layer of the model from 0; -1 for embedding, head, loss. */
  readonly layer: Int32Array;
  /** Bytes a chip sends (collectives) or moves through memory (operators). */
  readonly bytes: Float64Array;
  /** FLOPs of one chip; 0 for collectives. */
  readonly flops: Float64Array;
}
