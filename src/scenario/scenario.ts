import type { ChipSpec, Precision } from '../facts/chip.ts';
import type { ScaleOut, ScaleUp, SiteLayout } from '../facts/cluster.ts';
import type { ExpertShape, ModelShape } from '../facts/model.ts';

export type { ScaleOut, ScaleUp, SiteLayout } from '../facts/cluster.ts';

/** What the visitor asks, version 1. Every field is optional; an omitted one is derived (see resolve.ts). */
export interface Scenario {
  readonly version?: 1;
  readonly cluster?: string | ClusterRequest;
  readonly model?: string | ModelRequest;
  readonly training?: TrainingRequest;
  readonly parallel?: ParallelRequest;
  readonly stack?: StackRequest;
  readonly run?: RunRequest;
  readonly faults?: readonly Fault[];
  readonly seed?: number;
}

export interface ClusterRequest {
  readonly chip?: string | ChipRequest;
  readonly chips?: number;
  readonly scaleUp?: ScaleUpRequest;
  readonly scaleOut?: Partial<ScaleOut>;
}

export type ChipRequest = Partial<Omit<ChipSpec, 'peak'>> & { readonly peak?: Partial<ChipSpec['peak']> };

/** Fields of a torus or of a switch; without `kind` they tell which. */
export type ScaleUpRequest =
  | Partial<Extract<ScaleUp, { kind: 'torus' }>>
  | Partial<Extract<ScaleUp, { kind: 'switch' }>>;

/** `{ config }` is a Hugging Face config.json; otherwise the fields of a shape. */
export type ModelRequest = { readonly config: unknown } | ShapeRequest;

export type ShapeRequest = Partial<Omit<ModelShape, 'experts'>> & {
  readonly experts?: Partial<ExpertShape> | null;
};

export type Recompute =
  | 'none'
  | 'selective'
  | 'full'
  | {
      readonly attention?: number;
      readonly core?: number;
      readonly mlp?: number;
      /** Of memory-bound operators (norms, activations); as the block they are in where it is not given. */
      readonly memory?: number;
    };

export interface TrainingRequest {
  readonly sequence?: number;
  readonly globalBatch?: number;
  readonly microbatch?: number;
  readonly precision?: Precision;
  readonly gradientType?: 'fp32' | 'bf16';
  readonly optimizer?: 'adam' | 'sgd';
  readonly recompute?: Recompute;
  readonly zero?: 0 | 1 | 2 | 3;
  readonly shardGroup?: number;
  readonly reshard?: boolean;
}

export type Dimension = 'tensor' | 'context' | 'expert' | 'data' | 'pipeline';
export type Schedule = 'gpipe' | '1f1b' | 'interleaved' | 'zb-h1' | 'zb-h2' | 'dualpipe';

export interface ParallelRequest {
  readonly tensor?: number;
  readonly sequenceParallel?: boolean;
  readonly overlapTensor?: boolean;
  readonly context?: number;
  readonly contextKind?: 'ring' | 'allGather';
  readonly pipeline?: number;
  readonly virtual?: number;
  readonly expert?: number;
  readonly expertTensor?: number;
  readonly data?: number;
  readonly schedule?: Schedule;
  readonly order?: readonly Dimension[];
}

/** Documented switches of a software stack. */
export interface StackRequest {
  readonly name?: string;
  /** Generation of the attention kernel: the newest of the chip (cuDNN, FlashAttention 3), FlashAttention 2, the first one
   *  in Triton, or none: scores go through memory. */
  readonly attentionKernel?: 'flash' | 'flash2' | 'triton' | 'none';
  readonly earlyStopRecompute?: boolean;
  readonly overlapGradients?: boolean;
  readonly fp8Recipe?: string;
  /** Training drops activations at random and keeps the masks (models before 2023). */
  readonly dropout?: boolean;
  /** Pipeline stages take equal counts of layers where these allow it, whatever embedding and head cost (Megatron-LM). */
  readonly evenStages?: boolean;
  /** The loss is one kernel, or compiled to one: 8 bytes a logit instead of 14. */
  readonly fusedLoss?: boolean;
  /** Norms, activations and rotations are fused (compiled, or hand-written kernels) instead of one kernel for each step of theirs. */
  readonly fusedOperators?: boolean;
  /** Sums of a tensor group backward run beside the products for the gradients of weights (Megatron-LM since 2022). */
  readonly asyncTensor?: boolean;
  /** Updated weights of a sharded optimizer are gathered beside the first forward pass of the next step (Megatron-Core). */
  readonly overlapWeights?: boolean;
  /** Dispatch sends a token once to each rank of its experts, and sorts tokens by expert on the way (DeepEP, HybridEP). */
  readonly sendOnce?: boolean;
  /** The all-to-all of experts runs beside the compute of another microbatch. */
  readonly overlapExperts?: boolean;
  /** Layers are launched as CUDA graphs: the host sets no pace. */
  readonly graphs?: boolean;
  /** Pipelines keep the logits of every microbatch until the step ends (PyTorch's schedules). */
  readonly keepsOutputs?: boolean;
  /** The gradient of a whole matrix stands in bf16 beside the sum it is added to (Megatron-LM). */
  readonly gradientBuffer?: boolean;
}

export interface RunRequest {
  readonly tokens?: number;
  /** Mean seconds between failures of one chip. */
  readonly chipMtbf?: number;
  /** Seconds that training stands still to write a checkpoint. */
  readonly checkpoint?: number;
  /** Seconds from a failure to training again; as long as `checkpoint` where not given. */
  readonly recovery?: number;
}

export interface Fault {
  readonly at: string;
  readonly to?: string;
  readonly kind: 'chip' | 'link' | 'straggler';
  readonly factor?: number;
}

/** A scenario with every field given: what the simulator takes. */
export interface ResolvedScenario {
  readonly version: 1;
  readonly cluster: {
    /** Preset id, or null for a described cluster. */
    readonly id: string | null;
    readonly name: string;
    readonly chip: ChipSpec;
    readonly chips: number;
    readonly scaleUp: ScaleUp;
    readonly scaleOut: ScaleOut;
    /** Where the chips stand; null where no hall is known (placed.ts): numbers and charts only. */
    readonly site: SiteLayout | null;
  };
  readonly model: ModelShape;
  readonly training: Required<TrainingRequest>;
  readonly parallel: Required<ParallelRequest>;
  readonly stack: Required<StackRequest>;
  readonly run: RunRequest | null;
  readonly faults: readonly Fault[];
  readonly seed: number;
}
