import type { Tour } from '../text/tours/tour.ts';
import type { Change } from './change.ts';
import type { Clock } from './clock.ts';
import { openingOf } from './opening.ts';
import type { State, Store } from './store.ts';

/** What a tour moves. */
export interface Led {
  readonly store: Store;
  readonly clock: Clock;
  applyScenario(scenario: State['scenario']): Promise<void>;
  flyTo(address: string, options?: { readonly seconds?: number }): Promise<void>;
}

/** Brings the page to what a step shows; stops where `wanted` says no more. */
export async function lead(
  { store, clock, applyScenario, flyTo }: Led,
  { scenario, view, time, tour: _, ...rest }: Change,
  step: Tour['steps'][number],
  plays: boolean,
  wanted: () => boolean,
): Promise<void> {
  if (scenario && JSON.stringify(scenario) !== JSON.stringify(store.getState().scenario))
    await applyScenario(scenario);
  if (!wanted()) return;
  const reduced = store.getState().motion === 'reduced';
  // A tour speaks of work unless a step says otherwise.
  store.setState({
    layer: 'work',
    kind: null,
    ...rest,
    view: { ...store.getState().view, lens: view?.lens ?? null },
  });
  if (time.speed !== undefined) clock.setSpeed(time.speed);
  const { result } = store.getState();
  const opening = result ? openingOf(result.timeline).seconds : 0;
  clock.seek(time.seconds ?? (step.moment === undefined ? opening : step.moment * clock.duration));
  if (time.playing ?? plays) clock.play();
  else clock.pause();
  if (reduced) clock.pause();
  await flyTo(view?.at ?? '', { seconds: reduced ? 0 : step.seconds });
  if (wanted() && view?.cam) store.setState({ view: { ...store.getState().view, cam: view.cam } });
}
