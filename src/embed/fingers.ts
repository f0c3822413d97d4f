import type { Store } from '../state/store.ts';

/**
 * Shares a guest's picture between fingers before it is entered: one scrolls the page around, two zoom and move the picture
 * (panels/embedded.css leaves browsers nothing but to scroll). `stage` holds the picture. Returns how to stop.
 */
export function shareFingers(store: Store, stage: HTMLElement): () => void {
  const outside = (): boolean => store.getState().entered === null;
  /** The one finger that rests on the picture. */
  let first: PointerEvent | null = null;

  const onPress = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' || !event.isTrusted || !outside()) return;
    const { target } = event;
    if (event.isPrimary) first = event;
    else if (first?.target === target && target) {
      // The picture, from which one finger was kept, hears of both; so the first is pressed once more.
      target.dispatchEvent(new PointerEvent('pointerdown', first));
      return;
    }
    event.stopPropagation();
  };
  const onLift = ({ pointerId }: PointerEvent): void => {
    if (pointerId === first?.pointerId) first = null;
  };
  const onTouch = (event: TouchEvent): void => {
    if (
      event.touches.length > 1 &&
      event.cancelable &&
      outside() &&
      event.target instanceof HTMLCanvasElement
    )
      event.preventDefault();
  };

  const early = { capture: true };
  const active = { passive: false };
  stage.addEventListener('pointerdown', onPress, early);
  addEventListener('pointerup', onLift, early);
  addEventListener('pointercancel', onLift, early);
  stage.addEventListener('touchstart', onTouch, active);
  stage.addEventListener('touchmove', onTouch, active);
  return () => {
    stage.removeEventListener('pointerdown', onPress, early);
    removeEventListener('pointerup', onLift, early);
    removeEventListener('pointercancel', onLift, early);
    stage.removeEventListener('touchstart', onTouch);
    stage.removeEventListener('touchmove', onTouch);
  };
}
