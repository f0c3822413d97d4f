import { isMixture } from '../../scenario/layers.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { attentionBlock } from './attention.ts';
import { head } from './edges.ts';
import { denseBlock, mixtureBlock } from './mlp.ts';
import { flopsOf } from './operator.ts';
import { sizesOf } from './sizes.ts';

/**
 * Model FLOPs of a step: what the model must compute whatever the layout. Every matrix product forward once and backward
 * twice (6 for each weight a token meets, the head included, the embedding lookup not), attention over the causal half
 * of the scores; nothing that is run a second time.
 */
export function modelFlops(scenario: ResolvedScenario): number {
  const { model, training, parallel } = scenario;
  const sizes = sizesOf({
    ...scenario,
    training: { ...training, microbatch: 1 },
    parallel: { ...parallel, tensor: 1, context: 1, expert: 1, expertTensor: 1 },
    stack: { ...scenario.stack, attentionKernel: 'flash' },
  });
  const attention = flopsOf(attentionBlock(sizes));
  const dense = attention + flopsOf(denseBlock(sizes));
  const mixture = model.experts ? attention + flopsOf(mixtureBlock(sizes)) : dense;
  let forward = flopsOf(head(sizes, true));
  for (let layer = 0; layer < model.layers; layer++) forward += isMixture(model, layer) ? mixture : dense;
  return 3 * forward * training.globalBatch;
}
