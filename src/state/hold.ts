import type { PublicState, Rainier } from './api.ts';
import { type Change, readChange } from './change.ts';
import type { Clock } from './clock.ts';
import { brokenLock, fixedSentence, mustBeFree, type ViewLock } from './lock.ts';
import { notify, type State } from './store.ts';
import type { Visit } from './visit.ts';

/** What a key of the view stands for in the store; time is the clock's. */
const HELD: Partial<Record<ViewLock, (state: State) => unknown>> = {
  at: ({ view }) => view.at,
  cam: ({ view }) => JSON.stringify(view.cam),
  lens: ({ view }) => view.lens,
  sel: ({ selected }) => selected,
  tour: ({ tour }) => tour?.tour,
  tourStep: ({ tour }) => tour?.step,
  read: ({ reading }) => reading,
  lang: ({ lang }) => lang,
  theme: ({ theme }) => theme,
  motion: ({ motion }) => motion,
  quality: ({ quality }) => quality,
  labels: ({ labels }) => labels,
  axis: ({ axis }) => axis,
  unfolded: ({ unfolded }) => unfolded,
  layer: ({ layer }) => layer,
  kind: ({ kind }) => kind,
};

/** The part of a state that puts a key of the view back to what it was. */
function back(key: ViewLock, before: State, after: State): Partial<State> {
  const { view } = before;
  switch (key) {
    // An own camera belongs to its place.
    case 'at':
    case 'cam':
      return { view: { ...after.view, at: view.at, cam: view.cam } };
    case 'lens':
      return { view: { ...after.view, lens: view.lens } };
    case 'sel':
      return { selected: before.selected };
    case 'tour':
    case 'tourStep':
      return { tour: before.tour };
    case 'read':
      return { reading: before.reading };
    case 't':
    case 'play':
    case 'speed':
      return {};
    default:
      return { [key]: before[key] };
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Holds what a link has fixed, whoever asks for another: panels, files, tours, keys, the scene, the API. What would
 *  change the scenario is refused with a sentence before anything happens; what would change the view changes nothing
 *  there, and the sentence is shown. To be called once the page shows what its link asks for. */
export function holdLocks({ store, clock }: Pick<Visit, 'store' | 'clock'>, api: Rainier): void {
  const { locked } = store.getState();
  const views = locked.filter((key): key is ViewLock => key in HELD);
  const tell = (key: string): void => notify(store, fixedSentence(key));

  const set = store.setState.bind(store);
  const held: typeof set = (partial) => {
    const before = store.getState();
    const change = typeof partial === 'function' ? partial(before) : partial;
    let after: State = { ...before, ...change };
    if (after.scenario !== before.scenario) {
      const lock = brokenLock(locked, before, after);
      if (lock !== undefined) throw new Error(fixedSentence(lock));
    }
    // On a smaller cluster the visitor stands where there still is something.
    const broken = views.filter(
      (key) =>
        after.site === before.site &&
        HELD[key]?.(after) !== HELD[key]?.(before) &&
        // A link's own tour comes a little after its picture.
        !(key.startsWith('tour') && before.tour === null),
    );
    for (const key of broken) after = { ...after, ...back(key, before, after) };
    set(after, true);
    for (const key of broken) tell(key);
  };
  (store as Mutable<typeof store>).setState = held;

  holdClock(clock, locked, tell);
  holdApi(api, locked, () => store.getState());
}

/** Time that is fixed stands still for the visitor; a new step still has its playhead put where it was in the last. */
function holdClock(clock: Clock, locked: readonly string[], tell: (key: string) => void): void {
  const mine = clock as Mutable<Clock>;
  if (locked.includes('play')) {
    mine.play = () => (clock.playing ? undefined : tell('play'));
    mine.pause = () => (clock.playing ? tell('play') : undefined);
  }
  if (locked.includes('speed'))
    mine.setSpeed = (value) => (value === clock.speed ? undefined : tell('speed'));
  if (!locked.includes('t')) return;
  mine.seek = (seconds, chosen = true) => {
    if (chosen && seconds !== clock.seconds) tell('t');
  };
}

/** A host is told what cannot be, before anything is changed. */
function holdApi(api: Rainier, locked: readonly string[], state: () => State): void {
  const mine = api as Mutable<Rainier>;
  const { setState, play, pause, seek, select, flyTo, tourStep } = api;
  const free = (...keys: ViewLock[]): void => {
    for (const key of keys) mustBeFree(locked, key);
  };
  mine.setState = async (partial) => {
    for (const key of changedKeys(readChange(partial, state()), api.getState())) free(key);
    await setState(partial);
  };
  mine.play = () => {
    if (!api.getState().time.playing) free('play');
    play();
  };
  mine.pause = () => {
    if (api.getState().time.playing) free('play');
    pause();
  };
  mine.seek = (seconds) => {
    free('t');
    seek(seconds);
  };
  mine.select = (address) => {
    if (address !== state().selected) free('sel');
    select(address);
  };
  mine.flyTo = async (address, options) => {
    if (address !== state().view.at) free('at');
    await flyTo(address, options);
  };
  mine.tourStep = async (by) => {
    if (by !== 0) free('tour', 'tourStep');
    await tourStep(by);
  };
}

/** The keys of the view that a checked change would change. */
function changedKeys(change: Change, shown: PublicState): ViewLock[] {
  const { scenario: _, view, time, tour, ...look } = change;
  const keys: ViewLock[] = [];
  if (view && view.at !== shown.view.at) keys.push('at');
  if (view && JSON.stringify(view.cam) !== JSON.stringify(shown.view.cam)) keys.push('cam');
  if (view && view.lens !== shown.view.lens) keys.push('lens');
  if (time.seconds !== undefined && time.seconds !== shown.time.seconds) keys.push('t');
  if (time.playing !== undefined && time.playing !== shown.time.playing) keys.push('play');
  if (time.speed !== undefined && time.speed !== shown.time.speed) keys.push('speed');
  if (tour !== undefined && tour?.id !== shown.tour?.id) keys.push('tour');
  if (tour && tour.step !== shown.tour?.step) keys.push('tourStep');
  if (look.selected !== undefined && look.selected !== shown.selected) keys.push('sel');
  for (const key of [
    ...(['lang', 'theme', 'motion', 'quality', 'labels', 'axis', 'unfolded', 'layer', 'kind'] as const),
  ])
    if (look[key] !== undefined && look[key] !== shown[key]) keys.push(key);
  return keys;
}
