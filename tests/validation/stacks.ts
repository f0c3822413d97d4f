import type { StackRequest } from '../../src/scenario/scenario.ts';

/** What is documented of a software stack: switches, nothing that is fitted. */
interface Switches extends StackRequest {
  /** Collectives of tensor ranks run beside the products that need them. */
  readonly overlapTensor?: boolean;
  /** ZeRO stage where a row gives none. */
  readonly zero?: 0 | 1 | 3;
  /** Virtual stages of an interleaved schedule where a row gives none. */
  readonly virtual?: number;
  /** What `recompute: null` means. */
  readonly recompute?: 'none' | 'selective' | 'full';
}

const EARLY_STOP = true;

/** --overlap-grad-reduce, --overlap-param-gather, --tp-comm-overlap and the distributed optimizer. */
const MEGATRON_CORE: Switches = {
  overlapGradients: true,
  overlapWeights: true,
  overlapTensor: true,
  asyncTensor: true,
  zero: 1,
};

export const STACKS: Readonly<Record<string, Switches>> = {
  // No fused attention before 2022: scores go through memory.
  'deepspeed-zero3-2021': { attentionKernel: 'none', earlyStopRecompute: false },
  'megatron-2021': {
    attentionKernel: 'none',
    dropout: true,
    earlyStopRecompute: false,
    overlapGradients: false,
    zero: 0,
  },
  'megatron-2022': {
    asyncTensor: true,
    gradientBuffer: false,
    attentionKernel: 'none',
    dropout: true,
    earlyStopRecompute: false,
    overlapGradients: false,
    zero: 0,
  },
  // BigScience's fork: fused softmax but no fused attention, a sharded optimizer, no dropout.
  'megatron-deepspeed': {
    attentionKernel: 'none',
    earlyStopRecompute: false,
    overlapGradients: false,
    zero: 1,
  },
  // The baseline of MegaScale: the same code with selective recomputation and a sharded optimizer.
  'megatron-2023': {
    asyncTensor: true,
    attentionKernel: 'none',
    dropout: true,
    earlyStopRecompute: false,
    overlapGradients: false,
    zero: 1,
    recompute: 'selective',
  },
  // FlashAttention 2, all traffic overlapped (its paper, sections 3.1 and 3.2).
  megascale: {
    attentionKernel: 'flash2',
    ...MEGATRON_CORE,
  },
  // MPT's attention was the Triton kernel of the first FlashAttention; PyTorch checkpoints stop early.
  'fsdp-mosaic': { attentionKernel: 'triton', earlyStopRecompute: EARLY_STOP, overlapGradients: true },
  // Its loss is a chain of kernels unless it is compiled.
  torchtitan: {
    // Its looped schedules put two stages on a rank unless told otherwise.
    virtual: 2,
    fusedLoss: false,
    keepsOutputs: true,
    attentionKernel: 'flash2',
    earlyStopRecompute: EARLY_STOP,
    overlapGradients: true,
  },
  'megatron-core': { attentionKernel: 'flash', ...MEGATRON_CORE },
  'nemo-2024': { attentionKernel: 'flash', ...MEGATRON_CORE },
  'megatron-bridge': { attentionKernel: 'flash', ...MEGATRON_CORE },
  // Measured without any overlap (its documentation).
  'megatron-simumax': { attentionKernel: 'flash', asyncTensor: true, overlapGradients: false, zero: 1 },
  'megatron-zero-bubble': { attentionKernel: 'none', overlapGradients: false, zero: 0 },
  // XLA: checkpoints stop early, collectives run beside products.
  maxtext: {
    attentionKernel: 'flash',
    earlyStopRecompute: EARLY_STOP,
    overlapTensor: true,
    zero: 3,
    // Its remat_policy unless told otherwise.
    recompute: 'full',
  },
  'neuron-trn1': { attentionKernel: 'flash', overlapGradients: true, zero: 1, recompute: 'selective' },
  other: { attentionKernel: 'none', overlapGradients: true, zero: 1 },
};

/** Switches of a listed stack. */
export function switchesOf(stack: string): Switches {
  const gradientBuffer = stack.startsWith('meg') || stack.startsWith('nemo');
  return {
    evenStages: true,
    gradientBuffer,
    ...STACKS[stack],
  };
}
