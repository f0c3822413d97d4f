/** What a collective does; `bytes` is always the full buffer of a rank: what it holds after an all-gather or all-reduce,
 *  before a reduce-scatter or all-to-all. */
export type CollectiveKind = 'allReduce' | 'allGather' | 'reduceScatter' | 'allToAll';

/** How one dimension moves its part. `direct` sends to every peer at once, on a ring both ways round. */
export type Algorithm = 'ring' | 'halvingDoubling' | 'direct';

/** One dimension of a group of ranks, as its wires stand. */
export interface CollectiveDim {
  /** `ring`: two links a rank; `switch`: one link a rank and two hops to any other; `full`: a link to every peer. */
  readonly kind: 'ring' | 'switch' | 'full';
  /** Ranks along it. */
  readonly size: number;
  /** Bytes/s of one link in one direction. */
  readonly bandwidth: number;
  /** Seconds a hop. */
  readonly latency: number;
  /** False where the ring is cut open (a part of a torus axis); true unless given. */
  readonly wrap?: boolean;
}

/** Input of the command `collective`. */
export interface CollectiveRequest {
  readonly kind: CollectiveKind;
  readonly bytes: number;
  /** Innermost first. */
  readonly dims: readonly CollectiveDim[];
  /** `auto`, one for every dimension, or one per dimension. */
  readonly algorithm: 'auto' | Algorithm | readonly Algorithm[];
  /** Equal pieces the buffer is cut into, so that dimensions overlap. */
  readonly chunks: number;
}

/** Output of the command `collective`. */
export interface CollectiveResult {
  readonly seconds: number;
  /** What was chosen: the dimensions' algorithms joined by `+`; `torus` for rings taken together. */
  readonly algorithm: string;
  /** Bytes over the busiest link in its busier direction. */
  readonly busiestLinkBytes: number;
  /** The same for each of the request's dimensions. */
  readonly linkBytes: readonly number[];
}

/** Time and traffic of a phase on one dimension, or on several that work as one. */
export interface Phase {
  readonly seconds: number;
  /** Bytes over the busiest link of each dimension in its busier direction. */
  readonly linkBytes: readonly number[];
}

/** Hops between ranks that are neighbours on the logical ring; a cut ring's last message crosses all of it. */
export function neighbourHops(dim: CollectiveDim): number {
  if (dim.kind === 'switch') return 2;
  return dim.kind === 'ring' && dim.wrap === false ? dim.size - 1 : 1;
}
