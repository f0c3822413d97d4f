import { type Groups, groupsOf } from '../../cluster/groups.ts';
import { isMixture } from '../../scenario/layers.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { splitLayers } from '../../scenario/stages.ts';
import type { PatternEntry } from '../../timeline/recorder.ts';
import { Kind } from '../../timeline/timeline.ts';
import { constantsOf } from '../calibration/chips.ts';
import { softwareFactor } from '../calibration/software.ts';
import { attentionBlock } from '../shape/attention.ts';
import { embedding, head } from '../shape/edges.ts';
import { denseBlock, mixtureBlock } from '../shape/mlp.ts';
import { sizesOf } from '../shape/sizes.ts';
import { type ExchangeCosts, exchangeCosts } from './exchange.ts';
import { type DataSpan, type Pass, playPass } from './pass.ts';
import type { Machine } from './roofline.ts';
import { type Template, type TimedEntry, timeTemplate } from './template.ts';
import { type Traffic, trafficOf } from './traffic.ts';
import { type FirstForward, firstForwards } from './updates.ts';

/** Gradients of a part of the model, ready at `offset` seconds into the backward pass of its chunk. */
export interface Bucket {
  readonly offset: number;
  /** Entries of the backward pattern before it. */
  readonly entries: number;
  readonly dense: number;
  readonly experts: number;
}

/** The pass in which gradients of weights become ready. */
export interface ReducingPass {
  readonly pattern: readonly PatternEntry[];
  readonly seconds: number;
  readonly wires: readonly TimedEntry['wires'][];
  readonly buckets: readonly Bucket[];
}

/** One chunk of a stage: what a microbatch does there, and how long it takes. */
export interface ChunkPlan {
  readonly forward: readonly PatternEntry[];
  readonly backward: readonly PatternEntry[];
  readonly forwardSeconds: number;
  /** The first microbatch's forward pass, where updated weights are gathered beside it. */
  readonly firstForward: FirstForward | null;
  readonly backwardSeconds: number;
  /** Gradients of weights, where the schedule takes them apart. */
  readonly weights: ReducingPass | null;
  /** Weights gathered and gradients scattered beside each pass (ZeRO-2 and -3). */
  readonly forwardData: readonly DataSpan[];
  readonly backwardData: readonly DataSpan[];
  /** Wires of each backward entry, in the same order; null for operators. */
  readonly backwardWires: readonly TimedEntry['wires'][];
  readonly buckets: readonly Bucket[];
}

/** Everything about a step but when it happens. */
export interface Plan {
  readonly scenario: ResolvedScenario;
  readonly groups: Groups;
  readonly machine: Machine;
  readonly cost: ExchangeCosts;
  readonly traffic: Traffic;
  readonly microbatches: number;
  readonly stages: number;
  readonly chunks: number;
  /** Chunk c of stage s at [s·chunks + c]. */
  readonly cells: readonly ChunkPlan[];
}

/** Shapes and times every part of the model on the layout. */
export function planStep(scenario: ResolvedScenario): Plan {
  const { parallel, training, cluster, model, stack } = scenario;
  const groups = groupsOf(scenario);
  const machine: Machine = {
    chip: cluster.chip,
    constants: constantsOf(cluster.chip),
    precision: training.precision,
    attentionKernel: stack.attentionKernel === 'none' ? 'flash' : stack.attentionKernel,
    recipe: stack.fp8Recipe,
    software: softwareFactor(stack.name),
    fusedOperators: stack.fusedOperators,
  };
  const sizes = sizesOf(scenario);
  const cost = exchangeCosts(machine.constants);
  const time = (items: Parameters<typeof timeTemplate>[0]) =>
    timeTemplate(items, scenario, groups, machine, cost);
  const traffic = trafficOf(scenario, groups, cost);
  const attention = attentionBlock(sizes);
  const dense = time([...attention, ...denseBlock(sizes)]);
  const mixture = model.experts ? time([...attention, ...mixtureBlock(sizes)]) : dense;
  const stages = parallel.pipeline;
  const chunks = parallel.virtual;
  const first = time(embedding(sizes));
  const last = time(head(sizes, stages === 1));
  const split = splitLayers(model, stages, chunks, stack.evenStages).flatMap((stage) =>
    stage.chunks.map((part) => {
      const parts: Part[] = part.embedding ? [{ template: first, layer: -1 }] : [];
      for (let layer = part.first; layer < part.first + part.count; layer++) {
        parts.push({ template: isMixture(model, layer) ? mixture : dense, layer });
      }
      if (part.head) parts.push({ template: last, layer: -1 });
      return parts;
    }),
  );
  const slowdown = machine.constants.overlapSlowdown;
  const plans = split.map((parts) => chunkPlan(parts, traffic, slowdown));
  const firsts = stack.overlapWeights
    ? firstForwards(
        split.map((parts, index) => ({
          parts: forwardParts(parts, traffic),
          seconds: plans[index].forwardSeconds,
        })),
        stages,
        traffic,
        slowdown,
      )
    : [];
  const cells = plans.map((plan, index) => ({ ...plan, firstForward: firsts[index] ?? null }));
  const microbatches = training.globalBatch / (parallel.data * training.microbatch);
  return { scenario, groups, machine, cost, traffic, microbatches, stages, chunks, cells };
}

