import { type Address, LEVELS } from '../../cluster/address.ts';
import { childrenOf } from '../../cluster/site.ts';
import type { Shared } from '../shared.ts';
import { zoomPoint } from './aim.ts';
import type { Pilot } from './pilot.ts';
import { addressOf } from './pose.ts';
import { middleOf } from './room.ts';

/** Change of distance for one notch of a wheel (100 units). */
const NOTCH = 0.82;
const KEY_ZOOM = 0.7;
const KEY_DEGREES = 9;
/** Addresses by level key: a campus, a building … a core, with `server` passed over. */
const DEPTH_OF_LEVEL = [0, 1, 2, 3, 4, 6, 7, 8];

/** Whatever has keys of its own keeps them. */
const OWN_KEYS =
  'input, textarea, select, summary, dialog, [contenteditable], [role=slider], [role=tablist], [role=tree], [popover]';

/** Wheel on the canvas, keys anywhere but in things that have their own; dragging and touch are the controls' own.
 *  Returns how to disconnect. */
export function connectInput(element: HTMLElement, shared: Shared, pilot: Pilot): () => void {
  const { session } = shared;
  const travel = (address: string): void => {
    void session.flyTo(address).catch(() => {});
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const units =
      event.deltaMode === 1 ? event.deltaY * 33 : event.deltaMode === 2 ? event.deltaY * 400 : event.deltaY;
    const bounded = Math.max(-240, Math.min(240, units));
    const box = element.getBoundingClientRect();
    const point = zoomPoint(shared, event.clientX - box.left, event.clientY - box.top);
    pilot.zoomAbout(point, NOTCH ** (-bounded / 100));
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // Keys of a single character can be switched off: whoever speaks to the computer presses them unawares.
    if (event.key.length === 1 && !session.store.getState().settings.shortcuts) return;
    const { target } = event;
    if (target instanceof Element && target.closest(OWN_KEYS)) return;
    // Arrows scroll and move in the panels; they orbit where the picture has the focus, or nothing has.
    const elsewhere = target !== element && target !== document.body;
    if (elsewhere && event.key.startsWith('Arrow')) return;
    const { view } = session.store.getState();
    const { journey } = shared;
    const handled = (): boolean => {
      switch (event.key) {
        case 'ArrowLeft':
          if (!walk(-1)) pilot.orbit(-KEY_DEGREES, 0);
          return true;
        case 'ArrowRight':
          if (!walk(1)) pilot.orbit(KEY_DEGREES, 0);
          return true;
        case 'ArrowUp':
          pilot.orbit(0, KEY_DEGREES / 2);
          return true;
        case 'ArrowDown':
          pilot.orbit(0, -KEY_DEGREES / 2);
          return true;
        case '+':
        case '=':
          pilot.zoomAbout(zoomPoint(shared, ...middleOf(journey)), KEY_ZOOM);
          return true;
        case '-':
          pilot.zoomAbout(journey.target, 1 / KEY_ZOOM);
          return true;
        case 'Home':
          travel(view.at);
          return true;
        case 'Escape':
          // First out of what is picked, then out of the place.
          if (picked()) session.select(view.at === '' ? null : view.at);
          else travel(addressText(addressOf(view.at).slice(0, -1)));
          return true;
        case 'Enter':
          return enter();
        default:
          return level(Number(event.key));
      }
    };
    // Something inside the place at hand is selected: arrows go on to its siblings, Enter goes in.
    const picked = (): Address | null => {
      const { selected } = session.store.getState();
      return selected !== null && selected !== view.at ? addressOf(selected) : null;
    };
    const walk = (by: number): boolean => {
      const address = picked();
      const { site } = session.store.getState();
      if (!address || !site || address.length === 0) return false;
      const outer = address.slice(0, -1);
      const n = childrenOf(site, outer);
      session.select(addressText([...outer, 1 + ((address[outer.length] - 1 + by + n) % n)]));
      return true;
    };
    const enter = (): boolean => {
      if (target instanceof Element && target !== element && target.closest('a, button')) return false;
      const address = picked();
      const { site } = session.store.getState();
      if (address) travel(addressText(address));
      else if (site) {
        const here = addressOf(view.at);
        if (childrenOf(site, here) > 0)
          session.select(
            addressText([...here, Math.min(journey.focus[here.length] ?? 1, childrenOf(site, here))]),
          );
      }
      return true;
    };
    const level = (key: number): boolean => {
      if (!(key >= 1 && key <= LEVELS.length)) return false;
      const depth = DEPTH_OF_LEVEL[key - 1];
      const deepest = [...journey.focus, 1];
      const here = addressOf(view.at);
      travel(addressText((here.length >= depth ? here : deepest).slice(0, depth)));
      return true;
    };
    if (handled()) event.preventDefault();
  };
  const onDown = (): void => pilot.interrupt();

  element.addEventListener('wheel', onWheel, { passive: false });
  addEventListener('keydown', onKey);
  element.addEventListener('pointerdown', onDown);
  return () => {
    element.removeEventListener('wheel', onWheel);
    removeEventListener('keydown', onKey);
    element.removeEventListener('pointerdown', onDown);
  };
}

function addressText(address: readonly number[]): string {
  return address.map((n, i) => 'bhrustcn'[i] + n).join('/');
}
