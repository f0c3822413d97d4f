import type { ChipSpec, Precision } from '../../facts/chip.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { AttentionKernel, Constants } from '../calibration/constants.ts';
import type { Operator } from '../shape/operator.ts';

/** What operator times depend on. */
export interface Machine {
  readonly chip: ChipSpec;
  readonly constants: Constants;
  readonly precision: Precision;
  readonly attentionKernel: AttentionKernel;
  /** How scales of an 8-bit format are found; one of RECIPES, else as 'tensorwise'. */
  readonly recipe: string;
  /** Time of the software's operators against that of the constants. */
  readonly software: number;
  /** Norms, activations and rotations are one kernel each. */
  readonly fusedOperators: boolean;
}

/**
 * Seconds of an operator's forward pass by roofline: the slower of its FLOPs at the rate its shape reaches and its
 * bytes at the share of memory bandwidth that streaming reaches, plus the start of a kernel.
 */
export function forwardSeconds(operator: Operator, machine: Machine): number {
  const cast = castSeconds(operator, machine, (sides) => sides.depth);
  const { constants, software } = machine;
  return software * (constants.kernelSeconds + roofline(operator, machine, 1, operator.bytes) + cast);
}

/**
 * Rate of the backward kernel of fused attention against its forward one: about equal in cuDNN and FlashAttention 3, four fifths in
 * FlashAttention 2, and half in the first one in Triton (Dao, arXiv 2307.08691, figures 5 and 6).
 */
const BACKWARD_RATE: Readonly<Record<AttentionKernel, number>> = { flash: 0.9, flash2: 0.8, triton: 0.5 };

/** Seconds of its backward pass: twice the FLOPs and bytes in two kernels; fused attention works its scores out again
 *  (2.5 times its forward FLOPs). */
export function backwardSeconds(operator: Operator, machine: Machine): number {
  const fused = operator.kind === Kind.attention && !operator.sides;
  const work = fused ? 2.5 / BACKWARD_RATE[machine.attentionKernel] : 2;
  const cast = castSeconds(operator, machine, (sides) => sides.width);
  const { constants, software } = machine;
  const busy = roofline(operator, machine, work, backwardBytes(operator));
  return software * (2 * constants.kernelSeconds + busy + cast);
}

/** Bytes of its backward pass. */
export function backwardBytes({ bytes, backwardBytes = 2 * bytes }: Operator): number {
  return backwardBytes;
}

/**
 * Recipes of 8-bit training. castBytes: bytes moved to cast a number. It is read in bf16 (2) and written as it is and transposed (1 + 1);
 * scales of the moment need the greatest of the tensor first (2 more), scales for rows and for columns a pass of their
 * own each (2 + 2 + 1, twice). rate: of the products themselves; scales of rows and columns are applied to partial sums.
 */
const RECIPES: Readonly<Record<string, { readonly castBytes: number; readonly rate: number }>> = {
  tensorwise: { castBytes: 6, rate: 1 },
  delayed: { castBytes: 4, rate: 1 },
  rowwise: { castBytes: 10, rate: 0.55 },
  mx: { castBytes: 4, rate: 1 },
};

/** Norms, activations and rotations where each of their steps is a kernel of its own, which reads and writes bf16 or fp32. */
const UNFUSED = 2.5;

/** Seconds to cast what comes into a product in a narrow format: its input forward, the gradient of its output backward.
 *  Weights are cast once a step, which is nothing. */
function castSeconds(
  { sides, wide }: Operator,
  { chip, constants, precision, recipe }: Machine,
  widthOf: (sides: NonNullable<Operator['sides']>) => number,
): number {
  if (!sides || wide || precision === 'bf16' || precision === 'fp16') return 0;
  const { castBytes } = RECIPES[recipe] ?? RECIPES.tensorwise;
  return (castBytes * sides.tokens * widthOf(sides)) / (chip.memoryBandwidth * constants.memory);
}

function roofline(operator: Operator, machine: Machine, work: number, bytes: number): number {
  const { chip, constants } = machine;
  const steps = operator.kind === Kind.memory && !machine.fusedOperators ? UNFUSED : 1;
  const moving = (steps * bytes) / (chip.memoryBandwidth * constants.memory);
  if (operator.flops === 0) return moving;
  return Math.max(moving, (work * operator.flops) / rate(operator, machine));
}

/** FLOP/s that the operator's shape reaches. A side of length d runs at d/(d + halfSize) of the rate; with several
 *  groups the tokens side counts per group. */
function rate(operator: Operator, machine: Machine): number {
  const { chip, constants } = machine;
  if (!operator.sides) {
    const { attentionKernel } = machine;
    const narrow = attentionKernel === 'flash' ? headShare(operator.headDim) : 1;
    return chip.peak.bf16 * constants.attention[attentionKernel] * narrow;
  }
  const peak = operator.wide ? chip.peak.bf16 : narrowPeak(machine);
  const { tokens, width, depth } = operator.sides;
  const saturated = (side: number, half: number) => side / (side + half);
  const rows =
    operator.groups > 1
      ? saturated(tokens / operator.groups, constants.groupedHalfSize)
      : saturated(tokens, constants.halfSize);
  const shape = rows * saturated(width, constants.halfSize) * saturated(depth, constants.halfSize);
  return peak * constants.matmul * shape * (operator.groups > 1 ? constants.grouped : 1);
}

/** Rate of fused attention with heads of some width against those of 128: exponentials are as many, products fewer. Three quarters
 *  at 64 (FlashAttention 3, arXiv 2407.08608, figure 5: two thirds to four fifths). */
function headShare(width = 128): number {
  return Math.min(1, (1.5 * width) / (width + 64));
}

/** What the roof of a linear layer's products is in the format of the training: its peak, times what the format reaches
 *  of its own peak against bf16. */
function narrowPeak({ chip, constants, precision, recipe }: Machine): number {
  const peak = chip.peak[precision] ?? chip.peak.bf16;
  if (precision === 'nvfp4') return peak * constants.fourBit;
  if (precision === 'fp8' || precision === 'mxfp8')
    return peak * constants.eightBit * (RECIPES[recipe] ?? RECIPES.tensorwise).rate;
  return peak;
}
