import type { Clock } from './clock.ts';
import { writeQuery } from './query.ts';
import type { Store } from './store.ts';

/** Longest wait after a change before the page's address follows, milliseconds: browsers refuse faster rewriting. */
const SETTLE_MS = 400;

/** Keeps the page's address equal to what is shown, whenever things come to rest. Returns how to stop. */
export function followAddress(store: Store, clock: Clock): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const query = writeQuery(store.getState(), clock);
      try {
        history.replaceState(history.state, '', location.pathname + query + location.hash);
      } catch {
        // A sandboxed frame may not rewrite its address; links still work from `Session.link`.
      }
    }, SETTLE_MS);
  };
  const stop = [
    store.subscribe(later),
    clock.onTick(() => {
      if (!clock.playing) later();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const s of stop) s();
  };
}
