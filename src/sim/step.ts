import { type FaultPlan, planFaults } from '../cluster/faults.ts';
import { placeJob } from '../cluster/job.ts';
import { layoutProblem } from '../scenario/check.ts';
import { ScenarioError } from '../scenario/error.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';
import type { Summary } from '../timeline/summary.ts';
import type { IsCancelled, StepResult } from './protocol.ts';
import { summarise } from './result/summarise.ts';
import { playStep } from './run/events.ts';
import { planStep } from './run/plan.ts';

/**
 * One training step of a scenario, simulated: shaped (operators, sizes), timed (roofline, collectives), played as events
 * for each class of rank, and summed up. Same scenario, same bytes.
 * Yields progress, 0 … 1, so that a thread can do other things between slices. Without `record` its timeline is empty. Throws one sentence naming field and
 * value where the scenario asks for what is not modelled.
 */
export function* stepSlices(scenario: ResolvedScenario, record = true): Generator<number, StepResult> {
  const problem = layoutProblem(scenario);
  if (problem) throw problem;
  const plan = planStep(scenario);
  const faults = faultsOf(scenario);
  yield 0;
  const played = yield* playStep(plan, faults, record);
  return { summary: summarise(plan, played, faults), timeline: played.timeline };
}

/** What the faults of a scenario make of its job; null without any. Throws a ScenarioError that names the fault. */
export function faultsOf(scenario: ResolvedScenario): FaultPlan | null {
  const { faults, cluster } = scenario;
  if (faults.length === 0) return null;
  if (cluster.site) return planFaults(scenario, placeJob(scenario, cluster.site));
  throw new ScenarioError('faults', `need a cluster whose halls are known, which ${cluster.name} is not`);
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

/** The numbers of a step alone, for those who ask for very many: nothing is recorded. */
export function stepSummary(scenario: ResolvedScenario): Summary {
  const slices = stepSlices(scenario, false);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value.summary;
  }
}

/** What a cancelled step is refused with. */
export function aborted(): Error {
  return Object.assign(new Error('cancelled'), { name: 'AbortError' });
}
