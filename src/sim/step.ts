import { layoutProblem } from '../scenario/check.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';
import { unsimulated } from '../scenario/unsimulated.ts';
import type { IsCancelled, StepResult } from './protocol.ts';
import { summarise } from './result/summarise.ts';
import { playStep } from './run/events.ts';
import { planStep } from './run/plan.ts';

/**
 * One training step of a scenario, simulated: shaped (operators, sizes), timed (roofline, collectives), played as events
 * for each class of rank, and summed up. Same scenario, same bytes.
 * Yields progress, 0 … 1, so that a thread can do other things between slices. Throws one sentence naming field and
 * value where the scenario asks for what is not modelled.
 */
export function* stepSlices(scenario: ResolvedScenario): Generator<number, StepResult> {
  const problem = layoutProblem(scenario) ?? unsimulated(scenario);
  if (problem) throw problem;
  const plan = planStep(scenario);
  yield 0;
  const played = yield* playStep(plan);
  return { summary: summarise(plan, played), timeline: played.timeline };
}

/** The same in one go; throws an `Error` named `AbortError` once `isCancelled` says so. */
export function simulateStep(scenario: ResolvedScenario, isCancelled: IsCancelled = () => false): StepResult {
  const slices = stepSlices(scenario);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    if (isCancelled()) throw aborted();
  }
}

/** What a cancelled step is refused with. */
export function aborted(): Error {
  return Object.assign(new Error('cancelled'), { name: 'AbortError' });
}
