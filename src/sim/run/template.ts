import type { Groups } from '../../cluster/groups.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { isCollective } from '../../timeline/spans.ts';
import { Kind } from '../../timeline/timeline.ts';
import { type Exchange, type Item, type Operator, weightsOf } from '../shape/operator.ts';
import type { ExchangeCosts } from './exchange.ts';
import type { Flow } from './flow.ts';
import { backwardBytes, backwardSeconds, forwardSeconds, type Machine } from './roofline.ts';
import type { Load } from './share.ts';

/** One entry of a template: an operator or collective of the pass, in order; an item of the lane as it is (lane.ts). */
export interface TimedEntry {
  readonly type: 'compute' | 'collective';
  /** The rank waits for it. */
  readonly queue: null;
  readonly kind: Kind;
  readonly seconds: number;
  readonly bytes: number;
  readonly flops: number;
  /** How busy it keeps memory and links while nothing else is under way. */
  readonly load: Load;
  /** The hidden part of collectives that are cut up together with this operator. */
  readonly beside?: readonly Flow[];
}

/** A layer, embedding or head, timed: the same for every microbatch and every layer of its sort. */
export interface Template {
  readonly forward: readonly TimedEntry[];
  readonly backward: readonly TimedEntry[];
  /** Gradients of weights, where the schedule takes them apart from the backward pass; empty elsewhere. */
  readonly weightGradients: readonly TimedEntry[];
  /** Weights on one chip. */
  readonly weights: { readonly dense: number; readonly experts: number };
}

