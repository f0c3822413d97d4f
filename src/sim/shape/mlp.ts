import { Kind } from '../../timeline/timeline.ts';
import type { Exchange, Item } from './operator.ts';
import { ACTIVATION, enter, leave, matmul, type Sizes, streaming } from './sizes.ts';

/** The dense MLP block of a layer: norm, up (and gate), activation, down, and its tensor collectives. */
export function denseBlock(sizes: Sizes): Item[] {
  const { hidden, ffn } = sizes.model;
  return [normOf(sizes), ...enter(sizes, 'mlp', hidden), ...mlp(sizes, ffn), ...leave(sizes, 'mlp', hidden)];
}

/**
 * A mixture of experts: router, dispatch to the ranks that hold the chosen experts and back (all-to-all), the experts'
 * products, and the shared experts as a dense MLP. Load is taken as even. With experts cut over the tensor group the
 * dispatched tokens are gathered and their results scattered there.
 */
export function mixtureBlock(sizes: Sizes): Item[] {
  const { model, tokens, shardTokens, tensor, expert } = sizes;
  const experts = model.experts!;
  const { hidden } = model;
  const cut = sizes.expertTensor > 1;
  const sent = ACTIVATION * shardTokens * experts.active * hidden;
  const exchange: Exchange = {
    ...{ type: 'exchange', group: 'expert', part: 'mlp', bytes: sent },
    ...{ forward: Kind.expertAllToAll, backward: Kind.expertAllToAll },
  };
  const dispatch = expert > 1 ? [exchange] : [];
  // Rows that reach this chip's experts, spread over those it holds.
  const rows = (cut ? tokens : shardTokens) * experts.active;
  const local = experts.count / expert;
  const width = experts.ffn / (cut ? tensor : 1);
  const up = (model.gated ? 2 : 1) * width;
  const grouped = (n: number, depth: number) =>
    matmul('mlp', rows, n, depth, {
      groups: local,
      bytes: ACTIVATION * (rows * depth + local * depth * n + rows * n),
      weights: 0,
      expertWeights: local * n * depth,
    });
  // Without experts elsewhere every tensor rank needs each token once, not once per expert it visits.
  const gathered = expert > 1 ? experts.active * hidden : hidden;
  return [
    normOf(sizes),
    matmul('mlp', shardTokens, experts.count, hidden, { wide: true }),
    // Tokens are put in expert order and back: six passes over each copy, forward.
    streaming('mlp', 6 * sent),
    ...dispatch,
    ...(cut ? enter(sizes, 'mlp', gathered) : []),
    grouped(up, hidden),
    streaming('mlp', ACTIVATION * rows * (up + width)),
    grouped(hidden, width),
    ...(cut ? leave(sizes, 'mlp', gathered) : []),
    ...dispatch,
    ...sharedExperts(sizes),
  ];
}

function sharedExperts(sizes: Sizes): Item[] {
  const { hidden, experts } = sizes.model;
  if (!experts || experts.sharedFfn === 0) return [];
  return [...enter(sizes, 'mlp', hidden), ...mlp(sizes, experts.sharedFfn), ...leave(sizes, 'mlp', hidden)];
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
