/** Shape of a decoder transformer: counts, all plain numbers. */
export interface ModelShape {
  readonly name: string;
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Width of the dense MLP. */
  readonly ffn: number;
  /** Three matrices (gate, up, down) instead of two. */
  readonly gated: boolean;
  readonly vocab: number;
  readonly tiedEmbeddings: boolean;
  readonly attention: 'mha' | 'gqa' | 'mla';
  readonly mla: MlaShape | null;
  readonly experts: ExpertShape | null;
  /** Learned position table, rows (GPT-2, OPT); 0 where positions are rotary, ALiBi or none. */
  readonly positions: number;
  /** Vectors of `hidden` weights a layer's norms hold in all: 2 for RMSNorm pairs, 4 with biases or sandwich norms. */
  readonly normsPerLayer: number;
  /** Weights of biases, per-head norms, sinks and the like, in a layer, that no matrix counts. */
  readonly extraPerLayer: number;
  /** Weights outside the layers that embeddings, head and `positions` do not count (final norm, projections). */
  readonly extra: number;
  /** Share of layers whose attention sees only `window` tokens; null where all see everything. */
  readonly slidingWindow: { readonly window: number; readonly share: number } | null;
}

/** Multi-head latent attention (DeepSeek). `queryRank` 0 means no query compression. */
export interface MlaShape {
  readonly queryRank: number;
  readonly kvRank: number;
  readonly nopeDim: number;
  readonly ropeDim: number;
  readonly valueDim: number;
}

/** Mixture of experts. */
export interface ExpertShape {
  readonly count: number;
  /** Routed experts a token visits. */
  readonly active: number;
  readonly shared: number;
  /** Width of one expert. */
  readonly ffn: number;
  /** Width of all shared experts together. */
  readonly sharedFfn: number;
  /** Leading layers that keep the dense MLP. */
  readonly firstDense: number;
  /** Every nth layer (after firstDense) is a mixture: the last of each group of n. */
  readonly every: number;
  /** Further layers, counted from 0, that keep the dense MLP; none where absent. */
  readonly dense?: readonly number[];
  /** Weights of one routed expert that its matrices do not count (biases); 0 where absent. */
  readonly extra?: number;
}
