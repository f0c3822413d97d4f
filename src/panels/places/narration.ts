import type { Clock } from '../../state/clock.ts';
import type { Settings } from '../../state/settings.ts';

/** Between two sentences, milliseconds: time to hear one out. */
const PAUSE_MS = 6000;
/** A step that passes in less is over before it is told, seconds of the wall. */
const FAST = 30;

/** Decides which sentences are said: only while the step plays by itself, slowly enough unless asked for always, after a
 *  pause, and only what was not said last. `now` in milliseconds. */
export function createNarration(): (
  setting: Settings['narration'],
  clock: Pick<Clock, 'playing' | 'speed' | 'duration'>,
  now: number,
  sentence: () => string | null,
) => string | null {
  let last = Number.NEGATIVE_INFINITY;
  let said: string | null = null;
  return (setting, { playing, speed, duration }, now, sentence) => {
    if (!playing || setting === 'off' || now - last < PAUSE_MS) return null;
    if (setting === 'slow' && duration / speed < FAST) return null;
    const next = sentence();
    if (next === null || next === said) return null;
    last = now;
    said = next;
    return next;
  };
}
