import type { ChipSpec } from '../../facts/chip.ts';

/**
 * What a chip reaches of its data sheet: few constants, each physical. Shares of a peak are dimensionless.
 * Where they come from stands with each set; `basis` says how far to trust a time made with them.
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
  /** Share of the peak matrix rate that fused attention reaches, on its causal FLOPs. */
  readonly attention: number;
  /** Share of memory bandwidth that streaming operators reach. */
  readonly memory: number;
  /** Share of scale-up and scale-out link bandwidth that collectives reach. */
  readonly scaleUp: number;
  readonly scaleOut: number;
  /** Seconds to start one operator. */
  readonly kernelSeconds: number;
  /** Seconds a step costs outside the model: data loading, host, logging. */
  readonly stepSeconds: number;
  readonly basis: 'fitted' | 'transferred' | 'assumed' | 'unknown';
}

/**
 * Shared by all chips unless a set says otherwise. halfSize: published GEMM tables fit 91 (B200) and 146 (A100 PCIe);
 * groupedHalfSize: grouped-GEMM table of the B200 (0.20 of peak at 154 tokens an expert, 0.49 at 2,460); memory, scaleUp,
 * scaleOut: STREAM-like and NCCL bus-bandwidth tests (A100 232 of 300 GB/s, H100 370 of 450); kernelSeconds and
 * stepSeconds: usual launch and host costs, not identified by step times.
 */
const SHARED = {
  halfSize: 100,
  groupedHalfSize: 230,
  memory: 0.65,
  scaleUp: 0.8,
  scaleOut: 0.8,
  kernelSeconds: 5e-6,
  stepSeconds: 15e-3,
} as const;

/**
 * Trainium1: matmul and attention from four published training rows (Neuron SDK benchmarks, 2.13–2.24: Llama 3.1 8B
 * and 70B, Llama 2 7B, GPT-3 175B); too few to call a fit a test. memory as there.
 */
const TRAINIUM1: Constants = {
  ...SHARED,
  name: 'Trainium1',
  matmul: 0.51,
  attention: 0.2,
  memory: 0.6,
  basis: 'fitted',
};

/** First word of a chip's name, lower case, to its constants. */
const CHIPS: Readonly<Record<string, Constants>> = {
  trainium1: TRAINIUM1,
  // No training step on Trainium2 or Trainium3 is published: shares carried over from Trainium1, whose 128 × 128
  // systolic array they keep.
  trainium2: { ...TRAINIUM1, name: 'Trainium2', basis: 'transferred' },
  trainium3: { ...TRAINIUM1, name: 'Trainium3', basis: 'transferred' },
  // Matrix share from published GEMM sweeps (H100 614 of 989 TFLOP/s, B200 0.51 of peak, power-limited) and dense
  // training runs of Megatron-LM, MosaicML and MaxText; attention by kernel: FlashAttention 1 on A100, cuDNN and
  // FlashAttention 3 on H100.
  a100: {
    ...SHARED,
    name: 'A100',
    matmul: 0.75,
    halfSize: 55,
    attention: 0.33,
    memory: 0.57,
    basis: 'assumed',
  },
  h100: { ...SHARED, name: 'H100', matmul: 0.62, attention: 0.5, basis: 'assumed' },
  b200: { ...SHARED, name: 'B200', matmul: 0.51, attention: 0.49, memory: 0.68, basis: 'assumed' },
  tpu: { ...SHARED, name: 'TPU v5p', matmul: 0.88, halfSize: 190, attention: 0.62, basis: 'assumed' },
};

/** For a chip of which nothing is known: the middle of the others. */
const UNKNOWN: Constants = { ...SHARED, name: '', matmul: 0.6, attention: 0.4, basis: 'unknown' };

/** Constants of a chip by its name ("Trainium2", "AWS Trainium 2", "NVIDIA H100 SXM" …). */
export function constantsOf(chip: ChipSpec): Constants {
  const name = chip.name.toLowerCase().replace(/(trainium|trn)\s*/, 'trainium');
  const words = name.split(/[^a-z0-9]+/);
  const known = Object.keys(CHIPS).find((key) => words.includes(key));
  return known ? CHIPS[known] : { ...UNKNOWN, name: chip.name };
}
