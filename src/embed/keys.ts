import { passesKeys } from '../state/manners.ts';
import type { Store } from '../state/store.ts';
import { OWN_KEYS } from './enter.ts';
import type { PassedKey } from './protocol.ts';

/** Keys that turn slides, or act on a deck: on, back, overview, full screen, black, speaker's window. */
export const SLIDE_KEYS: readonly string[] = [
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Escape'],
  ...['b', 'f', 'n', 'o', 'p', 's', '.'],
];

/** Whether a press belongs to what has the focus: a field, or a button that was reached by keyboard. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(OWN_KEYS)) return true;
  return key === ' ' && target.matches('button:focus-visible, a:focus-visible, summary:focus-visible');
}

/** Leaves the keys that turn slides to the host, where they are its own. Returns how to stop. */
export function passKeys(store: Store, tell: (key: PassedKey) => void): () => void {
  const listener = (event: KeyboardEvent): void => {
    const { key, code, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!SLIDE_KEYS.includes(key.length === 1 ? key.toLowerCase() : key)) return;
    if (!passesKeys(store.getState()) || isTaken(event)) return;
    // The picture does not act on it; where the host has more than fits its window, the browser still scrolls it.
    event.stopImmediatePropagation();
    if (event.target instanceof Element && event.target.closest('button, a, summary')) event.preventDefault();
    tell({ key, code, shiftKey });
  };
  addEventListener('keydown', listener, { capture: true });
  return () => removeEventListener('keydown', listener, { capture: true });
}
