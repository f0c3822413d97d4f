import type { Tour } from '../text/tours/tour.ts';
import type { Led } from './lead.ts';
import type { State } from './store.ts';

/** Leads through a tour: each step's words stand at once, the picture follows. */
export interface Guide {
  /** Opens a tour by its id or address, or one from a file, at a step (from 1). Throws one sentence; what was open stays.
   *  Where another wish came while the tour was fetched, that one stays.
   *  `still` shows the words alone and leaves the picture as it is; `plays` is whether steps that do not say otherwise
   *  play, as they do unless it is false. */
  open(
    tour: string | object,
    step?: number,
    options?: { readonly still?: boolean; readonly plays?: boolean },
  ): Promise<void>;
  /** To a step of the open tour, from 1; steps beyond the ends do nothing. Resolves when the picture stands. */
  go(step: number): Promise<void>;
  close(): void;
  /** The scenario that stood before the open tour, which shows others. */
  readonly own: State['scenario'];
}

/** Words before motion, milliseconds: both at once are hard to follow. */
const READING_MS = 900;

export function createGuide(led: Led): Guide {
  const { store } = led;
  /** Counts the wishes; the one that is shown stops the older ones, also those whose tour is still on its way. */
  let wishes = 0;
  let wish = 0;
  /** A link may ask that nothing moves. */
  let playing = true;
  let { scenario: own } = store.getState();

  const show = async (mine: number, tour: Tour, step: number, still: boolean): Promise<void> => {
    wish = mine;
    store.setState({ tour: { tour, step } });
    if (still) return;
    const [{ changeOf }, { lead }] = await Promise.all([import('./tour.ts'), import('./lead.ts')]);
    const change = changeOf(tour, step, store.getState());
    if (store.getState().motion === 'full') await new Promise((resolve) => setTimeout(resolve, READING_MS));
    if (mine === wish) await lead(led, change, tour.steps[step - 1], playing, () => mine === wish);
  };

  return {
    get own() {
      return own;
    },
    async open(given, step = 1, { still = false, plays = true } = {}) {
      const mine = ++wishes;
      // A link that holds a tour's picture has brought no scenario of the visitor's.
      if (!store.getState().tour) own = still ? {} : store.getState().scenario;
      const { changeOf, loadTour, readTour } = await import('./tour.ts');
      const tour = typeof given === 'string' ? await loadTour(given) : readTour(given);
      // Whoever writes a tour hears of a mistake before the class comes to that step.
      for (let i = 1; i <= tour.steps.length; i++) changeOf(tour, i, store.getState());
      if (!(Number.isInteger(step) && step >= 1 && step <= tour.steps.length))
        throw new Error(`tourStep must be a whole number from 1 to ${tour.steps.length}: ${String(step)}`);
      if (mine < wish) return;
      playing = plays;
      await show(mine, tour, step, still);
    },
    async go(step) {
      const open = store.getState().tour;
      if (!open || step < 1 || step > open.tour.steps.length || !Number.isInteger(step)) return;
      await show(++wishes, open.tour, step, false);
    },
    close() {
      wish = ++wishes;
      store.setState({ tour: null });
    },
  };
}
