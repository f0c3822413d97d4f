import { type Entered, passesKeys } from '../state/manners.ts';
import type { Store } from '../state/store.ts';

/** What stays with what has the focus: a field, an open window, a list with keys of its own. */
export const OWN_KEYS =
  'input, textarea, select, dialog, [contenteditable], [role=slider], [role=tablist], [role=tree], [popover]';

/** Written by the poster where it was pressed (poster.ts). */
const PRESSED = 'entered';

/**
 * A guest's picture is entered by a press or, once it has the focus, by Enter; and left by Escape, or by going elsewhere.
 * The page around it gets the focus back then. `changed` is told of both. Returns how to stop.
 */
export function followEntering(
  store: Store,
  host: Window | null,
  changed: (inside: boolean) => void,
): () => void {
  const enter = (how: Exclude<Entered, null>): void => {
    if (store.getState().entered !== how) store.setState({ entered: how });
  };
  const leave = (): void => store.setState({ entered: null });
  /** To the page around, which has its keys and its scroll again. */
  const giveBack = (): void => {
    if (!document.hasFocus()) return;
    (document.activeElement as HTMLElement | null)?.blur();
    host?.focus();
  };

  const onPress = (event: PointerEvent): void => {
    // A finger that moves scrolls the page around (fingers.ts); one that is lifted in its place is a click.
    if (event.pointerType !== 'touch') enter('pointer');
  };
  const onClick = (event: MouseEvent): void => {
    const { pointerType } = event as Partial<PointerEvent>;
    // A finger on a button beside the picture scrolls on with the next touch.
    if (pointerType === 'touch' && !(event.target instanceof HTMLCanvasElement)) return;
    // Pressed by keyboard, a button says so.
    enter(event.detail === 0 ? 'keyboard' : 'pointer');
  };
  const onKey = (event: KeyboardEvent): void => {
    const state = store.getState();
    const { target, key } = event;
    const outside = state.entered === null;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    if (key === 'Enter' && outside && target.matches('canvas')) enter('keyboard');
    else if (key !== 'Escape' || target.closest(OWN_KEYS) || (outside && passesKeys(state))) return;
    else if (outside) giveBack();
    else leave();
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onBlur = (): void => leave();

  const { dataset } = document.documentElement;
  const stop = store.subscribe(({ entered }, before) => {
    if (entered === before.entered) return;
    if (entered) dataset.inside = entered;
    else delete dataset.inside;
    if ((entered === null) === (before.entered === null)) return;
    changed(entered !== null);
    if (entered === null) giveBack();
  });
  // Whoever pressed the poster is inside.
  const pressed = dataset[PRESSED] as Entered | undefined;
  if (pressed) {
    enter(pressed);
    if (pressed === 'keyboard') document.querySelector<HTMLElement>('.stage canvas, .stage')?.focus();
  }

  const options = { capture: true };
  addEventListener('pointerdown', onPress, options);
  addEventListener('click', onClick, options);
  addEventListener('keydown', onKey, options);
  addEventListener('blur', onBlur);
  return () => {
    stop();
    removeEventListener('pointerdown', onPress, options);
    removeEventListener('click', onClick, options);
    removeEventListener('keydown', onKey, options);
    removeEventListener('blur', onBlur);
  };
}
