import type { ModelShape } from '../facts/model.ts';
import { isMixture } from './layers.ts';

/** Weights of a model: all of them, and those one token meets. */
export interface ParameterCount {
  readonly parameters: number;
  /** All but the routed experts, plus the ones a token visits. */
  readonly activeParameters: number;
}

/** Weights of one layer, part by part. */
export interface LayerParameters {
  readonly attention: number;
  /** Norms, biases and the like. */
  readonly small: number;
  /** The dense MLP; 0 in a mixture. */
  readonly mlp: number;
  readonly router: number;
  /** All shared experts together. */
  readonly shared: number;
  /** One routed expert; 0 in a dense layer. */
  readonly expert: number;
}

/** Query, key, value and output projections of a layer. */
export function attentionParameters(model: ModelShape): number {
  const { hidden, heads, kvHeads, headDim, mla } = model;
  if (!mla) return 2 * hidden * heads * headDim + 2 * hidden * kvHeads * headDim;
  const queryWidth = heads * (mla.nopeDim + mla.ropeDim);
  const query = mla.queryRank > 0 ? (hidden + queryWidth) * mla.queryRank : hidden * queryWidth;
  const down = hidden * (mla.kvRank + mla.ropeDim);
  const up = mla.kvRank * heads * (mla.nopeDim + mla.valueDim);
  return query + down + up + heads * mla.valueDim * hidden;
}

/** Weights of an MLP of a width: gate, up and down, or up and down. */
export function mlpParameters(model: ModelShape, width: number): number {
  return (model.gated ? 3 : 2) * model.hidden * width;
}

/** Weights of a layer: of a mixture, or of one with the dense MLP. */
export function layerParameters(model: ModelShape, mixture: boolean): LayerParameters {
  const { experts, hidden } = model;
  const attention = attentionParameters(model);
  const small = model.normsPerLayer * hidden + model.extraPerLayer;
  if (!mixture || !experts) {
    return { attention, small, mlp: mlpParameters(model, model.ffn), router: 0, shared: 0, expert: 0 };
  }
  return {
    attention,
    small,
    mlp: 0,
    router: hidden * experts.count,
    shared: mlpParameters(model, experts.sharedFfn),
    expert: mlpParameters(model, experts.ffn) + (experts.extra ?? 0),
  };
}

/** Weights outside the layers: input embedding with learned positions, output head (0 where tied), the rest. */
export function outerParameters(model: ModelShape): { embedding: number; head: number; rest: number } {
  const table = model.vocab * model.hidden;
  return {
    embedding: table + model.positions * model.hidden,
    head: model.tiedEmbeddings ? 0 : table,
    rest: model.extra,
  };
}

/** Counts the weights of the text model, without multi-token-prediction layers. */
export function countParameters(model: ModelShape): ParameterCount {
  const outer = outerParameters(model);
  let parameters = outer.embedding + outer.head + outer.rest;
  let activeParameters = parameters;
  const kinds = [layerParameters(model, false), layerParameters(model, true)];
  for (let layer = 0; layer < model.layers; layer++) {
    const part = kinds[isMixture(model, layer) ? 1 : 0];
    const always = part.attention + part.small + part.mlp + part.router + part.shared;
    parameters += always + part.expert * (model.experts?.count ?? 0);
    activeParameters += always + part.expert * (model.experts?.active ?? 0);
  }
  return { parameters, activeParameters };
}
