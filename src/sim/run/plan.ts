import { type Groups, groupsOf } from '../../cluster/groups.ts';
import { isMixture } from '../../scenario/layers.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { splitLayers } from '../../scenario/stages.ts';
import type { PatternEntry } from '../../timeline/recorder.ts';
import { Kind } from '../../timeline/timeline.ts';
import { constantsOf } from '../calibration/constants.ts';
import { attentionBlock } from '../shape/attention.ts';
import { embedding, head } from '../shape/edges.ts';
import { denseBlock, mixtureBlock } from '../shape/mlp.ts';
import { sizesOf } from '../shape/sizes.ts';
import { type ExchangeCosts, exchangeCosts } from './exchange.ts';
import type { Machine } from './roofline.ts';
import { type Template, type TimedEntry, timeTemplate } from './template.ts';

/** Gradients of a part of the model, ready at `offset` seconds into the backward pass of its chunk. */
export interface Bucket {
  readonly offset: number;
  /** Entries of the backward pattern before it. */
  readonly entries: number;
  readonly dense: number;
  readonly experts: number;
}

/** One chunk of a stage: what a microbatch does there, and how long it takes. */
export interface ChunkPlan {
  readonly forward: readonly PatternEntry[];
  readonly backward: readonly PatternEntry[];
  readonly forwardSeconds: number;
  readonly backwardSeconds: number;
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
  readonly microbatches: number;
  readonly stages: number;
  readonly chunks: number;
  /** Chunk c of stage s at [s·chunks + c]. */
  readonly cells: readonly ChunkPlan[];
}

/** Shapes and times every part of the model on the layout. */
export function planStep(scenario: ResolvedScenario): Plan {
  const { parallel, training, cluster, model } = scenario;
  const groups = groupsOf(scenario);
  const machine: Machine = {
    chip: cluster.chip,
    constants: constantsOf(cluster.chip),
    precision: training.precision,
  };
  const sizes = sizesOf(scenario);
  const cost = exchangeCosts(machine.constants);
  const time = (items: Parameters<typeof timeTemplate>[0]) =>
    timeTemplate(items, scenario, groups, machine, cost);
  const attention = attentionBlock(sizes);
  const dense = time([...attention, ...denseBlock(sizes)]);
  const mixture = model.experts ? time([...attention, ...mixtureBlock(sizes)]) : dense;
  const stages = parallel.pipeline;
  const chunks = parallel.virtual;
  const first = time(embedding(sizes));
  const last = time(head(sizes, stages === 1));
  const cells = splitLayers(model, stages, chunks).flatMap((stage) =>
    stage.chunks.map((part) => {
      const parts: Part[] = part.embedding ? [{ template: first, layer: -1 }] : [];
      for (let layer = part.first; layer < part.first + part.count; layer++) {
        parts.push({ template: isMixture(model, layer) ? mixture : dense, layer });
      }
      if (part.head) parts.push({ template: last, layer: -1 });
      return chunkPlan(parts);
    }),
  );
  const microbatches = training.globalBatch / (parallel.data * training.microbatch);
  return { scenario, groups, machine, cost, microbatches, stages, chunks, cells };
}

interface Part {
  readonly template: Template;
  readonly layer: number;
}

function chunkPlan(parts: readonly Part[]): ChunkPlan {
  const forward: PatternEntry[] = [];
  let forwardSeconds = 0;
  for (const { template, layer } of parts) {
    forwardSeconds = append(forward, template.forward, layer, forwardSeconds);
  }
  const backward: PatternEntry[] = [];
  const backwardWires: TimedEntry['wires'][] = [];
  const buckets: Bucket[] = [];
  let backwardSeconds = 0;
  for (const { template, layer } of parts.toReversed()) {
    backwardSeconds = append(backward, template.backward, layer, backwardSeconds);
    for (const timed of template.backward) backwardWires.push(timed.wires);
    buckets.push({
      offset: backwardSeconds,
      entries: backward.length,
      dense: template.weights.dense,
      experts: template.weights.experts,
    });
  }
  return { forward, backward, forwardSeconds, backwardSeconds, backwardWires, buckets };
}

function append(
  pattern: PatternEntry[],
  entries: readonly TimedEntry[],
  layer: number,
  start: number,
): number {
  let at = start;
  for (const { kind, seconds, bytes, flops } of entries) {
    pattern.push({ start: at, end: at + seconds, kind, layer, bytes, flops });
    at += seconds;
  }
  return at;
}

/** Seconds of a pattern by what they are spent on. */
export function spentOn(pattern: readonly PatternEntry[]): {
  compute: number;
  tensor: number;
  expert: number;
} {
  const spent = { compute: 0, tensor: 0, expert: 0 };
  for (const { kind, start, end } of pattern) {
    if (kind === Kind.expertAllToAll) spent.expert += end - start;
    else if (kind >= Kind.tensorAllGather && kind <= Kind.tensorAllReduce) spent.tensor += end - start;
    else spent.compute += end - start;
  }
  return spent;
}
