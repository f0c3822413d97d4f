import type { ChipSpec } from '../../facts/chip.ts';
import type { Constants } from './constants.ts';

/**
 * Shared by all chips unless a set says otherwise; none but hiddenTensor is set by training steps.
 * halfSize: published GEMM tables fit 91 (B200) and 146 (A100 PCIe). groupedHalfSize: grouped-GEMM table of the B200
 * (forward 0.20 of peak at 154 tokens an expert, 0.49 at 2,460: 230; 450 for weights' gradients; mean of the three products). memory: STREAM-like tests. scaleUp, scaleOut: NCCL bus bandwidth
 * (A100 232 of 300 GB/s, H100 370 of 450, 8 × 400 Gb/s 380 of 400). kernelSeconds, collectiveSeconds, stepSeconds: usual launch
 * and host costs.
 */
const SHARED = {
  halfSize: 100,
  groupedHalfSize: 300,
  grouped: 1,
  eightBit: 1,
  fourBit: 1,
  memory: 0.65,
  scaleUp: 0.8,
  scaleOut: 0.8,
  overlapSlowdown: 0,
  hiddenTensor: 0.7,
  kernelSeconds: 5e-6,
  collectiveSeconds: 0,
  hostSeconds: { dense: 0, mixture: 0 },
  dispatchSeconds: 0,
  stepSeconds: 15e-3,
  sliceJitter: 0,
} as const;

/**
 * GPUs: a fifth of a collective's time is taken from the compute beside it (streaming multiprocessors and memory bandwidth that
 * NCCL uses: 16–32 of 132); a layer costs the host some time whatever its size (dense 5.8 ms forward and backward, Llama 70B
 * at tensor 8 on B200; mixture 9–10 ms, Qwen3 at one sequence on B200 and H100 alike). collectiveSeconds: NCCL's bus bandwidth by size (SimAI's tables: half of it is reached at 13 MB on one node and
 * at 13 MB a node on more, which is 33 µs a node; SimuMax fits 22–26 µs on B200). dispatchSeconds: what DeepSeek's layers on B200
 * lack on one node, 1 ms forward, set by hand on those rows.
 */
const GPU = {
  ...SHARED,
  overlapSlowdown: 0.2,
  collectiveSeconds: 33e-6,
  hostSeconds: { dense: 1.9e-3, mixture: 3.5e-3 },
  dispatchSeconds: 1e-3,
} as const;

/** TPUs: 128 × 128 arrays want larger sides; the time of the slowest slice decides where several work together. */
const TPU = { ...SHARED, halfSize: 190, overlapSlowdown: 0.2, sliceJitter: 0.018 } as const;

/**
 * Blackwell: power keeps large bf16 products at half the peak in a sweep (GEMM table: 0.51) and at 0.445 over a step, smaller formats
 * less so.
 */
const BLACKWELL = {
  ...GPU,
  matmul: 0.445,
  attention: { flash: 0.465, flash2: 0.25, triton: 0.2 },
  eightBit: 1.17,
  fourBit: 1.03,
  memory: 0.68,
  // SimuMax's fit of NCCL on this node: 0.67 for all-gather and reduce-scatter.
  scaleUp: 0.67,
  basis: 'published',
} as const;

/**
 * Trainium1: matmul and attention from four published training rows (Neuron SDK benchmarks, 2.13–2.24: Llama 3.1 8B
 * and 70B, Llama 2 7B, GPT-3 175B); too few to call a fit a test. memory as there.
 */
const TRAINIUM1: Constants = {
  ...SHARED,
  name: 'Trainium1',
  matmul: 0.46,
  attention: { flash: 0.2, flash2: 0.2, triton: 0.2 },
  memory: 0.6,
  basis: 'fitted',
};