interface Part {
  readonly template: Template;
  readonly layer: number;
}

function forwardParts(parts: readonly Part[], traffic: Traffic) {
  return parts.map(({ template, layer }) => ({
    ...{ layer, entries: template.forward, scatters: [], weights: template.weights },
    gathers: traffic.gathers(template.weights),
  }));
}

function chunkPlan(
  parts: readonly Part[],
  traffic: Traffic,
  slowdown: number,
): Omit<ChunkPlan, 'firstForward'> {
  const forward = playPass(forwardParts(parts, traffic), slowdown);
  const back = parts.toReversed();
  const backward = playPass(
    back.map(({ template, layer }) => ({
      ...{ layer, entries: template.backward },
      gathers: traffic.gathers(template.weights),
      scatters: traffic.scatters(template.weights),
    })),
    slowdown,
  );
  const buckets = bucketsOf(back, backward);
  const apart = back.some(({ template }) => template.weightGradients.length > 0);
  const weights = apart
    ? playPass(
        back.map(({ template, layer }) => ({
          ...{ layer, entries: template.weightGradients, gathers: [], scatters: [] },
        })),
        slowdown,
      )
    : null;
  return {
    forward: forward.pattern,
    backward: backward.pattern,
    forwardSeconds: forward.seconds,
    backwardSeconds: backward.seconds,
    forwardData: forward.data,
    backwardData: backward.data,
    backwardWires: backward.wires,
    weights: weights && { ...weights, buckets: bucketsOf(back, weights) },
    buckets,
  };
}

function bucketsOf(parts: readonly Part[], pass: Pass): Bucket[] {
  return parts.map(({ template }, index) => {
    const entries = pass.through[index];
    const offset = entries > 0 ? pass.pattern[entries - 1].end : 0;
    return { offset, entries, dense: template.weights.dense, experts: template.weights.experts };
  });
}

/** The pass of a chunk beside which its gradients are reduced. */
export function reducingPass(cell: ChunkPlan): ReducingPass {
  const { backward, backwardSeconds, backwardWires, buckets } = cell;
  return cell.weights ?? { pattern: backward, seconds: backwardSeconds, wires: backwardWires, buckets };
}

/** Seconds of a chip's work by what they are spent on. */
export interface Spent {
  compute: number;
  tensor: number;
  context: number;
  expert: number;
  data: number;
}

/** Seconds of a pattern by what they are spent on. */
export function spentOn(pattern: readonly PatternEntry[]): Spent {
  const spent = { compute: 0, tensor: 0, context: 0, expert: 0, data: 0 };
  for (const { kind, start, end } of pattern) {
    if (kind === Kind.contextExchange) spent.context += end - start;
    else if (kind >= Kind.dataReduceScatter && kind <= Kind.dataAllReduce) spent.data += end - start;
    else if (kind === Kind.expertAllToAll) spent.expert += end - start;
    else if (kind >= Kind.tensorAllGather && kind <= Kind.tensorAllReduce) spent.tensor += end - start;
    else spent.compute += end - start;
  }
  return spent;
}
