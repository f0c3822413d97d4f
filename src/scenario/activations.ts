import type { ModelShape } from '../facts/model.ts';
import { isMixture } from './layers.ts';
import type { Recompute, ResolvedScenario } from './scenario.ts';
import type { Stage } from './stages.ts';
import { kvHeadsOfRank } from './weights.ts';

/** Bytes of a bf16 activation. */
const B = 2;

/** Bytes that one token leaves behind in one layer of one rank, for the backward pass. */
export interface LayerActivations {
  /** Kept while the microbatch is in flight. */
  readonly kept: number;
  /** Everything that the layer's backward needs: kept, or made again and gone with the layer. */
  readonly whole: number;
}

/**
 * Activations of a token in a layer (Korthikanti et al., arxiv.org/abs/2205.05198, for flash attention and gated
 * MLPs). Attention keeps the input of its norm and of its matrices (4h), queries, keys, values and the heads' output;
 * without flash also mask, scores and softmax (5 bytes a score and head). The MLP keeps its two inputs (4h) and each
 * of its products. A mixture keeps the products of the experts visited and what was sent to them and back. What is
 * split among tensor ranks is divided by them; the h terms only with sequence parallelism. Recomputed parts keep
 * their input alone.
 */
export function layerActivations(scenario: ResolvedScenario, mixture: boolean): LayerActivations {
  const { model, parallel, training, stack } = scenario;
  const { tensor } = parallel;
  const ranksOfInput = parallel.sequenceParallel ? tensor : 1;
  const input = (B * model.hidden) / ranksOfInput;
  const products = (model.gated ? 3 : 2) * B;
  const flash = stack.attentionKernel !== 'none';
  const scores = flash ? 0 : (5 * model.heads * training.sequence) / tensor;
  // One byte of mask for each number after attention and after the MLP.
  const mask = stack.dropout ? model.hidden / ranksOfInput : 0;
  const attention = 2 * input + attentionWidths(model, tensor, ranksOfInput) * B + mask;
  let mlp = 2 * input + mask;
  if (mixture && model.experts) {
    const { experts } = model;
    const visited = (products * (experts.ffn * experts.active + experts.sharedFfn)) / tensor;
    // With the experts' matrices split too, every rank of the split gets the tokens of all.
    const sent = 2 * B * model.hidden * experts.active * Math.min(1, parallel.expertTensor / ranksOfInput);
    mlp += visited + sent;
  } else {
    mlp += (products * model.ffn) / tensor;
  }
  const whole = attention + scores + mlp;
  if (training.recompute === 'full') return { kept: input, whole };
  if (training.recompute === 'selective') return { kept: attention + mlp, whole };
  const share = recomputeShares(training.recompute);
  if (share.memory !== null) {
    // By operator: the block's input stays, then what is kept of products, of the scores' result and of the rest.
    const result = model.mla ? 0 : (B * model.heads * model.headDim) / tensor;
    const ofAttention = attentionWidths(model, tensor, ranksOfInput) * B - result + input;
    const ofMlp = ((mlp - mask - 2 * input) * (model.gated ? 2 : 1)) / (model.gated ? 3 : 2) + input;
    const rest = Math.max(0, whole - input - ofAttention - result - scores - ofMlp);
    const kept =
      input +
      ofAttention * (1 - share.attention) +
      (result + scores) * (1 - share.core) +
      ofMlp * (1 - share.mlp) +
      rest * (1 - share.memory);
    return { kept, whole };
  }
  const kept =
    (attention + scores) * (1 - share.attention) +
    input * share.attention +
    mlp * (1 - share.mlp) +
    input * share.mlp;
  return { kept, whole };
}

/** Fractions of attention and MLP that are computed again; 'selective' is the score part alone and not told here. */
function recomputeShares(recompute: Recompute) {
  if (typeof recompute === 'string') return { attention: 0, core: 0, mlp: 0, memory: null };
  const { attention = 0, core = attention, mlp = 0, memory = null } = recompute;
  return { attention, core, mlp, memory };
}

/** Numbers a token leaves in queries, keys, values and the heads' output on one rank. */
function attentionWidths(model: ModelShape, tensor: number, ranksOfInput: number): number {
  const { heads, headDim, kvHeads, mla } = model;
  if (!mla) return (2 * heads * headDim) / tensor + 2 * headDim * kvHeadsOfRank(kvHeads, tensor);
  const perHead = 2 * (mla.nopeDim + mla.ropeDim) + 2 * mla.valueDim;
  return (heads * perHead) / tensor + (mla.queryRank + mla.kvRank + mla.ropeDim) / ranksOfInput;
}

/** Tokens of a microbatch on one rank. */
export function tokensOfMicrobatch(scenario: ResolvedScenario): number {
  return (scenario.training.microbatch * scenario.training.sequence) / scenario.parallel.context;
}

/** Microbatches a replica runs in a step. */
export function microbatchCount(scenario: ResolvedScenario): number {
  return scenario.training.globalBatch / (scenario.parallel.data * scenario.training.microbatch);
}

/**
 * Microbatches whose activations a stage holds at once, at most, in units of the whole stage: with 1F1B one for each
 * stage from here to the end, interleaved as many chunks as Megatron-LM's warm-up and one more, with GPipe all. With
 * DualPipe one part more than there are stages, of the two that a stage holds; with ZB-H2 one less than twice the stages.
 */
export function inFlight(scenario: ResolvedScenario, stage: number): number {
  const { pipeline, virtual, schedule } = scenario.parallel;
  const microbatches = microbatchCount(scenario);
  if (schedule === 'gpipe') return microbatches;
  // Stages put off gradients of weights, and keep what they need for them, up to what the first stage holds.
  if (schedule === 'zb-h1') return Math.min(pipeline, microbatches);
  if (schedule === 'zb-h2') return Math.min(2 * pipeline - 1, microbatches);
  if (schedule === 'dualpipe') return (pipeline + 1) / 2;
  if (virtual === 1) return Math.min(pipeline - stage, microbatches);
  const chunks = 2 * (pipeline - stage - 1) + (virtual - 1) * pipeline + 1;
  return Math.min(chunks, microbatches * virtual) / virtual;
}

/** Bytes of activations on one rank of a stage at its fullest: what is in flight, and the layer being made again. */
export function stageActivations(scenario: ResolvedScenario, stage: Stage, index: number): number {
  const kinds = [layerActivations(scenario, false), layerActivations(scenario, true)];
  let kept = 0;
  let again = 0;
  for (const chunk of stage.chunks) {
    for (let layer = chunk.first; layer < chunk.first + chunk.count; layer++) {
      const kind = kinds[isMixture(scenario.model, layer) ? 1 : 0];
      kept += kind.kept;
      again = Math.max(again, kind.whole - kind.kept);
    }
  }
  return tokensOfMicrobatch(scenario) * (kept * inFlight(scenario, index) + again);
}
