import type { ResolvedScenario } from '../../src/scenario/scenario.ts';
import { meanKeys } from '../../src/sim/shape/attention.ts';
import { modelFlops } from '../../src/sim/shape/modelFlops.ts';
import { kinOf } from './kin.ts';
import type { Row } from './row.ts';

/** Stacks whose published FLOP/s count attention over the full square where a row does not say. */
const FULL_SQUARE = /megatron-core|megatron-2022|maxtext|other/;

/** Seconds of a step that a row reports: as such, by its tokens/s, or by its FLOP/s in its own convention; null where it
 *  reports none. */
export function measuredSeconds(row: Row, scenario: ResolvedScenario): number | null {
  const { measured, parallel, hardware } = row;
  if (measured.iterationSeconds != null) return measured.iterationSeconds;
  const { globalBatch, sequence } = scenario.training;
  const chips = parallel.chips!;
  if (measured.tokensPerSecPerChip != null) {
    return (globalBatch * sequence) / (measured.tokensPerSecPerChip * chips);
  }
  if (measured.samplesPerSecPerChip != null) return globalBatch / (measured.samplesPerSecPerChip * chips);
  if (measured.sequencesPerSec != null) return globalBatch / measured.sequencesPerSec;
  const share = measured.mfu == null ? null : measured.mfu * hardware!.peakTflopsBf16;
  const tera = measured.tflopsPerChip ?? share;
  if (tera != null) return countedFlops(row, scenario) / (tera * 1e12 * chips);
  if (measured.hfu == null) return null;
  // What the hardware did: the forward pass twice where all of it is run again.
  const twice = scenario.training.recompute === 'full' ? 4 / 3 : 1;
  const done = measured.hfu * hardware!.peakTflopsBf16 * 1e12 * chips;
  return (twice * countedFlops({ ...row, flopsConvention: null }, scenario)) / done;
}

/** FLOPs of a step as the row's authors count them. */
function countedFlops(row: Row, scenario: ResolvedScenario): number {
  const { model, training } = scenario;
  const causal = modelFlops(scenario);
  const convention =
    row.flopsConvention?.best ?? (FULL_SQUARE.test(kinOf(row)) ? 'full attention' : 'causal');
  const valueDim = model.mla ? model.mla.valueDim : model.headDim;
  const square =
    6 *
    training.globalBatch *
    training.sequence *
    model.layers *
    model.heads *
    (model.headDim + valueDim) *
    (training.sequence - meanKeys(model, training.sequence));
  const flops = /causal/.test(convention) ? causal : causal + square;
  // With full recomputation the forward pass is counted a second time.
  return /full recompute/.test(convention) ? (flops * 4) / 3 : flops;
}
