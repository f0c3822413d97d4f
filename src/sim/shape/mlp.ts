import { Kind } from '../../timeline/timeline.ts';
import type { Exchange, Item } from './operator.ts';
import { ACTIVATION, activations, enter, leave, matmul, type Sizes, streaming } from './sizes.ts';

/** Tokens are put in expert order and back: passes over each copy, forward; fewer where dispatch does part of it. */
const SORT_PASSES = { each: 6, once: 3 };

/** The dense MLP block of a layer: norm, up (and gate), activation, down, and its tensor collectives. */
export function denseBlock(sizes: Sizes): Item[] {
  const { hidden, ffn } = sizes.model;
  return [
    normOf(sizes),
    ...enter(sizes, 'mlp', activations(sizes, hidden)),
    ...mlp(sizes, ffn),
    ...leave(sizes, 'mlp', activations(sizes, hidden)),
  ];
}

/**
 * A mixture of experts: router, dispatch to the ranks that hold the chosen experts and back (all-to-all), the experts'
 * products, and the shared experts as a dense MLP. Load is taken as even. Where an expert's matrices are cut over
 * several ranks (expertTensor), these gather the dispatched tokens and scatter their results.
 */
export function mixtureBlock(sizes: Sizes): Item[] {
  const { model, shardTokens, expert, expertTensor } = sizes;
  const experts = model.experts!;
  const { hidden } = model;
  const sent = ACTIVATION * shardTokens * experts.active * hidden;
  const dispatch: Exchange[] =
    expert === 1
      ? []
      : [
          {
            ...{ type: 'exchange', group: 'expert', part: 'mlp', bytes: sent, copies: experts.active },
            ...{ forward: Kind.expertAllToAll, backward: Kind.expertAllToAll },
          },
        ];
  // Tokens of the ranks that share an expert's matrices; each goes to `active` experts.
  const gathered = sizes.sequenceParallel ? shardTokens * expertTensor : shardTokens;
  const rows = gathered * experts.active;
  // A token that stays in its group need not be gathered once for each expert it visits.
  const passed = ACTIVATION * hidden * (expert === 1 ? gathered : rows);
  const local = experts.count / expert;
  const width = experts.ffn / expertTensor;
  const up = (model.gated ? 2 : 1) * width;
  const grouped = (n: number, depth: number, extra: number) =>
    matmul('mlp', rows, n, depth, {
      groups: local,
      bytes: ACTIVATION * (rows * depth + local * depth * n + rows * n),
      weights: 0,
      expertWeights: local * (n * depth + extra / expertTensor),
    });
  return [
    normOf(sizes),
    matmul('mlp', shardTokens, experts.count, hidden, { wide: true }),
    streaming('mlp', (sizes.sendOnce ? SORT_PASSES.once : SORT_PASSES.each) * sent),
    ...dispatch,
    ...enter(sizes, 'mlp', passed, 'expertTensor'),
    grouped(up, hidden, experts.extra ?? 0),
    streaming('mlp', ACTIVATION * rows * (up + width)),
    grouped(hidden, width, 0),
    ...leave(sizes, 'mlp', passed, 'expertTensor'),
    ...dispatch,
    ...sharedExperts(sizes),
  ];
}

function sharedExperts(sizes: Sizes): Item[] {
  const { hidden, experts } = sizes.model;
  if (!experts || experts.sharedFfn === 0) return [];
  return [
    ...enter(sizes, 'mlp', activations(sizes, hidden)),
    ...mlp(sizes, experts.sharedFfn),
    ...leave(sizes, 'mlp', activations(sizes, hidden)),
  ];
}

function normOf(sizes: Sizes): Item {
  const { hidden, normsPerLayer } = sizes.model;
  return streaming('mlp', ACTIVATION * sizes.shardTokens * 5 * hidden, (normsPerLayer / 2) * hidden);
}

function mlp({ model, tokens, tensor }: Sizes, ffn: number): Item[] {
  const width = ffn / tensor;
  const up = (model.gated ? 2 : 1) * width;
  return [
    matmul('mlp', tokens, up, model.hidden),
    streaming('mlp', ACTIVATION * tokens * (up + width)),
    matmul('mlp', tokens, model.hidden, width),
  ];
}
