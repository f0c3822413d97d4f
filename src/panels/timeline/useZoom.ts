import { type RefObject, useEffect, useRef } from 'react';
import type { Stretch } from './rows.ts';
import { isWhole, moved, zoomed } from './zoom.ts';

/** What the gestures over a chart act on. */
export interface Zoom {
  readonly shown: Stretch;
  readonly whole: Stretch;
  /** Share of the whole below which zooming in enters the next lens; 0 where there is none. */
  readonly enterBelow: number;
  readonly show: (stretch: Stretch) => void;
  /** Enters the next finer lens at an instant; `y` is the share of the chart's height. */
  readonly enter: (at: number, y: number) => void;
  /** Goes back to the next coarser lens. */
  readonly leave: () => void;
}

/** Zooms by a factor around an instant, into the next lens where the stretch becomes short enough for it. */
export function zoomBy(zoom: Zoom, factor: number, at: number, y: number): void {
  const { shown, whole } = zoom;
  if (factor > 1 && isWhole(shown, whole)) {
    zoom.leave();
    return;
  }
  const next = zoomed(shown, whole, factor, at);
  if (factor < 1 && next.to - next.from < zoom.enterBelow * (whole.to - whole.from)) zoom.enter(at, y);
  else zoom.show(next);
}

/** Turns of a wheel to a factor; a pixel of a trackpad is a little, a notch of a mouse a lot. */
const PER_PIXEL = 0.0016;
/** A lens is not left twice by one push of a trackpad, milliseconds. */
const REST_MS = 350;

/** Wheel and pinch over an element; `pinching` tells others to leave the pointers alone. */
export function useZoom(element: RefObject<HTMLElement | null>, zoom: Zoom): RefObject<boolean> {
  const current = useRef(zoom);
  // Fingers and wheels move more than once between two pictures: each move goes on from the one before.
  const show = (shown: Stretch): void => {
    current.current = { ...current.current, shown };
    zoom.show(shown);
  };
  current.current = { ...zoom, show };
  const pinching = useRef(false);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    let left = 0;
    const place = (x: number, y: number) => {
      const { left: x0, top, width, height } = box.getBoundingClientRect();
      const { from, to } = current.current.shown;
      const share = Math.min(1, Math.max(0, (x - x0) / width));
      return { at: from + share * (to - from), y: (y - top) / height, width };
    };
    const apply = (factor: number, x: number, y: number): void => {
      const { at, y: share } = place(x, y);
      const changesLens = factor > 1 && isWhole(current.current.shown, current.current.whole);
      if (performance.now() - left < REST_MS) return;
      const before = current.current.shown;
      zoomBy(current.current, factor, at, share);
      if (changesLens || (factor < 1 && before === current.current.shown)) left = performance.now();
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      const { shown, whole, show } = current.current;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
        const by = (event.deltaX || event.deltaY) * lines;
        show(moved(shown, whole, (by / place(0, 0).width) * (shown.to - shown.from)));
      } else apply(Math.exp(event.deltaY * lines * PER_PIXEL), event.clientX, event.clientY);
    };
    const fingers = new Map<number, { x: number; y: number }>();
    const spread = (): { apart: number; x: number; y: number } => {
      const [a, b] = [...fingers.values()];
      return { apart: Math.abs(a.x - b.x) + 1, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    };
    const down = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.size === 2) pinching.current = true;
    };
    const move = (event: PointerEvent): void => {
      if (!fingers.has(event.pointerId)) return;
      const before = fingers.size === 2 ? spread().apart : 0;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.size !== 2) return;
      const { apart, x, y } = spread();
      apply(before / apart, x, y);
    };
    const up = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
      if (fingers.size === 0) pinching.current = false;
    };
    box.addEventListener('wheel', wheel, { passive: false });
    box.addEventListener('pointerdown', down);
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', up);
    box.addEventListener('pointercancel', up);
    return () => {
      box.removeEventListener('wheel', wheel);
      box.removeEventListener('pointerdown', down);
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerup', up);
      box.removeEventListener('pointercancel', up);
    };
  }, [element]);
  return pinching;
}
