import { type Groups, groupsOf } from '../../cluster/groups.ts';
import { isMixture } from '../../scenario/layers.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { type ModelPart, stagesOf } from '../../scenario/stages.ts';
import type { PatternEntry } from '../../timeline/recorder.ts';
import { Kind } from '../../timeline/timeline.ts';
import { constantsOf } from '../calibration/chips.ts';
import { softwareFactor } from '../calibration/software.ts';
import { attentionBlock } from '../shape/attention.ts';
import { embedding, head } from '../shape/edges.ts';
import { denseBlock, mixtureBlock } from '../shape/mlp.ts';
import { ACTIVATION, sizesOf } from '../shape/sizes.ts';
import { type ExchangeCosts, exchangeCosts, messageCost } from './exchange.ts';
import type { Flow, FlowSpan } from './flow.ts';
import { type PassPart, type PassSetting, playPass } from './pass.ts';
import type { Machine } from './roofline.ts';
import { type Template, timeTemplate } from './template.ts';
import { type PartWeights, type Traffic, trafficOf } from './traffic.ts';
import { type FirstForward, type ForwardPart, firstForwards } from './updates.ts';

/** The pass in which gradients of weights become ready. */
export interface ReducingPass {
  readonly pattern: readonly PatternEntry[];
  readonly seconds: number;
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
  readonly forwardData: readonly FlowSpan[];
  readonly backwardData: readonly FlowSpan[];
  /** Collectives that run under the operators of each pass. */
  readonly forwardHidden: readonly FlowSpan[];
  readonly backwardHidden: readonly FlowSpan[];
  /** Parts of the pass in which gradients of weights become ready, and their weights, in its order. */
  readonly reducing: readonly PassPart[];
  readonly buckets: readonly PartWeights[];
  /** Seconds of a message to the neighbouring stage beside its passes: the longest. */
  readonly message: number;
}

/** Everything about a step but when it happens. */
export interface Plan {
  readonly scenario: ResolvedScenario;
  readonly groups: Groups;
  readonly machine: Machine;
  readonly cost: ExchangeCosts;
  readonly traffic: Traffic;
  /** What every pass meets. */
  readonly setting: PassSetting;
  readonly microbatches: number;
  readonly stages: number;
  readonly chunks: number;
  /** DualPipe: the second chunk of a stage is the part of its mirror image, and each takes half of the microbatches. */
  readonly mirrored: boolean;
  /** Chunk c of stage s at [s·chunks + c]. */
  readonly cells: readonly ChunkPlan[];
}

/** Parts of the model timed on a layout, whatever stages they stand on. */
export interface TimedModel {
  readonly groups: Groups;
  readonly machine: Machine;
  readonly cost: ExchangeCosts;
  /** A dense layer and a mixture; the same where the model has no experts. */
  readonly dense: Template;
  readonly mixture: Template;
  readonly embedding: Template;
  readonly head: Template;
}

/** What operators and collectives of a scenario run on. */
export function machineOf({ cluster, training, stack }: ResolvedScenario): Machine {
  return {
    chip: cluster.chip,
    constants: constantsOf(cluster.chip),
    precision: training.precision,
    attentionKernel: stack.attentionKernel === 'none' ? 'flash' : stack.attentionKernel,
    recipe: stack.fp8Recipe,
    software: softwareFactor(stack.name),
    fusedOperators: stack.fusedOperators,
  };
}

/** Shapes and times every part of the model. `groups` and `cost` may be shared between layouts (search/). */
export function timeModel(
  scenario: ResolvedScenario,
  groups: Groups = groupsOf(scenario),
  machine: Machine = machineOf(scenario),
  cost: ExchangeCosts = exchangeCosts(machine),
): TimedModel {
  const sizes = sizesOf(scenario);
  const time = (items: Parameters<typeof timeTemplate>[0]) =>
    timeTemplate(items, scenario, groups, machine, cost);
  const attention = attentionBlock(sizes);
  const dense = time([...attention, ...denseBlock(sizes)]);
  return {
    ...{ groups, machine, cost, dense },
    mixture: scenario.model.experts ? time([...attention, ...mixtureBlock(sizes)]) : dense,
    embedding: time(embedding(sizes)),
    head: time(head(sizes, scenario.parallel.pipeline === 1)),
  };
}

/** Everything about a step but when it happens. */
export function planStep(scenario: ResolvedScenario, timed: TimedModel = timeModel(scenario)): Plan {
  const chunks = stagesOf(scenario).flatMap((stage) =>
    stage.chunks.map((part) => contentsOf(scenario.model, part)),
  );
  return planChunks(scenario, timed, chunks);
}

/** One part of a chunk; layers from 0, -1 for embedding and head. */
interface Content {
  readonly part: 'embedding' | 'dense' | 'mixture' | 'head';
  readonly layer: number;
}

