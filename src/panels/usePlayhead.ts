import { useEffect, useReducer } from 'react';
import type { Clock } from '../state/clock.ts';
import { useSession } from '../state/session.tsx';

const LEAST_MS = 100;

/** The clock; renders again ten times a second at most, also while the playhead is dragged, and once at the end. */
export function usePlayhead(): Clock {
  const { clock } = useSession();
  const [, render] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = (): void => {
      timer = undefined;
      last = performance.now();
      render();
    };
    const stop = clock.onTick(() => {
      if (timer !== undefined) return;
      const rest = LEAST_MS - (performance.now() - last);
      if (rest <= 0) now();
      else timer = setTimeout(now, rest);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [clock]);
  return clock;
}
