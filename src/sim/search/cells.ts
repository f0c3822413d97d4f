import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { playLastBackward, type ReducingPlan } from '../run/gradients.ts';
import {
  type ChunkPlan,
  type Content as Part,
  planChunks,
  reducingPass,
  type TimedModel,
} from '../run/plan.ts';
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

/** Plans a chunk that holds no more than a few layers. */
export type PlanCell = (content: Content) => ChunkPlan;

/** Chunks planned alone, each content once. */
export function planCells(scenario: ResolvedScenario, timed: TimedModel): PlanCell {
  const known = new Map<string, ChunkPlan>();
  // A chunk alone: no schedule has a say in it but by its operators, which are timed already.
  const parallel = { ...scenario.parallel, virtual: 1, schedule: '1f1b' } as const;
  const alone = { ...scenario, parallel };
  return ({ dense, mixture, embedding, head }) => {
    const key = `${dense} ${mixture} ${embedding} ${head}`;
    let cell = known.get(key);
    if (!cell) {
      const parts: Part[] = embedding ? [{ part: 'embedding', layer: -1 }] : [];
      for (let layer = 0; layer < dense; layer++) parts.push({ part: 'dense', layer });
      for (let layer = 0; layer < mixture; layer++) parts.push({ part: 'mixture', layer });
      if (head) parts.push({ part: 'head', layer: -1 });
      // Thousands of these are kept, so what is seen of a pass is let go: only its times are asked for.
      cell = unseen(planChunks(alone, timed, [parts]).cells[0]);
      known.set(key, cell);
    }
    return cell;
  };
}

function unseen(cell: ChunkPlan): ChunkPlan {
  const { weights } = cell;
  return {
    ...{ ...cell, firstForward: null, weights: weights && { pattern: [], seconds: weights.seconds } },
    ...{ forward: [], backward: [], forwardData: [], forwardHidden: [], backwardHidden: [] },
  };
}

/**
 * Times chunks of a layout by their content. Up to two or three layers of a sort are played as the simulation
 * plays them (run/plan.ts); every further layer adds what the last of them added: a pass is in step with its traffic by then.
 */
export function cellTimes(planCell: PlanCell, plan: ReducingPlan): (content: Content) => CellTimes {
  const known = new Map<string, CellTimes>();
  const most = playedLayers(plan);
  const played = (dense: number, mixture: number, embedding: boolean, head: boolean): CellTimes => {
    const key = `${dense} ${mixture} ${embedding} ${head}`;
    const cell = known.get(key) ?? play(planCell({ dense, mixture, embedding, head }), plan);
    known.set(key, cell);
    return cell;
  };
  return (content) => {
    const { dense, mixture, embedding, head } = content;
    const whole = `${dense} ${mixture} ${embedding} ${head}`;
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

function play(cell: ChunkPlan, plan: ReducingPlan): CellTimes {
  const last = playLastBackward(plan, cell);
  const seconds = reducingPass(cell).seconds;
  const lines = new Map<string, number>();
  let reduced = 0;
  let sum = 0;
  for (const span of last.data) {
    reduced = Math.max(reduced, span.start + span.seconds);
    lines.set(span.queue, (lines.get(span.queue) ?? 0) + span.seconds);
    sum += span.seconds;
  }
  const after = last.data.length > 0 && last.data.every(({ start }) => start >= seconds);
  return {
    forward: cell.forwardSeconds,
    backward: cell.backwardSeconds,
    weights: cell.weights?.seconds ?? 0,
    stretch: last.seconds - seconds,
    ...{ reduced, after, message: cell.message },
    reductions: after ? sum : Math.max(0, ...lines.values()),
  };
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
  const reduced = Math.max(carried, pass + (cell.after ? reductions : step.reductions));
  return {
    ...{ forward: cell.forward + count * step.forward, backward, weights, stretch, reductions },
    ...{ reduced: cell.reductions > 0 ? reduced : 0, after: cell.after, message: cell.message },
  };
}
