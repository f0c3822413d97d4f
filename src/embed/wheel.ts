import { takesWheel } from '../state/manners.ts';
import type { Store } from '../state/store.ts';

/** Keeps a wheel from the picture where it is the host's: the browser then scrolls the page around. Returns how to stop. */
export function passWheel(store: Store): () => void {
  const listener = (event: WheelEvent): void => {
    if (event.target instanceof HTMLCanvasElement && !takesWheel(store.getState(), event))
      event.stopImmediatePropagation();
  };
  const options = { capture: true, passive: true };
  addEventListener('wheel', listener, options);
  return () => removeEventListener('wheel', listener, options);
}
