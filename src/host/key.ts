import type { PassedKey } from '../embed/protocol.ts';

/** Slide decks ask for the old numbers of keys still. */
const NUMBERS: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

/** Presses a key on an element that was pressed in its frame: whatever listens in the page hears it as its own. */
export function repeatKey(element: Element, { key, code, shiftKey }: PassedKey): void {
  const number = NUMBERS[key] ?? key.toUpperCase().charCodeAt(0);
  const pressed = { key, code, shiftKey, keyCode: number, which: number };
  const event = { ...pressed, bubbles: true, composed: true, cancelable: true };
  element.dispatchEvent(new KeyboardEvent('keydown', event));
  element.dispatchEvent(new KeyboardEvent('keyup', event));
}
