import { useEffect, useReducer } from 'react';
import type { Clock } from '../state/clock.ts';
import { useSession } from '../state/session.tsx';

/** Between two renderings, milliseconds: numbers that run are not read more often; what is dragged is followed. */
const RUNNING_MS = 250;
const DRAGGED_MS = 100;

/** All that reads a clock is rendered at one beat, so that the frames between cost the page nothing. */
interface Beat {
  readonly renders: Set<() => void>;
  stop: () => void;
}
const beats = new WeakMap<Clock, Beat>();

/** The clock; renders again four times a second while it plays, ten while the playhead is dragged, and at the end. */
export function usePlayhead(): Clock {
  const { clock } = useSession();
  const [, render] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const beat = beats.get(clock) ?? startBeat(clock);
    beat.renders.add(render);
    return () => {
      beat.renders.delete(render);
      if (beat.renders.size === 0) beat.stop();
    };
  }, [clock]);
  return clock;
}

function startBeat(clock: Clock): Beat {
  const renders = new Set<() => void>();
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    timer = undefined;
    last = performance.now();
    for (const render of renders) render();
  };
  const stopTicks = clock.onTick(() => {
    if (timer !== undefined) return;
    const rest = (clock.playing ? RUNNING_MS : DRAGGED_MS) - (performance.now() - last);
    if (rest <= 0) now();
    else timer = setTimeout(now, rest);
  });
  const beat: Beat = {
    renders,
    stop() {
      stopTicks();
      clearTimeout(timer);
      beats.delete(clock);
    },
  };
  beats.set(clock, beat);
  return beat;
}
