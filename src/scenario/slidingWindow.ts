import type { ModelShape } from '../facts/model.ts';
import { type Fields, flag, MOST, optionalCount, optionalList } from './fields.ts';

type Window = ModelShape['slidingWindow'];

/** A window of the given share of layers; null where no layer has one. */
function windowOf(window: number | undefined, share: number): Window {
  return window === undefined || share === 0 ? null : { window, share };
}

/** Every layer sees only the window, where one is given. */
export function everyLayer(fields: Fields, name: string): Window {
  return windowOf(optionalCount(fields, [name], MOST.vocab), 1);
}

/** Qwen: the layers from `max_window_layers` on, and only if `use_sliding_window` says so. */
export function laterLayers(fields: Fields, layers: number): Window {
  if (!flag(fields, 'use_sliding_window', false)) return null;
  const first = Math.min(layers, optionalCount(fields, ['max_window_layers'], MOST.layers, 0) ?? layers);
  return windowOf(optionalCount(fields, ['sliding_window'], MOST.vocab), (layers - first) / layers);
}

/** The layers that `layer_types` names, or a share of them. */
export function listedLayers(fields: Fields, layers: number, otherwise: number): Window {
  const types = optionalList(fields, 'layer_types', MOST.layers);
  const share = types ? types.filter((type) => type === 'sliding_attention').length / layers : otherwise;
  return windowOf(optionalCount(fields, ['sliding_window'], MOST.vocab), Math.min(1, share));
}

/** Llama 4: layers with rotary positions see only the chunk they are in; every fourth layer has none and sees all. */
export function chunkedAttention(fields: Fields, layers: number): Window {
  const interval = optionalCount(fields, ['no_rope_layer_interval'], MOST.layers) ?? 4;
  const chunk = optionalCount(fields, ['attention_chunk_size'], MOST.vocab);
  return windowOf(chunk, (layers - Math.floor(layers / interval)) / layers);
}
