import type { Kind } from '../../timeline/timeline.ts';

/** One operator on one chip for one microbatch. */
export interface Operator {
  readonly type: 'operator';
  /** `Kind.matmul`, `attention`, `memory` or `loss`. */
  readonly kind: Kind;
  /** FLOPs of the forward pass; the backward pass has twice as many. */
  readonly flops: number;
  /** Bytes the forward pass moves through memory; the backward pass twice as many where `backwardBytes` says nothing else. */
  readonly bytes: number;
  readonly backwardBytes?: number;
  /** Sides of the matrix product on this chip, tokens × width × depth; null where it is none. */
  readonly sides: { readonly tokens: number; readonly width: number; readonly depth: number } | null;
  /** Width of a head, mean of keys and values; of fused attention alone. */
  readonly headDim?: number;
  /** Separate products the tokens are spread over (experts); 1 for an ordinary one. */
  readonly groups: number;
  /** Runs in bf16 even where training uses a smaller format (head, router). */
  readonly wide: boolean;
  /** Weights of this chip that every data replica holds, and those of its experts. */
  readonly weights: number;
  readonly expertWeights: number;
  /** Which share of `training.recompute` it belongs to. */
  readonly part: 'attention' | 'core' | 'mlp' | 'edge';
}

/** One collective among the ranks of a group, forward and backward. */
export interface Exchange {
  readonly type: 'exchange';
  readonly group: 'tensor' | 'context' | 'expert' | 'expertTensor';
  /** Kind in the forward pass; null where only the backward pass exchanges. */
  readonly forward: Kind | null;
  readonly backward: Kind | null;
  /** The full buffer of a rank, bytes. */
  readonly bytes: number;
  /** Copies of each token in it, one for each expert the token visits. */
  readonly copies?: number;
  readonly part: 'attention' | 'mlp' | 'edge';
}

/** What a layer (or embedding, or head) does, in forward order. The backward pass is this list from its end. */
export type Item = Operator | Exchange;

/** Weights on one chip of a list of items. */
export function weightsOf(items: readonly Item[]): { readonly dense: number; readonly experts: number } {
  let dense = 0;
  let experts = 0;
  for (const item of items) {
    if (item.type === 'exchange') continue;
    dense += item.weights;
    experts += item.expertWeights;
  }
  return { dense, experts };
}

/** Forward FLOPs on one chip of a list of items. */
export function flopsOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + (item.type === 'operator' ? item.flops : 0), 0);
}
