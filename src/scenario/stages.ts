import type { ModelShape } from '../facts/model.ts';
import { isMixture } from './layers.ts';
import { layerParameters } from './parameters.ts';
import type { ResolvedScenario } from './scenario.ts';

/** What one model part holds: a run of layers, the first part the embedding, the last the head and loss. */
export interface ModelPart {
  readonly first: number;
  readonly count: number;
  readonly embedding: boolean;
  readonly head: boolean;
}

/** The parts of a pipeline stage, one a virtual chunk. */
export interface Stage {
  readonly chunks: readonly ModelPart[];
}

/**
 * Cuts the layers into `pipeline` × `virtual` runs, chunk c of stage s being run c × pipeline + s. Every run has at
 * least one layer; the dearest is as cheap as can be, where a layer costs the weights that a token meets in it, the
 * head its matrix and the embedding, which is a lookup, nothing. Of the runs that this leaves open the shorter come
 * first: early stages hold more microbatches in flight. With `even`, runs are of equal length where that comes out, or
 * where it does once the head, or embedding and head, count as a layer: then each of these may have a run to itself. Needs
 * pipeline × virtual ≤ layers else.
 */
export function splitLayers(model: ModelShape, pipeline: number, virtual: number, even = false): Stage[] {
  const parts = pipeline * virtual;
  const lengths =
    (even ? equalLengths(model.layers, parts) : null) ??
    balance(layerCosts(model), parts, model.vocab * model.hidden);
  const runs: ModelPart[] = [];
  let first = 0;
  for (let part = 0; part < parts; part++) {
    runs.push({ first, count: lengths[part], embedding: part === 0, head: part === parts - 1 });
    first += lengths[part];
  }
  return Array.from({ length: pipeline }, (_, stage) => ({
    chunks: Array.from({ length: virtual }, (_, chunk) => runs[chunk * pipeline + stage]),
  }));
}

/** The stages of a scenario: its layers cut, and with DualPipe on every stage also the part of its mirror image. */
export function stagesOf({ model, parallel, stack }: ResolvedScenario): Stage[] {
  const split = splitLayers(model, parallel.pipeline, parallel.virtual, stack.evenStages);
  if (parallel.schedule !== 'dualpipe') return split;
  return split.map(({ chunks }, stage) => ({
    chunks: [...chunks, ...split[parallel.pipeline - 1 - stage].chunks],
  }));
}

/** Runs of equal length, the last (and the first) shorter by the head (and the embedding), which may be all that they hold; null
 *  where none come out. */
export function equalLengths(layers: number, parts: number): number[] | null {
  for (const [head, embedding] of [
    [0, 0],
    [1, 0],
    [1, 1],
  ]) {
    const whole = (layers + head + embedding) / parts;
    if (!Number.isInteger(whole) || whole < 1 || (head > 0 && parts < 2)) continue;
    const lengths = new Array<number>(parts).fill(whole);
    lengths[parts - 1] -= head;
    lengths[0] -= embedding;
    return lengths;
  }
  return null;
}

/** Weights that a token meets in each layer. */
function layerCosts(model: ModelShape): Float64Array {
  const costs = [false, true].map((mixture) => {
    const part = layerParameters(model, mixture);
    return part.attention + part.mlp + part.router + part.shared + part.expert * (model.experts?.active ?? 0);
  });
  return Float64Array.from({ length: model.layers }, (_, layer) => costs[isMixture(model, layer) ? 1 : 0]);
}

/** Lengths of the runs, from the last backwards: each takes its share of what is left, rounded up to whole layers. */
function balance(costs: Float64Array, parts: number, headCost: number): number[] {
  const sums = new Float64Array(costs.length + 1);
  for (let i = 0; i < costs.length; i++) sums[i + 1] = sums[i] + costs[i];
  const limit = smallestLimit(sums, parts, headCost);
  const needed = partsNeeded(sums, limit);
  const lengths = new Array<number>(parts).fill(0);
  let end = costs.length;
  for (let part = parts - 1; part > 0; part--) {
    const head = part === parts - 1 ? headCost : 0;
    const target = (sums[end] + head) / (part + 1);
    let start = end - 1;
    // A run may grow while it stays within the limit and leaves a layer for each run before it; it must grow where
    // the runs before it could not hold the rest within the limit, and it grows up to its share.
    while (
      start > part &&
      sums[end] - sums[start - 1] + head <= limit &&
      (sums[end] - sums[start] + head < target * (1 - 1e-9) || needed[start] > part)
    ) {
      start--;
    }
    lengths[part] = end - start;
    end = start;
  }
  lengths[0] = end;
  return lengths;
}

/** Cost of the dearest run in the best cut, found by halving to a part in 10⁹. */
function smallestLimit(sums: Float64Array, parts: number, headCost: number): number {
  const layers = sums.length - 1;
  let dearest = 0;
  for (let i = 0; i < layers; i++) dearest = Math.max(dearest, sums[i + 1] - sums[i]);
  let low = Math.max(dearest, sums[layers] - sums[layers - 1] + headCost);
  let high = sums[layers] + headCost;
  for (let round = 0; round < 40 && high > low * (1 + 1e-9); round++) {
    const middle = round === 0 ? low : (low + high) / 2;
    if (fits(sums, parts, headCost, middle)) high = middle;
    else low = middle;
  }
  return high * (1 + 1e-9);
}

/** Whether a cut exists in which no run costs more than the limit. */
function fits(sums: Float64Array, parts: number, headCost: number, limit: number): boolean {
  const needed = partsNeeded(sums, limit);
  const layers = sums.length - 1;
  let start = layers - 1;
  while (start > 0 && sums[layers] - sums[start - 1] + headCost <= limit) start--;
  if (sums[layers] - sums[start] + headCost > limit) return false;
  // The last run may give layers back so that every other run has at least one.
  return needed[Math.max(start, Math.min(parts - 1, layers - 1))] <= parts - 1;
}

/** For each count of leading layers, the fewest runs within the limit that hold them. */
function partsNeeded(sums: Float64Array, limit: number): Int32Array {
  const needed = new Int32Array(sums.length);
  let start = 0;
  let runs = 0;
  for (let end = 1; end < sums.length; end++) {
    if (runs === 0 || sums[end] - sums[start] > limit) {
      runs++;
      start = end - 1;
    }
    needed[end] = runs;
  }
  return needed;
}
