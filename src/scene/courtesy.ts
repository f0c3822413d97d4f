/** The picture lets others go first. */
export interface Courtesy {
  /** True while the picture should not be drawn. */
  readonly waits: boolean;
  /** True while somebody is about to press: the pointer rests on what is urgent, or a key was pressed there lately. */
  readonly attends: boolean;
  dispose(): void;
}

/** How long it waits after a press, milliseconds: drawn on the processor, a frame takes time and threads that the answer
 *  to the press needs, several times as long. */
const WAIT_MS = 300;
/** How long after a press of a key another one is awaited, milliseconds. */
const ATTEND_MS = 5000;

/** Presses that are answered by words and numbers, not by the picture, happen inside elements with this attribute. */
const URGENT = '[data-urgent]';

/** Waits after every press of a key or pointer in what is urgent; `resume` is called when the wait is over. */
export function createCourtesy(resume: () => void): Courtesy {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = (): void => {
    timer = undefined;
    resume();
  };
  let hovers = false;
  let pressed = Number.NEGATIVE_INFINITY;
  const urgent = ({ target }: Event): boolean => target instanceof Element && target.closest(URGENT) !== null;
  const hover = (event: Event): void => {
    hovers = urgent(event);
  };
  const press = (event: Event): void => {
    if (!urgent(event)) return;
    pressed = performance.now();
    clearTimeout(timer);
    timer = setTimeout(over, WAIT_MS);
  };
  const events = ['pointerdown', 'pointerup', 'keydown', 'keyup'] as const;
  for (const event of events) document.addEventListener(event, press, { capture: true, passive: true });
  document.addEventListener('pointerover', hover, { capture: true, passive: true });
  return {
    get waits() {
      return timer !== undefined;
    },
    get attends() {
      return hovers || performance.now() - pressed < ATTEND_MS;
    },
    dispose() {
      clearTimeout(timer);
      for (const event of events) document.removeEventListener(event, press, { capture: true });
      document.removeEventListener('pointerover', hover, { capture: true });
    },
  };
}