/** Times a list of items. Backward runs it from its end; what `recompute` names is first run forward again. */
export function timeTemplate(
  items: readonly Item[],
  scenario: ResolvedScenario,
  groups: Groups,
  machine: Machine,
  cost: ExchangeCosts,
): Template {
  const exchange = (item: Exchange, kind: Kind | null, isBackward = false, more = 0): Cut[] => {
    if (kind === null) return [];
    // Backward, keys and values come again, and their gradients with them.
    const times = isBackward && kind === Kind.contextExchange ? 2 : 1;
    const sent = times * item.bytes * sentOnce(item, groups, scenario.stack.sendOnce);
    const { seconds, bytes, load } = cost(kind, sent, groups[item.group]);
    const core = coreSeconds(isBackward ? backwardSeconds : forwardSeconds);
    const hidden = Math.min(seconds, hiddenSeconds(item, kind, seconds, core) + more);
    const share = seconds > 0 ? hidden / seconds : 0;
    const shown: Cut = {
      ...{ type: 'collective', queue: null, kind, load, flops: 0 },
      ...{ seconds: seconds - hidden, bytes: (1 - share) * bytes },
    };
    if (hidden === 0) return [shown];
    const flow = { type: 'collective', queue: 'hidden', kind, load } as const;
    return [{ ...shown, hidden: { ...flow, seconds: hidden, bytes: share * bytes } }];
  };
  // What of a collective runs under the compute beside it: keys and values on their way round a ring under the scores of
  // those that have come (all but the first piece), tensor collectives that are cut up together with their products.
  const hiddenSeconds = (item: Exchange, kind: Kind, seconds: number, core: number): number => {
    const { parallel } = scenario;
    if (kind === Kind.contextExchange && parallel.contextKind === 'ring') {
      return Math.min(seconds, core) * (1 - 1 / parallel.context);
    }
    const paired = scenario.stack.overlapExperts || parallel.schedule === 'dualpipe';
    if (item.group === 'expert' && paired) return seconds * hiddenExperts();
    const cut = item.group === 'tensor' && parallel.overlapTensor;
    return cut ? Math.min(seconds * machine.constants.hiddenTensor, productSeconds(item)) : 0;
  };
  // Share of an all-to-all that runs beside another microbatch's compute: as much as there is of that.
  const hiddenExperts = (): number => {
    let compute = 0;
    let traffic = 0;
    for (const item of items) {
      if (item.type === 'operator') compute += forwardSeconds(item, machine);
      else if (item.group === 'expert' && item.forward !== null) {
        const bytes = item.bytes * sentOnce(item, groups, scenario.stack.sendOnce);
        traffic += cost(item.forward, bytes, groups.expert).seconds;
      }
    }
    return Math.min(1, compute / traffic);
  };
  // The product that a collective is cut up with: the one after it where tokens are gathered for it, else the one before.
  const productSeconds = (item: Exchange): number => {
    const at = items.indexOf(item);
    const isProduct = (each: Item): each is Operator =>
      each.type === 'operator' && each.kind === Kind.matmul && each.part === item.part;
    const product = items.slice(at + 1).find(isProduct) ?? items.slice(0, at).findLast(isProduct);
    return product ? forwardSeconds(product, machine) : 0;
  };
  const coreSeconds = (seconds: typeof forwardSeconds): number =>
    items.reduce(
      (sum, item) => (item.type === 'operator' && item.part === 'core' ? sum + seconds(item, machine) : sum),
      0,
    );
  const entry = (kind: Kind, seconds: number, bytes: number, flops: number): TimedEntry => {
    const { chip, constants } = machine;
    const moving = bytes / (chip.memoryBandwidth * constants.memory);
    const load = seconds > 0 ? [Math.min(1, moving / seconds)] : [];
    return { type: 'compute', queue: null, kind, seconds, bytes, flops, load };
  };
  const forward = (item: Item): Cut[] =>
    item.type === 'exchange'
      ? exchange(item, item.forward)
      : [entry(item.kind, forwardSeconds(item, machine), item.bytes, item.flops)];
  const apart = ['zb-h1', 'zb-h2', 'dualpipe'].includes(scenario.parallel.schedule);
  // What the sum of a tensor group backward (before the products, in forward order) can hide under: the gradient of the weights of
  // the product that it follows.
  const besideWeightGradients = (index: number): number => {
    const next = items[index + 1];
    const hides = scenario.stack.asyncTensor && !apart && next?.type === 'operator' && next.weights > 0;
    return hides ? 0.5 * backwardSeconds(next, machine) : 0;
  };
  // Half of a product's backward pass is the gradient of its weights.
  const hasOwnPass = (item: Item): item is Operator =>
    apart && item.type === 'operator' && item.weights + item.expertWeights > 0 && item.flops > 0;
  const backward = (item: Item, index: number): Cut[] => {
    if (item.type === 'exchange') return exchange(item, item.backward, true, besideWeightGradients(index));
    const share = hasOwnPass(item) ? 0.5 : 1;
    const seconds = share * backwardSeconds(item, machine);
    return [entry(item.kind, seconds, share * backwardBytes(item), 2 * share * item.flops)];
  };
  const weightGradients = items
    .toReversed()
    .filter(hasOwnPass)
    .map((item) => entry(Kind.weightGradient, 0.5 * backwardSeconds(item, machine), item.bytes, item.flops));
  const again = recomputed(items, scenario).flatMap(({ item, share }) =>
    forward(item).map((timed) => ({
      ...scaled(timed, share),
      kind: isCollective(timed.kind) ? timed.kind : Kind.recompute,
      flops: share * timed.flops,
      ...(timed.hidden ? { hidden: scaled(timed.hidden, share) } : {}),
    })),
  );
  const mixture = items.some((item) => item.type === 'operator' && item.groups > 1);
  const layer = items.some((item) => item.part !== 'edge');
  const { hostSeconds } = machine.constants;
  const { graphs } = scenario.stack;
  const host = graphs ? 0 : mixture ? hostSeconds.mixture : layer ? hostSeconds.dense : 0;
  return {
    forward: atLeast(host, [
      ...besideOperators(items.flatMap(forward)),
      entry(Kind.wait, mixture && !graphs ? machine.constants.dispatchSeconds : 0, 0, 0),
    ]),
    backward: atLeast(1.6 * host, besideOperators([...again, ...items.map(backward).toReversed().flat()])),
    weightGradients,
    weights: weightsOf(items),
  };
}