/** Words of a chip's name, lower case, to its constants. */
export const CHIPS: Readonly<Record<string, Constants>> = {
  trainium1: TRAINIUM1,
  // No training step on Trainium2 or Trainium3 is published: shares carried over from Trainium1, whose 128 × 128
  // systolic array they keep.
  trainium2: { ...TRAINIUM1, name: 'Trainium2', basis: 'transferred' },
  trainium3: { ...TRAINIUM1, name: 'Trainium3', basis: 'transferred' },
  a100: {
    ...GPU,
    name: 'A100',
    matmul: 0.722,
    halfSize: 55,
    attention: { flash: 0.5, flash2: 0.5, triton: 0.525 },
    memory: 0.585,
    basis: 'published',
  },
  // The power-limited part of Meta's training clusters, before the ordinary one: its name has both words.
  '500w': {
    ...GPU,
    name: 'H100 (500 W)',
    matmul: 0.549,
    attention: { flash: 0.7, flash2: 0.217, triton: 0.25 },
    eightBit: 1,
    basis: 'published',
  },
  h100: {
    ...GPU,
    name: 'H100',
    matmul: 0.59,
    attention: { flash: 0.7, flash2: 0.25, triton: 0.293 },
    eightBit: 1.04,
    basis: 'published',
  },
  h200: {
    ...GPU,
    name: 'H200',
    matmul: 0.59,
    attention: { flash: 0.7, flash2: 0.25, triton: 0.293 },
    eightBit: 1.04,
    basis: 'published',
  },
  b200: { ...BLACKWELL, name: 'B200' },
  b300: { ...BLACKWELL, name: 'B300' },
  gb200: { ...BLACKWELL, name: 'GB200', matmul: 0.43 },
  gb300: { ...BLACKWELL, name: 'GB300', matmul: 0.66, eightBit: 1.1, fourBit: 0.98 },
  v4: { ...TPU, name: 'TPU v4', matmul: 0.8, attention: kernels(0.62), basis: 'published' },
  v5e: { ...TPU, name: 'TPU v5e', matmul: 0.916, attention: kernels(0.62), basis: 'published' },
  v5p: { ...TPU, name: 'TPU v5p', matmul: 0.9, attention: kernels(0.62), basis: 'published' },
  v6e: { ...TPU, name: 'TPU v6e', matmul: 0.64, attention: kernels(0.62), basis: 'published' },
  tpu7x: {
    ...TPU,
    name: 'TPU7x',
    // Two of its three mixtures say so (DeepSeek-V3 and Qwen3 235B, grouped products of MaxText).
    grouped: 0.55,
    matmul: 0.75,
    attention: kernels(0.62),
    eightBit: 0.75,
    basis: 'published',
  },
};

/** One share for all generations of the kernel, where only one is known. */
function kernels(share: number): Constants['attention'] {
  return { flash: share, flash2: share, triton: share };
}

/** For a chip of which nothing is known: the middle of the others. */
const UNKNOWN: Constants = {
  ...SHARED,
  name: '',
  matmul: 0.6,
  attention: { flash: 0.4, flash2: 0.4, triton: 0.25 },
  basis: 'unknown',
};

/** The word that a name must have beside the key, which alone could be any maker's: "500W", "v4". */
function familyOf(key: string): string {
  if (key === '500w') return 'h100';
  return /^v\d/.test(key) ? 'tpu' : key;
}

/** Constants of a chip by its name ("Trainium2", "AWS Trainium 2", "NVIDIA H100 SXM", "TPU v5p" …). */
export function constantsOf(chip: ChipSpec): Constants {
  const name = chip.name
    .toLowerCase()
    .replace(/(trainium|trn)\s*/, 'trainium')
    .replace(/tpu ?v?7x|ironwood/, 'tpu7x');
  const words = name.split(/[^a-z0-9]+/);
  const known = Object.keys(CHIPS).find((key) => words.includes(key) && words.includes(familyOf(key)));
  return known ? CHIPS[known] : { ...UNKNOWN, name: chip.name };
}
