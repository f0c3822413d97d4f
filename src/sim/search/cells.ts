import { type ReducingPlan, reductionsOf } from '../run/gradients.ts';
import { flowSpans, messageSeconds, type PassPart, type PassSetting, runPass } from '../run/pass.ts';
import { type PartPasses, partPasses, type TimedModel } from '../run/plan.ts';
import type { Traffic } from '../run/traffic.ts';
import type { Content } from './split.ts';

/** Seconds of a chunk, as the events have them. */
export interface CellTimes {
  readonly forward: number;
  readonly backward: number;
  /** Gradients of weights, where the schedule takes them apart; 0 elsewhere. */
  readonly weights: number;
  /** By how much the pass that reduces gradients takes longer with them. */
  readonly stretch: number;
  /** From the start of that pass until the gradients are reduced; 0 where nothing is. */
  readonly reduced: number;
  /** Seconds that the longest line of reductions takes; of all lines where these only follow the pass. */
  readonly reductions: number;
  /** Reductions only follow the pass. */
  readonly after: boolean;
  /** Of a message beside a pass. */
  readonly message: number;
}

/** Layers of one sort that are played; what more do is told from these. A layer's own weights are gathered under the one before
 *  and its gradients leave under the one after (ZeRO-2 and -3), so there the third is the first like all that follow. */
const playedLayers = ({ scenario }: ReducingPlan) => (scenario.training.zero < 2 ? 2 : 3);

/** What each part of the model does in its passes. */
export type ModelPasses = Readonly<Record<'dense' | 'mixture' | 'embedding' | 'head', PartPasses>>;

export function modelPasses({ dense, mixture, embedding, head }: TimedModel, traffic: Traffic): ModelPasses {
  return {
    dense: partPasses(dense, 0, traffic),
    mixture: partPasses(mixture, 0, traffic),
    embedding: partPasses(embedding, -1, traffic),
    head: partPasses(head, -1, traffic),
  };
}

/** The parts of a chunk in forward order. */
export function partsOf({ dense, mixture, embedding, head }: Content, passes: ModelPasses): PartPasses[] {
  const parts: PartPasses[] = embedding ? [passes.embedding] : [];
  for (let layer = 0; layer < dense; layer++) parts.push(passes.dense);
  for (let layer = 0; layer < mixture; layer++) parts.push(passes.mixture);
  if (head) parts.push(passes.head);
  return parts;
}

/** A pass of a chunk that holds no more than a few layers, as it was played. */
interface PlayedPass {
  readonly seconds: number;
  /** Of a message beside it. */
  readonly message: number;
}

/** Plays one sort of pass, each content once. */
export type PlayPass = (content: Content) => PlayedPass;

const NO_PASS: PlayedPass = { seconds: 0, message: 0 };

export function playPasses(sort: keyof PartPasses, passes: ModelPasses, setting: PassSetting): PlayPass {
  const known = new Map<number, PlayedPass>();
  return (content) => {
    const key = keyOf(content);
    let found = known.get(key);
    if (!found) {
      const parts = inPass(sort, partsOf(content, passes));
      // Gradients of weights that are not apart have no pass of their own.
      const isNone = sort === 'weights' && parts.every(({ entries }) => entries.length === 0);
      const run = isNone ? null : runPass(parts, setting);
      found = run ? { seconds: run.seconds, message: messageSeconds(run) } : NO_PASS;
      known.set(key, found);
    }
    return found;
  };
}

/** The parts of a chunk in the order of a pass. */
function inPass(sort: keyof PartPasses, parts: readonly PartPasses[]): PassPart[] {
  const list = parts.map((part) => part[sort]);
  return sort === 'forward' ? list : list.reverse();
}

/** Contents as numbers: no model has so many layers that two would be one. */
function keyOf({ dense, mixture, embedding, head }: Content): number {
  return ((dense * 2 ** 20 + mixture) * 2 + Number(embedding)) * 2 + Number(head);
}

/** Passes as they are played for a layout. */
export interface Playing {
  readonly passes: ModelPasses;
  readonly forward: PlayPass;
  readonly backward: PlayPass;
  readonly weights: PlayPass;
}

/**
 * Times chunks of a layout by their content. Up to two or three layers of a sort are played as the simulation
 * plays them (run/plan.ts); every further layer adds what the last of them added: a pass is in step with its traffic by then.
 */
