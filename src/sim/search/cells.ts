import { playLastBackward } from '../run/gradients.ts';
import { type Content as Part, type Plan, planChunks, reducingPass, type TimedModel } from '../run/plan.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
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
  /** Seconds that the reductions take one after the other. */
  readonly reductions: number;
}

/** Layers of one sort that are played; what more do is told from these. */
const PLAYED = 3;

/**
 * Times chunks of a layout by their content. Up to three layers of a sort are played as the simulation plays them
 * (run/plan.ts); every further layer adds what the third added: a pass is in step with its traffic by then.
 */
export function cellTimes(scenario: ResolvedScenario, timed: TimedModel): (content: Content) => CellTimes {
  const known = new Map<string, CellTimes>();
  const played = (dense: number, mixture: number, embedding: boolean, head: boolean): CellTimes => {
    const key = `${dense} ${mixture} ${embedding} ${head}`;
    const cell = known.get(key) ?? play(scenario, timed, { dense, mixture, embedding, head });
    known.set(key, cell);
    return cell;
  };
  return (content) => {
    const { dense, mixture, embedding, head } = content;
    const whole = `${dense} ${mixture} ${embedding} ${head}`;
    const found = known.get(whole);
    if (found) return found;
    let cell = played(Math.min(dense, PLAYED), Math.min(mixture, PLAYED), embedding, head);
    if (dense > PLAYED) {
      const step = difference(played(PLAYED, 0, false, false), played(PLAYED - 1, 0, false, false));
      cell = longer(cell, step, dense - PLAYED);
    }
    if (mixture > PLAYED) {
      const step = difference(played(0, PLAYED, false, false), played(0, PLAYED - 1, false, false));
      cell = longer(cell, step, mixture - PLAYED);
    }
    known.set(whole, cell);
    return cell;
  };
}

function play(scenario: ResolvedScenario, timed: TimedModel, content: Content): CellTimes {
  const parts: Part[] = content.embedding ? [{ part: 'embedding', layer: -1 }] : [];
  for (let layer = 0; layer < content.dense; layer++) parts.push({ part: 'dense', layer });
  for (let layer = 0; layer < content.mixture; layer++) parts.push({ part: 'mixture', layer });
  if (content.head) parts.push({ part: 'head', layer: -1 });
  const alone = { ...scenario, parallel: { ...scenario.parallel, virtual: 1 } };
  const plan: Plan = planChunks(alone, timed, [parts]);
  const [cell] = plan.cells;
  const last = playLastBackward(plan, cell);
  const reduced = last.data.reduce((latest, { start, seconds }) => Math.max(latest, start + seconds), 0);
  return {
    forward: cell.forwardSeconds,
    backward: cell.backwardSeconds,
    weights: cell.weights?.seconds ?? 0,
    stretch: last.seconds - reducingPass(cell).seconds,
    reduced,
    reductions: last.data.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** What one layer more takes. */
function difference(more: CellTimes, less: CellTimes): CellTimes {
  return {
    forward: more.forward - less.forward,
    backward: more.backward - less.backward,
    weights: more.weights - less.weights,
    stretch: more.stretch - less.stretch,
    reduced: more.reduced - less.reduced,
    reductions: more.reductions - less.reductions,
  };
}

/** A chunk with `count` layers more. Its gradients end when the wires have carried all, or, where these keep up, as long
 *  after the pass as those of its last part take. */
function longer(cell: CellTimes, step: CellTimes, count: number): CellTimes {
  const backward = cell.backward + count * step.backward;
  const weights = cell.weights + count * step.weights;
  const stretch = Math.max(0, cell.stretch + count * step.stretch);
  const pass = (weights > 0 ? weights : backward) + stretch;
  const carried = cell.reduced + count * (step.reductions > 0 ? step.reductions : 0);
  const after = cell.reductions > 0 ? pass + step.reductions : 0;
  return {
    ...{ forward: cell.forward + count * step.forward, backward, weights, stretch },
    reduced: Math.max(carried, after),
    reductions: cell.reductions + count * step.reductions,
  };
}
