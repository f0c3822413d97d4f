import { formatOf } from '../../look/format.ts';
import { say } from '../../state/phrase.ts';
import { newLineId, openLine, PRESENTER, readWish, type Shown, type Wish } from '../../state/presenting.ts';
import type { Session } from '../../state/session.tsx';
import { notify, type State, type Store } from '../../state/store.ts';
import { holesOf } from '../tour/holes.ts';

/** Sessions that speak with a presenter's window, and its id. */
const speaking = new WeakMap<Store, string>();

/** Opens the presenter's window beside this one, or brings it to the front. Call it where a key or a button is pressed:
 *  browsers refuse windows that nobody asked for. */
export function present(session: Session): void {
  const { store } = session;
  const id = speaking.get(store) ?? newLineId();
  const { lang, theme } = store.getState();
  const page = location.href.split(/[?#]/)[0];
  const address = `${page}?${PRESENTER}=${id}&lang=${lang}&theme=${theme}`;
  const opened = window.open(address, `${PRESENTER} ${id}`, 'popup,width=1000,height=760');
  if (!opened) {
    notify(store, 'the browser refused to open a window: allow pop-up windows for this page');
    return;
  }
  opened.focus();
  if (!speaking.has(store)) speak(session, id, opened);
  try {
    history.replaceState({ ...history.state, [PRESENTER]: id }, '');
  } catch {
    // A sandboxed frame keeps no history: a reload ends the presentation there.
  }
}

/** Takes up the line again after this window was reloaded. */
export function resume(session: Session): void {
  const id: unknown = history.state?.[PRESENTER];
  if (typeof id === 'string' && !speaking.has(session.store)) speak(session, id, null);
}

function speak(session: Session, id: string, presenter: Window | null): void {
  const { store, clock, guide } = session;
  speaking.set(store, id);
  const line = openLine<Shown, Wish>(id, presenter, readWish, (wish) => {
    const fail = (error: Error): void => notify(store, error.message);
    if (wish.type === 'move') guide.go((store.getState().tour?.step ?? 0) + wish.by).catch(fail);
    else if (wish.type === 'go') guide.go(wish.step).catch(fail);
    else if (wish.type === 'play') wish.playing ? clock.play() : clock.pause();
    else tell();
  });
  let playing = clock.playing;
  const tell = (): void => line.say({ ...shownOf(store.getState()), playing });
  const told = ['tour', 'lang', 'theme', 'motion', 'result'] as const;
  store.subscribe((state, before) => {
    if (told.some((key) => state[key] !== before[key])) tell();
  });
  clock.onTick(() => {
    if (clock.playing === playing) return;
    playing = clock.playing;
    tell();
  });
  tell();
}

/** What the presenter reads while this is on the screen. */
export function shownOf({ tour: led, lang, theme, motion, result }: State): Omit<Shown, 'playing'> {
  const look = { type: 'shown', lang, theme, motion } as const;
  if (!led) return { ...look, tour: null };
  const { tour, step } = led;
  const now = result ? holesOf(result.summary, formatOf(lang)) : {};
  // The numbers of another scenario are not known before it is shown.
  const unknown = Object.fromEntries(Object.keys(now).map((hole) => [hole, '…']));
  const scenarioOf = (i: number): string => JSON.stringify(tour.steps[i].state?.scenario ?? {});
  const steps = tour.steps.map(({ title, text, notes }, i) => {
    const holes = scenarioOf(i) === scenarioOf(step - 1) ? now : unknown;
    return {
      title: say(title, lang, holes),
      text: say(text, lang, holes),
      notes: notes === undefined ? null : say(notes, lang, holes),
    };
  });
  return { ...look, tour: { title: say(tour.title, lang), step, steps } };
}
