import type { ModelShape } from '../../facts/model.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { Exchange, Operator } from './operator.ts';

/** Bytes of an activation; they travel in bf16 whatever the matmuls use. */
export const ACTIVATION = 2;

/** Sizes on one chip for one microbatch that all blocks share. */
export interface Sizes {
  readonly model: ModelShape;
  /** Tokens of a microbatch on one rank: the sequence is cut over the context group. */
  readonly tokens: number;
  /** Tokens per chip where the sequence is split over the tensor group; `tokens` without sequence parallel. */
  readonly shardTokens: number;
  readonly sequence: number;
  readonly context: number;
  /** Keys and values come round a ring, piece by piece. */
  readonly ring: boolean;
  readonly tensor: number;
  readonly sequenceParallel: boolean;
  readonly expert: number;
  readonly expertTensor: number;
  /** Dispatch sorts tokens by expert on the way. */
  readonly sendOnce: boolean;
  /** Attention fused into one kernel, its scores never in memory. */
  readonly flash: boolean;
}

export function sizesOf(scenario: ResolvedScenario): Sizes {
  const { model, training, parallel, stack } = scenario;
  const tokens = (training.microbatch * training.sequence) / parallel.context;
  const sequenceParallel = parallel.sequenceParallel && parallel.tensor > 1;
  return {
    model,
    tokens,
    shardTokens: sequenceParallel ? tokens / parallel.tensor : tokens,
    sequence: training.sequence,
    context: parallel.context,
    ring: parallel.context > 1 && parallel.contextKind === 'ring',
    tensor: parallel.tensor,
    sequenceParallel,
    expert: parallel.expert,
    expertTensor: parallel.expertTensor,
    sendOnce: stack.sendOnce,
    flash: stack.attentionKernel !== 'none',
  };
}

/** A matrix product of `tokens` × `depth` by `depth` × `width`, weights included, on one chip. */
export function matmul(
  part: Operator['part'],
  tokens: number,
  width: number,
  depth: number,
  more: Partial<Operator> = {},
): Operator {
  return {
    type: 'operator',
    kind: Kind.matmul,
    flops: 2 * tokens * width * depth,
    bytes: ACTIVATION * (tokens * depth + depth * width + tokens * width),
    sides: { tokens, width, depth },
    groups: 1,
    wide: false,
    weights: width * depth,
    expertWeights: 0,
    part,
    ...more,
  };
}

/** An operator bound by memory: `bytes` in the forward pass. */
export function streaming(part: Operator['part'], bytes: number, weights = 0): Operator {
  return {
    ...{ type: 'operator', kind: Kind.memory, flops: 0, bytes, sides: null, groups: 1, wide: true },
    ...{ weights, expertWeights: 0, part },
  };
}

/** The collective before a block for which every rank of `group` needs the tokens of all: `bytes` once gathered. */
export function enter(
  sizes: Sizes,
  part: Exchange['part'],
  bytes: number,
  group: 'tensor' | 'expertTensor' = 'tensor',
): Exchange[] {
  if (sizes[group] === 1) return [];
  return [
    {
      ...{ type: 'exchange', group, part, bytes },
      forward: sizes.sequenceParallel ? Kind.tensorAllGather : null,
      backward: sizes.sequenceParallel ? Kind.tensorReduceScatter : Kind.tensorAllReduce,
    },
  ];
}

/** The collective after a block that adds up the shares of the ranks of `group`. */
export function leave(
  sizes: Sizes,
  part: Exchange['part'],
  bytes: number,
  group: 'tensor' | 'expertTensor' = 'tensor',
): Exchange[] {
  if (sizes[group] === 1) return [];
  return [
    {
      ...{ type: 'exchange', group, part, bytes },
      forward: sizes.sequenceParallel ? Kind.tensorReduceScatter : Kind.tensorAllReduce,
      backward: sizes.sequenceParallel ? Kind.tensorAllGather : null,
    },
  ];
}

/** The keys and values that the ranks of a context group pass each other, `width` numbers a token; backward also their
 *  gradients. */
export function passKeys(sizes: Sizes, width: number): Exchange[] {
  if (sizes.context === 1) return [];
  return [
    {
      ...{ type: 'exchange', group: 'context', part: 'attention' },
      bytes: activations(sizes, width) * sizes.context,
      ...{ forward: Kind.contextExchange, backward: Kind.contextExchange },
    },
  ];
}

/** Bytes of a vector of `width` for each token of a microbatch. */
export function activations(sizes: Sizes, width: number): number {
  return ACTIVATION * sizes.tokens * width;
}
