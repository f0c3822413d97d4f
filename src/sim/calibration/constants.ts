/** Generations of a fused attention kernel; see `stack.attentionKernel`. */
export type AttentionKernel = 'flash' | 'flash2' | 'triton';

/**
 * What a chip reaches of its data sheet: few constants, each physical. Shares of a peak are dimensionless.
 * Where they come from stands with each set (chips.ts); `basis` says how far to trust a time made with them.
 */
export interface Constants {
  /** Chip as named in the evidence. */
  readonly name: string;
  /** Share of the peak matrix rate that an endlessly large matmul reaches. */
  readonly matmul: number;
  /** Size of a matmul side (tokens, width or depth on one chip) at which that side costs half. */
  readonly halfSize: number;
  /** Tokens per expert at which a grouped matmul runs at half its rate. */
  readonly groupedHalfSize: number;
  /** Share of that which grouped products reach however many tokens an expert has. */
  readonly grouped: number;
  /** Share of their own peak that 8-bit and 4-bit matmuls reach, as a multiple of `matmul`. */
  readonly eightBit: number;
  readonly fourBit: number;
  /** Share of the peak matrix rate that fused attention reaches, on its causal FLOPs, by kernel. */
  readonly attention: Readonly<Record<AttentionKernel, number>>;
  /** Share of memory bandwidth that streaming operators reach. */
  readonly memory: number;
  /** Share of scale-up and scale-out link bandwidth that collectives reach. */
  readonly scaleUp: number;
  readonly scaleOut: number;
  /** Share of a collective's seconds by which compute beside it takes longer. */
  readonly overlapSlowdown: number;
  /** Share of a tensor collective that runs under the products beside it, where the software cuts both up. */
  readonly hiddenTensor: number;
  /** Seconds to start one operator, and a collective in one fast domain; a ring over n of them takes n times that. */
  readonly kernelSeconds: number;
  readonly collectiveSeconds: number;
  /** Seconds that a dense layer and a layer of experts keep the host busy, at least, forward; 1.6 times that backward. */
  readonly hostSeconds: { readonly dense: number; readonly mixture: number };
  /** Seconds that a layer of experts stands still, forward: the host reads how many tokens each expert got before it can go on. */
  readonly dispatchSeconds: number;
  /** Seconds a step costs outside the model: data loading, host, logging. */
  readonly stepSeconds: number;
  /** Share of a step that waiting for the slowest fast domain adds, for each doubling of their number. */
  readonly sliceJitter: number;
  /** From published steps on it, few (`fitted`) or enough to tell the error (`published`); from another chip; or from nothing. */
  readonly basis: 'fitted' | 'published' | 'transferred' | 'unknown';
}