export function cellTimes(playing: Playing, plan: ReducingPlan): (content: Content) => CellTimes {
  const known = new Map<number, CellTimes>();
  const most = playedLayers(plan);
  const played = (dense: number, mixture: number, embedding: boolean, head: boolean): CellTimes => {
    const content = { dense, mixture, embedding, head };
    const key = keyOf(content);
    const cell = known.get(key) ?? reduced(content, playing, plan);
    known.set(key, cell);
    return cell;
  };
  return (content) => {
    const { dense, mixture, embedding, head } = content;
    const whole = keyOf(content);
    const found = known.get(whole);
    if (found) return found;
    let cell = played(Math.min(dense, most), Math.min(mixture, most), embedding, head);
    if (dense > most) {
      const step = difference(played(most, 0, false, false), played(most - 1, 0, false, false));
      cell = longer(cell, step, dense - most);
    }
    if (mixture > most) {
      const step = difference(played(0, most, false, false), played(0, most - 1, false, false));
      cell = longer(cell, step, mixture - most);
    }
    known.set(whole, cell);
    return cell;
  };
}

/** A chunk with the reduction of its gradients, beside its last pass or after it. */
function reduced(content: Content, playing: Playing, plan: ReducingPlan): CellTimes {
  const there = playing.forward(content);
  const back = playing.backward(content);
  const apart = playing.weights(content);
  const message = Math.max(there.message, back.message, apart.message);
  const [forward, backward, weights] = [there.seconds, back.seconds, apart.seconds];
  const pass = weights > 0 ? weights : backward;
  const held = partsOf(content, playing.passes);
  const { parts, flows } = reductionsOf(plan, {
    reducing: inPass(weights > 0 ? 'weights' : 'backward', held),
    buckets: held.map((part) => part.forward.weights).reverse(),
    scatters: held.some((part) => part.backward.gathers.length + part.backward.scatters.length > 0),
  });
  if (!parts) {
    let sum = 0;
    for (const { seconds } of flows) sum += seconds;
    const after = flows.length > 0;
    const reduced = after ? pass + sum : 0;
    return { forward, backward, weights, stretch: 0, reduced, reductions: sum, after, message };
  }
  const run = runPass(parts, plan.setting);
  const ended = { dense: 0, experts: 0 };
  let last = 0;
  let sum = 0;
  let after = false;
  for (const span of flowSpans(run)) {
    if (span.queue !== 'dense' && span.queue !== 'experts') continue;
    after = (sum === 0 || after) && span.start >= pass;
    last = Math.max(last, span.start + span.seconds);
    ended[span.queue] += span.seconds;
    sum += span.seconds;
  }
  const stretch = run.seconds - pass;
  const reductions = after ? sum : Math.max(ended.dense, ended.experts);
  return { forward, backward, weights, stretch, reduced: last, reductions, after, message };
}

/** What one layer more takes. */
type Step = Pick<CellTimes, 'forward' | 'backward' | 'weights' | 'stretch' | 'reductions'>;

function difference(more: CellTimes, less: CellTimes): Step {
  return {
    forward: more.forward - less.forward,
    backward: more.backward - less.backward,
    weights: more.weights - less.weights,
    stretch: more.stretch - less.stretch,
    reductions: Math.max(0, more.reductions - less.reductions),
  };
}

/** A chunk with `count` layers more. Its gradients end when the wires have carried all, or, where these keep up, as long
 *  after the pass as those of its last part take. */
function longer(cell: CellTimes, step: Step, count: number): CellTimes {
  const backward = cell.backward + count * step.backward;
  const weights = cell.weights + count * step.weights;
  const stretch = Math.max(0, cell.stretch + count * step.stretch);
  const pass = (weights > 0 ? weights : backward) + stretch;
  const reductions = cell.reductions + count * step.reductions;
  const carried = cell.reduced + count * step.reductions;
  const last = Math.max(carried, pass + (cell.after ? reductions : step.reductions));
  const forward = cell.forward + count * step.forward;
  const reduced = cell.reductions > 0 ? last : 0;
  const { after, message } = cell;
  return { forward, backward, weights, stretch, reduced, reductions, after, message };
}