/** What a chunk holds, in forward order. */
function contentsOf(
  model: ResolvedScenario['model'],
  { first, count, embedding, head }: ModelPart,
): Content[] {
  const contents: Content[] = embedding ? [{ part: 'embedding', layer: -1 }] : [];
  for (let layer = first; layer < first + count; layer++) {
    contents.push({ part: isMixture(model, layer) ? 'mixture' : 'dense', layer });
  }
  if (head) contents.push({ part: 'head', layer: -1 });
  return contents;
}

/** A plan of these chunks, chunk c of stage s at [s·chunks + c]. */
export function planChunks(
  scenario: ResolvedScenario,
  timed: TimedModel,
  contents: readonly (readonly Content[])[],
): Plan {
  const { parallel, training, stack } = scenario;
  const { groups, machine, cost } = timed;
  const traffic = trafficOf(scenario, groups, cost);
  const setting = settingOf(scenario, groups, machine);
  const mirrored = parallel.schedule === 'dualpipe';
  const chunks = mirrored ? 2 : parallel.virtual;
  const stages = contents.length / chunks;
  const split = contents.map((each) =>
    each.map(({ part, layer }) => partPasses(timed[part], layer, traffic)),
  );
  const plans = split.map((parts) => chunkPlan(parts, setting));
  const firsts = stack.overlapWeights
    ? firstForwards(
        split.map((parts, index) => ({
          parts: parts.map(({ forward }) => forward),
          seconds: plans[index].forwardSeconds,
        })),
        stages,
        traffic,
        setting,
        mirrored,
      )
    : [];
  const cells = plans.map((plan, index) => ({ ...plan, firstForward: firsts[index] ?? null }));
  const microbatches = training.globalBatch / (parallel.data * training.microbatch);
  return { scenario, groups, machine, cost, traffic, setting, microbatches, stages, chunks, mirrored, cells };
}

/** What every pass of a layout meets. */
export function settingOf(scenario: ResolvedScenario, groups: Groups, machine: Machine): PassSetting {
  return { engines: machine.constants.overlapSlowdown, message: messageOf(scenario, groups, machine) };
}

/** What a chip passes to the next stage: its share of a microbatch's activations, or of their gradients. */
function messageOf(scenario: ResolvedScenario, groups: Groups, machine: Machine): Flow | null {
  const { training, parallel, model } = scenario;
  if (parallel.pipeline === 1) return null;
  const tokens = (training.microbatch * training.sequence) / parallel.context;
  const bytes = (ACTIVATION * tokens * model.hidden) / parallel.tensor;
  const cost = messageCost(bytes, groups.pipeline, machine);
  return { type: 'collective', kind: Kind.sendForward, queue: 'message', engines: 0, ...cost };
}

/** What a part of the model does in each pass; layers from 0, -1 for embedding and head. */
export interface PartPasses {
  readonly forward: ForwardPart;
  readonly backward: PassPart;
  /** Gradients of weights, where the schedule takes them apart; without entries elsewhere. */
  readonly weights: PassPart;
}

export function partPasses(template: Template, layer: number, traffic: Traffic): PartPasses {
  const { weights } = template;
  const gathers = traffic.gathers(weights);
  return {
    forward: { layer, entries: template.forward, gathers, scatters: [], weights },
    backward: { layer, entries: template.backward, gathers, scatters: traffic.scatters(weights) },
    weights: { layer, entries: template.weightGradients, gathers: [], scatters: [] },
  };
}

function chunkPlan(parts: readonly PartPasses[], setting: PassSetting): Omit<ChunkPlan, 'firstForward'> {
  const back = parts.toReversed();
  const backwardParts = back.map((part) => part.backward);
  const weightParts = back.map((part) => part.weights);
  const apart = weightParts.some(({ entries }) => entries.length > 0);
  const forward = playPass(
    parts.map((part) => part.forward),
    setting,
  );
  const backward = playPass(backwardParts, setting);
  const weights = apart ? playPass(weightParts, setting) : null;
  return {
    forward: forward.pattern,
    backward: backward.pattern,
    forwardSeconds: forward.seconds,
    backwardSeconds: backward.seconds,
    forwardData: forward.data,
    backwardData: backward.data,
    forwardHidden: forward.hidden,
    backwardHidden: backward.hidden,
    weights: weights && { pattern: weights.pattern, seconds: weights.seconds },
    reducing: apart ? weightParts : backwardParts,
    buckets: back.map((part) => part.forward.weights),
    message: Math.max(forward.message, backward.message, weights?.message ?? 0),
  };
}

/** Microbatches that each chunk of a stage takes. */
export function microbatchesOfChunk({ microbatches, mirrored }: Plan): number {
  return mirrored ? microbatches / 2 : microbatches;
}

/** The pass of a chunk beside which its gradients are reduced. */
export function reducingPass(cell: ChunkPlan): ReducingPass {
  return cell.weights ?? { pattern: cell.backward, seconds: cell.backwardSeconds };
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
