import type { ExpertShape, ModelShape } from '../facts/model.ts';
import { models } from '../facts/models.ts';
import { readConfig } from './config.ts';
import { ScenarioError } from './error.ts';
import { countParameters } from './parameters.ts';
import type { ModelRequest, ShapeRequest } from './scenario.ts';

/** Model of a scenario that names none. */
export const DEFAULT_MODEL = 'llama-3.1-405b';

/** Vocabulary of a described model that says none: that of Llama 3. */
const DEFAULT_VOCAB = 128_256;

/** The shape of a preset, of a config.json, or of the fields given. */
export function resolveModel(request: string | ModelRequest = DEFAULT_MODEL): ModelShape {
  if (typeof request === 'string') {
    if (!Object.hasOwn(models, request)) {
      throw new ScenarioError('model', `must be one of ${Object.keys(models).join(', ')}`, request);
    }
    return models[request].shape;
  }
  return 'config' in request ? readConfig(request.config) : completeShape(request);
}

/**
 * Fills the gaps of a described model. Layers, hidden and heads must be given. Otherwise: a key and value head for
 * every head; heads that share out the hidden width; a gated MLP of 8/3 of it to the nearest 256, or 4 times it where
 * not gated; Llama 3's vocabulary; an untied head; two RMS norms a layer and a final one; no biases; all positions
 * seen. Experts: none shared, as wide as the MLP, in every layer.
 */
export function completeShape(request: ShapeRequest): ModelShape {
  const layers = needed('layers', request.layers);
  const hidden = needed('hidden', request.hidden);
  const heads = needed('heads', request.heads);
  const mla = request.mla ?? null;
  const kvHeads = request.kvHeads ?? heads;
  if (heads % kvHeads !== 0)
    throw new ScenarioError('model.kvHeads', `must divide heads (${heads})`, kvHeads);
  const headDim = mla ? mla.nopeDim + mla.ropeDim : (request.headDim ?? hidden / heads);
  if (!Number.isInteger(headDim))
    throw new ScenarioError('model.heads', `must divide hidden (${hidden})`, heads);
  const attention = request.attention ?? (mla ? 'mla' : kvHeads === heads ? 'mha' : 'gqa');
  if ((attention === 'mla') !== (mla !== null)) {
    throw new ScenarioError('model.attention', 'must be mla where mla is given, and only there', attention);
  }
  const gated = request.gated ?? true;
  const ffn = request.ffn ?? (gated ? Math.max(1, Math.round((8 * hidden) / 3 / 256)) * 256 : 4 * hidden);
  const shape: ModelShape = {
    name: request.name ?? 'described model',
    layers,
    hidden,
    heads,
    kvHeads,
    headDim,
    ffn,
    gated,
    vocab: request.vocab ?? DEFAULT_VOCAB,
    tiedEmbeddings: request.tiedEmbeddings ?? false,
    attention,
    mla,
    experts: request.experts ? completeExperts(request.experts, ffn, layers) : null,
    positions: request.positions ?? 0,
    normsPerLayer: request.normsPerLayer ?? 2,
    extraPerLayer: request.extraPerLayer ?? 0,
    extra: request.extra ?? hidden,
    slidingWindow: request.slidingWindow ?? null,
  };
  const { activeParameters, parameters } = countParameters(shape);
  const least = Math.min(activeParameters, parameters);
  // Corrections may be negative, but not so that a model or a layer has no weights left.
  if (!(least > 0)) throw new ScenarioError('model.extra', 'must leave the model weights', shape.extra);
  if (layers > 0 && shape.extraPerLayer + shape.normsPerLayer * hidden < 0)
    throw new ScenarioError('model.extraPerLayer', 'must leave each layer weights', shape.extraPerLayer);
  return shape;
}

function completeExperts(request: Partial<ExpertShape>, ffn: number, layers: number): ExpertShape {
  const count = needed('experts.count', request.count);
  const active = needed('experts.active', request.active);
  if (active > count)
    throw new ScenarioError('model.experts.active', `must be at most count (${count})`, active);
  const shared = request.shared ?? 0;
  const width = request.ffn ?? ffn;
  const firstDense = request.firstDense ?? 0;
  if (firstDense > layers) {
    throw new ScenarioError('model.experts.firstDense', `must be at most layers (${layers})`, firstDense);
  }
  return {
    ...request,
    count,
    active,
    shared,
    ffn: width,
    sharedFfn: request.sharedFfn ?? shared * width,
    firstDense,
    every: request.every ?? 1,
  };
}

function needed(field: string, value: number | undefined): number {
  if (value === undefined) throw new ScenarioError(`model.${field}`, 'is missing');
  return value;
}