/** The entries that take time, and after them the wait for a host that is still starting kernels. */
function atLeast(seconds: number, entries: readonly TimedEntry[]): TimedEntry[] {
  const taken = entries.filter((timed) => timed.seconds > 0);
  const wait = seconds - taken.reduce((sum, timed) => sum + timed.seconds, 0);
  if (!(wait > 0)) return taken;
  return [
    ...taken,
    { type: 'compute', queue: null, kind: Kind.wait, seconds: wait, bytes: 0, flops: 0, load: [] },
  ];
}

/** An entry, and the part of its collective that runs beside another one. */
type Cut = TimedEntry & { readonly hidden?: Flow };

/** The same, `share` times as long. */
function scaled<T extends { readonly seconds: number; readonly bytes: number }>(timed: T, share: number): T {
  return { ...timed, seconds: share * timed.seconds, bytes: share * timed.bytes };
}

/** Puts the hidden part of each collective beside the product that it was cut up with: that which needs what it gathers,
 *  or whose result it adds up. */
function besideOperators(cuts: readonly Cut[]): TimedEntry[] {
  const beside = cuts.map((): Flow[] => []);
  cuts.forEach(({ kind, hidden }, index) => {
    if (!hidden) return;
    const works = (other: Cut) => !isCollective(other.kind) && other.flops > 0;
    const after = cuts.findIndex((other, at) => at > index && works(other));
    const before = cuts.findLastIndex((other, at) => at < index && works(other));
    const feeds = kind === Kind.tensorAllGather || kind === Kind.contextExchange;
    const [first, second] = feeds ? [after, before] : [before, after];
    const partner = first >= 0 ? first : second;
    beside[partner >= 0 ? partner : index].push(hidden);
  });
  return cuts.map(({ hidden: _, ...timed }, index) =>
    beside[index].length > 0 ? { ...timed, beside: beside[index] } : timed,
  );
}

/**
 * What the backward pass runs forward again. `full`: everything of a layer, but nothing after the last product where
 * the software stops early (its result is not needed). `selective`: scores and softmax, unless they are fused, whose backward
 * pass does so itself. Shares: of the attention and of the MLP block. Embedding and head are never run again.
 */
function recomputed(
  items: readonly Item[],
  { training, stack }: ResolvedScenario,
): { item: Item; share: number }[] {
  const { recompute } = training;
  const inLayer = items.filter((item) => item.part !== 'edge');
  if (recompute === 'none') return [];
  if (recompute === 'selective') {
    if (stack.attentionKernel !== 'none') return [];
    return inLayer.filter((item) => item.part === 'core').map((item) => ({ item, share: 1 }));
  }
  if (recompute === 'full') {
    const isProduct = (item: Item) => item.type === 'operator' && (item as Operator).kind === Kind.matmul;
    const last = stack.earlyStopRecompute ? inLayer.findLastIndex(isProduct) : inLayer.length;
    return inLayer.slice(0, Math.max(0, last)).map((item) => ({ item, share: 1 }));
  }
  const share = (item: Item) => {
    const memory = item.type === 'operator' && item.kind === Kind.memory ? recompute.memory : undefined;
    if (memory !== undefined) return memory;
    if (item.part === 'core') return recompute.core ?? recompute.attention ?? 0;
    return (item.part === 'mlp' ? recompute.mlp : recompute.attention) ?? 0;
  };
  return inLayer.map((item) => ({ item, share: share(item) })).filter((part) => part.share > 0);
}

/**
 * Share of an all-to-all's bytes that travels where experts stand in several fast domains: a token is sent once to
 * each domain in which it visits an expert, and copied there (DeepEP). Of k experts spread evenly over D domains a token
 * visits D·(1 − (1 − 1/D)^k) domains. Inside one, the same holds of ranks where each token goes to a rank once.
 */
function sentOnce({ group, copies = 1 }: Exchange, groups: Groups, toRanks: boolean): number {
  const { domains, size } = groups[group];
  const places = domains > 1 ? domains : toRanks ? size : 1;
  return places > 1 ? (places * (1 - (1 - 1 / places) ** copies)) / copies : 1;
}
