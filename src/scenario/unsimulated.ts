import { ScenarioError } from './error.ts';
import type { ResolvedScenario } from './scenario.ts';

/** What a scenario may say and the simulator does not do yet. Taking a line away lifts the refusal. */
const NOT_YET: readonly (readonly [
  field: string,
  asked: (scenario: ResolvedScenario) => boolean,
  value: (scenario: ResolvedScenario) => unknown,
])[] = [['faults', (s) => s.faults.length > 0, (s) => s.faults]];

/** The first thing asked for that is not simulated yet; null where there is none. */
export function unsimulated(scenario: ResolvedScenario): ScenarioError | null {
  for (const [field, asked, value] of NOT_YET) {
    if (asked(scenario)) return new ScenarioError(field, 'is not simulated yet', value(scenario));
  }
  return null;
}
