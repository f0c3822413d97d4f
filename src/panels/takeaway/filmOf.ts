import type { CameraMove, Film } from '../../export/film.ts';
import type { Studio } from '../../state/session.tsx';
import type { View } from '../../state/store.ts';
import { changeOf } from '../../state/tour.ts';
import type { Subject } from './useStudio.ts';

/** How a film runs, as chosen in the form. */
export interface Run {
  readonly kind: 'film' | 'gif';
  /** Seconds of the wall, frames a second. */
  readonly seconds: number;
  readonly rate: number;
  /** Exactly one step, so that it can begin anew without a seam; else `speed`, simulated seconds a second. */
  readonly whole: boolean;
  readonly speed: number;
  readonly camera: CameraMove;
}

/** Frames a second of a GIF: its delays are hundredths. */
export const GIF_RATE = 20;
/** Longest side of a GIF, pixels: slides need no more, and larger ones weigh tens of megabytes. */
export const GIF_LONGEST = 960;

/** Seconds of a flight, unless a tour says; and of a film at most the share of it that flies. */
const FLIGHT = 4;
const FLYING = 0.6;

/** Where a flight to the subject begins: at the step of the tour before it, else above the campus; null where the camera
 *  would not move. */
export function flightStart(studio: Studio, subject: Subject): View | null {
  const state = studio.visit.store.getState();
  const before =
    subject && subject.step > 1 ? changeOf(subject.tour, subject.step - 1, state).view : undefined;
  const from: View = { lens: null, at: before?.at ?? '', cam: before?.cam ?? null };
  const same = from.at === state.view.at && JSON.stringify(from.cam) === JSON.stringify(state.view.cam);
  return same ? null : from;
}

/** The film that the form asks for, from an instant of the step on. */
export function filmOf(
  studio: Studio,
  subject: Subject,
  run: Run,
  { seconds, cutout }: { readonly seconds: number; readonly cutout: boolean },
): Film {
  const { clock, store } = studio.visit;
  const from = run.camera === 'flight' ? flightStart(studio, subject) : null;
  const wished = (subject && subject.tour.steps[subject.step - 1].seconds) ?? FLIGHT;
  return {
    seconds: run.seconds,
    rate: run.kind === 'gif' ? GIF_RATE : run.rate,
    from: seconds,
    speed: run.whole ? clock.duration / run.seconds : run.speed,
    step: clock.duration,
    camera: run.camera === 'flight' && !from ? 'still' : run.camera,
    flight: from && { from, to: store.getState().view, seconds: Math.min(wished, FLYING * run.seconds) },
    cutout: run.kind === 'gif' ? false : cutout,
  };
}
