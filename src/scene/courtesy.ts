/** The picture lets others go first. */
export interface Courtesy {
  /** True while the picture should not be drawn. */
  readonly waits: boolean;
  dispose(): void;
}

/** How long it waits after a press, milliseconds: drawn on the processor, a frame takes time and threads that the answer
 *  to the press needs, several times as long. */
const WAIT_MS = 300;

/** Presses that are answered by words and numbers, not by the picture, happen inside elements with this attribute. */
const URGENT = '[data-urgent]';

/** Waits after every press of a key or pointer in what is urgent; `resume` is called when the wait is over. */
export function createCourtesy(resume: () => void): Courtesy {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = (): void => {
    timer = undefined;
    resume();
  };
  const press = ({ target }: Event): void => {
    if (!(target instanceof Element && target.closest(URGENT))) return;
    clearTimeout(timer);
    timer = setTimeout(over, WAIT_MS);
  };
  const events = ['pointerdown', 'pointerup', 'keydown', 'keyup'] as const;
  for (const event of events) document.addEventListener(event, press, { capture: true, passive: true });
  return {
    get waits() {
      return timer !== undefined;
    },
    dispose() {
      clearTimeout(timer);
      for (const event of events) document.removeEventListener(event, press, { capture: true });
    },
  };
}
