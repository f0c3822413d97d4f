import { detailOf } from '../../src/sim/detail/detail.ts';
import type { StepResult } from '../../src/sim/protocol.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { createApi, type Picture } from '../../src/state/api.ts';
import { createClock } from '../../src/state/clock.ts';
import { openState } from '../../src/state/initial.ts';
import { createRainierStore } from '../../src/state/store.ts';
import { createVisit } from '../../src/state/visit.ts';

/** A visit without a page: simulated at once on this thread; `fail` may give the simulator a reason to refuse. */
export function visitAt(search: string, fail: () => string | null = () => null) {
  const { state, query } = openState(search, { reducedMotion: false, webgl: true });
  const store = createRainierStore(state);
  const clock = createClock({ request: () => 0, cancel: () => {} }, 0.1);
  let runs = 0;
  const visit = createVisit({
    store,
    clock,
    simulator: {
      async step(scenario, signal): Promise<StepResult> {
        runs += 1;
        await Promise.resolve();
        if (signal.aborted) throw Object.assign(new Error('cancelled'), { name: 'AbortError' });
        const why = fail();
        if (why) throw new Error(why);
        return simulateStep(scenario);
      },
      detail: async (scenario, request) => detailOf(scenario, request),
      dispose() {},
    },
    explorer: () => Promise.reject(new Error('not asked for')),
    studio: () => Promise.reject(new Error('not asked for')),
    page: 'https://example.org/rainier/',
    given: { seconds: query.seconds !== undefined, speed: query.speed !== undefined },
  });
  const api = createApi(visit, () => ({}) as Picture, Promise.resolve());
  return { store, clock, visit, api, scenario: state.scenario, runs: () => runs };
}
