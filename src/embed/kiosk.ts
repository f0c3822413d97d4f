import type { Rainier } from '../state/api.ts';
import type { Visit } from '../state/visit.ts';

/** What a hand on the page looks like. */
const HANDS = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;
/** How long a step of the tour stands while nobody is there, milliseconds: its flight, and its words read aloud. */
const STEP_MS = 16_000;
const LOOK_MS = 500;
const TOUR = 'rainier';

/**
 * For museums and lobbies: after so many seconds without a hand on it the page begins anew, as its address says, and leads
 * through a tour over and over. The next hand stops that, and does nothing else. To be called once the page stands.
 */
export function attendKiosk(visit: Visit, api: Rainier, seconds: number): void {
  const { store, clock, guide } = visit;
  const first = api.getState();
  const { reading } = store.getState();
  let last = performance.now();
  let shown = 0;
  let alone = false;

  const beginAnew = async (): Promise<void> => {
    guide.close();
    store.setState({ reading, sought: null, notices: [], baseline: null, hovered: null, entered: null });
    if (JSON.stringify(api.getState().scenario) !== JSON.stringify(first.scenario))
      await visit.applyScenario(first.scenario);
    const { scenario: _, tour, ...rest } = first;
    await api.setState({ ...rest, tour: alone ? undefined : tour });
  };
  const lead = (step: number): void => {
    shown = performance.now();
    guide.open(first.tour?.id ?? TOUR, step).catch(() => {});
  };
  const look = (): void => {
    const now = performance.now();
    const { asleep, tour } = store.getState();
    if (asleep) last = now;
    if (!alone && now - last >= seconds * 1000) {
      alone = true;
      // What cannot be put back, because a link holds it fixed, need not be.
      void beginAnew()
        .catch(() => {})
        .then(() => alone && lead(1));
    } else if (alone && tour && now - shown >= STEP_MS) {
      lead(tour.step < tour.tour.steps.length ? tour.step + 1 : 1);
    }
  };
  const swallow = (event: Event): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const onHand = (event: Event): void => {
    last = performance.now();
    // A hand that lies still on a mouse trembles; one that comes presses or turns.
    if (!alone || event.type === 'pointermove') return;
    alone = false;
    swallow(event);
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 700);
    clock.pause();
    beginAnew().catch(() => {});
  };
  for (const hand of HANDS) addEventListener(hand, onHand, { capture: true, passive: false });
  setInterval(look, LOOK_MS);
}
