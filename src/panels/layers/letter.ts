import type { Store } from '../../state/store.ts';

/** Whatever has keys of its own keeps them. */
const OWN_KEYS =
  'input, textarea, select, dialog, [contenteditable], [role=slider], [role=tablist], [role=tree], [popover]';

/** Calls `press` when a letter is typed where nothing else wants it, unless such keys are switched off; Shift is told.
 *  Returns how to stop. */
export function onLetter(store: Store, letter: string, press: (shift: boolean) => void): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() !== letter || !store.getState().settings.shortcuts) return;
    if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
    press(event.shiftKey);
    event.preventDefault();
  };
  addEventListener('keydown', listener);
  return () => removeEventListener('keydown', listener);
}
