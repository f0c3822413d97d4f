import { resolveScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Simulator } from '../sim/protocol.ts';
import { notify, type Store } from './store.ts';

/** Simulates what a link compares against and keeps it as A; what cannot be becomes a notice. */
export async function compareAgainst(
  store: Store,
  simulator: Pick<Simulator, 'step'>,
  scenario: Scenario,
): Promise<void> {
  try {
    const of = resolveScenario(scenario);
    const result = await simulator.step(of, new AbortController().signal);
    store.setState({ baseline: { result, of, scenario } });
  } catch (error) {
    notify(store, `against: ${(error as Error).message}`);
  }
}
