import type { Rainier } from '../state/api.ts';
import type { Clock } from '../state/clock.ts';
import type { Store } from '../state/store.ts';
import type { EventName, Events } from './protocol.ts';

const STATE_MS = 250;
const TIME_MS = 250;

type Tell = <E extends EventName>(event: E, value: Events[E]) => void;

/** Tells the host what happens in the page. Returns how to stop. */
export function tellHost(api: Rainier, store: Store, clock: Clock, tell: Tell): () => void {
  let settled: ReturnType<typeof setTimeout> | undefined;
  let told = restOf(api);
  const later = (): void => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      const now = restOf(api);
      if (now === told) return;
      told = now;
      tell('state', api.getState());
    }, STATE_MS);
  };
  let last = Number.NEGATIVE_INFINITY;
  let seconds = clock.seconds;
  let due: ReturnType<typeof setTimeout> | undefined;
  const timely = (): void => {
    if (clock.seconds === seconds || due !== undefined) return;
    const wait = Math.max(0, last + TIME_MS - performance.now());
    due = setTimeout(() => {
      due = undefined;
      last = performance.now();
      seconds = clock.seconds;
      tell('time', seconds);
    }, wait);
  };
  let playing = clock.playing;
  const stop = [
    store.subscribe(later),
    clock.onTick(() => {
      if (!clock.playing || !playing) later();
      playing = clock.playing;
      timely();
    }),
    api.on('select', (value) => tell('select', value as Events['select'])),
    api.on('tourStep', (value) => tell('tourStep', value as Events['tourStep'])),
    api.on('error', (value) => tell('error', value as Events['error'])),
  ];
  return () => {
    clearTimeout(settled);
    clearTimeout(due);
    for (const end of stop) end();
  };
}

/** The state as text to compare; the moving seconds of a step that plays are left out. */
function restOf(api: Rainier): string {
  const { time, ...rest } = api.getState();
  return JSON.stringify([rest, time.playing ? { ...time, seconds: null } : time]);
}
