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
  /** Scales of an 8-bit format for each row instead of each tensor: slower (ROWWISE). */
  readonly rowwise: boolean;
}

/**
 * Seconds of an operator's forward pass by roofline: the slower of its FLOPs at the rate its shape reaches and its
 * bytes at the share of memory bandwidth that streaming reaches, plus the start of a kernel.
 */
export function forwardSeconds(operator: Operator, machine: Machine): number {
  const cast = castSeconds(operator, machine, (sides) => sides.depth);
  return machine.constants.kernelSeconds + roofline(operator, machine, 1, 1) + cast;
}

/** Seconds of its backward pass: twice the FLOPs and bytes in two kernels; fused attention works its scores out again
 *  (2.5 times its forward FLOPs). */
export function backwardSeconds(operator: Operator, machine: Machine): number {
  const fused = operator.kind === Kind.attention && !operator.sides;
  const cast = castSeconds(operator, machine, (sides) => sides.width);
  return 2 * machine.constants.kernelSeconds + roofline(operator, machine, fused ? 2.5 : 2, 2) + cast;
}

/** Bytes moved to cast a number to a narrow format: read in bf16, written as it is and transposed. */
const CAST_BYTES = 4;

/** Seconds to cast what comes into a product in a narrow format: its input forward, the gradient of its output backward.
 *  Weights are cast once a step, which is nothing. */
function castSeconds(
  { sides, wide }: Operator,
  { chip, constants, precision }: Machine,
  widthOf: (sides: NonNullable<Operator['sides']>) => number,
): number {
  if (!sides || wide || precision === 'bf16' || precision === 'fp16') return 0;
  return (CAST_BYTES * sides.tokens * widthOf(sides)) / (chip.memoryBandwidth * constants.memory);
}

function roofline(operator: Operator, machine: Machine, work: number, traffic: number): number {
  const { chip, constants } = machine;
  const moving = (traffic * operator.bytes) / (chip.memoryBandwidth * constants.memory);
  if (operator.flops === 0) return moving;
  return Math.max(moving, (work * operator.flops) / rate(operator, machine));
}

/** FLOP/s that the operator's shape reaches. A side of length d runs at d/(d + halfSize) of the rate; with several
 *  groups the tokens side counts per group. */
function rate(operator: Operator, machine: Machine): number {
  const { chip, constants } = machine;
  if (!operator.sides) return chip.peak.bf16 * constants.attention[machine.attentionKernel];
  const peak = operator.wide ? chip.peak.bf16 : narrowPeak(machine);
  const { tokens, width, depth } = operator.sides;
  const saturated = (side: number, half: number) => side / (side + half);
  const rows =
    operator.groups > 1
      ? saturated(tokens / operator.groups, constants.groupedHalfSize)
      : saturated(tokens, constants.halfSize);
  const shape = rows * saturated(width, constants.halfSize) * saturated(depth, constants.halfSize);
  return peak * constants.matmul * shape;
}

/** Rate of 8-bit products with a scale for each row against one for each tensor (torchtitan's Llama 70B on 256 H100: 600 against
 *  810 tokens/s of a whole step). */
const ROWWISE = 0.65;

/** What the roof of a linear layer's products is in the format of the training: its peak, times what the format reaches
 *  of its own peak against bf16. */
function narrowPeak({ chip, constants, precision, rowwise }: Machine): number {
  const peak = chip.peak[precision] ?? chip.peak.bf16;
  if (precision === 'nvfp4') return peak * constants.fourBit;
  if (precision === 'fp8' || precision === 'mxfp8')
    return peak * constants.eightBit * (rowwise ? ROWWISE : 1);
  return peak;
}
