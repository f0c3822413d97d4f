import type { Clock } from '../state/clock.ts';
import type { Store } from '../state/store.ts';

/** Out of sight for less is no reason to stop: pages scroll past. */
const PATIENCE_MS = 1000;

export interface Sleep {
  /** Sleeps until told otherwise, seen or not. */
  hold(held: boolean): void;
}

/**
 * Lets a picture that nobody can see sleep: nothing of it is kept on the GPU (scene/mount.tsx), and its time stands still.
 * Awake it is where it was. Nothing sleeps before it is `ready`: the first picture is drawn unseen too. `changed` is told of
 * both.
 */
export function followSight(
  store: Store,
  clock: Clock,
  ready: Promise<void>,
  changed: (asleep: boolean) => void,
): Sleep {
  // As they are before a link holds them fixed (state/hold.ts): a picture that plays on for the visitor may sleep.
  const { play, pause } = clock;
  let begun = false;
  let held = false;
  let inside = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fall = (): void => {
    if (store.getState().asleep) return;
    store.setState({ asleep: { playing: clock.playing } });
    pause();
    changed(true);
  };
  const wake = (): void => {
    const { asleep } = store.getState();
    if (!asleep) return;
    store.setState({ asleep: null });
    if (asleep.playing) play();
    changed(false);
  };
  const look = (): void => {
    clearTimeout(timer);
    if (!begun) return;
    if (held) fall();
    else if (inside && !document.hidden) wake();
    else timer = setTimeout(fall, PATIENCE_MS);
  };
  // Who says play to a sleeping picture means once it wakes.
  clock.onTick(() => {
    if (!store.getState().asleep || !clock.playing) return;
    pause();
    store.setState({ asleep: { playing: true } });
  });
  const sight = new IntersectionObserver((entries) => {
    inside = entries[entries.length - 1].isIntersecting;
    look();
  });
  sight.observe(document.documentElement);
  document.addEventListener('visibilitychange', look);
  void ready.then(() => {
    begun = true;
    look();
  });

  return {
    hold(value) {
      held = value;
      look();
    },
  };
}
