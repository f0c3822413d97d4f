import type { Visit } from '../state/visit.ts';
import { followEntering } from './enter.ts';
import { shareFingers } from './fingers.ts';
import { passKeys } from './keys.ts';
import type { EventName, Events } from './protocol.ts';
import { followSight, type Sleep } from './sleep.ts';
import { passWheel } from './wheel.ts';

type Tell = <E extends EventName>(event: E, value: Events[E]) => void;

/** How the page behaves inside another: it takes keys, wheel and focus only where they are meant for it, and sleeps where
 *  nobody sees it. */
export function beGuest(
  { store, clock }: Visit,
  ready: Promise<void>,
  host: Window | null,
  tell: Tell,
): Sleep {
  const { embed } = store.getState().manners;
  // Before anything else hears a key: Escape leaves first.
  if (embed) {
    followEntering(store, host, (inside) => tell(inside ? 'activate' : 'deactivate', null));
    void ready.then(() => {
      const stage = document.querySelector<HTMLElement>('.stage');
      if (stage) shareFingers(store, stage);
    });
  }
  if (host) passKeys(store, (key) => tell('key', key));
  passWheel(store);
  return followSight(store, clock, ready, (asleep) => tell(asleep ? 'suspend' : 'resume', null));
}
