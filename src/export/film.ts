import type { Shot } from '../state/easel.ts';
import type { View } from '../state/store.ts';

/** How the camera moves in a film. */
export const CAMERAS = ['still', 'around', 'flight'] as const;
export type CameraMove = (typeof CAMERAS)[number];

/** A film that is asked for: everything that its frames follow from. */
export interface Film {
  /** Seconds of the wall, frames a second. */
  readonly seconds: number;
  readonly rate: number;
  /** Simulated seconds at its beginning, simulated seconds a second, and the length of the step. */
  readonly from: number;
  readonly speed: number;
  readonly step: number;
  readonly camera: CameraMove;
  /** The flight's ends and how many seconds of the wall it takes; the rest stands still. */
  readonly flight: { readonly from: View; readonly to: View; readonly seconds: number } | null;
  readonly cutout: boolean;
}

export const RATES = [24, 30, 60] as const;
export const LONGEST_FILM = 120;
/** A film that goes round swings this far to each side, degrees, and ends where it began. */
const SWING = 14;

export function framesOf({ seconds, rate }: Pick<Film, 'seconds' | 'rate'>): number {
  return Math.max(1, Math.round(seconds * rate));
}

/** Simulated seconds of a frame (from 0): the step repeats, as training does. */
export function secondsAt({ from, speed, step, rate }: Film, frame: number): number {
  const at = from + (frame / rate) * speed;
  return step > 0 ? ((at % step) + step) % step : at;
}

/** What a frame (from 0) shows. A pure function: the same film has the same frames. */
export function shotAt(film: Film, frame: number): Shot {
  const { rate, speed, camera, flight, cutout } = film;
  const moment = { seconds: secondsAt(film, frame), speed, cutout, follows: frame > 0 };
  if (camera === 'around')
    return { ...moment, turned: SWING * Math.sin((2 * Math.PI * frame) / framesOf(film)) };
  if (camera === 'flight' && flight) {
    const share = Math.min(1, frame / rate / Math.max(flight.seconds, 1 / rate));
    return { ...moment, way: { from: flight.from, to: flight.to, share } };
  }
  return moment;
}

/** Throws the sentence of what a film cannot have. */
export function checkFilm({ seconds, speed, rate }: Film): void {
  if (!(seconds >= 1 / rate && seconds <= LONGEST_FILM))
    throw new Error(`seconds must be from 0 to ${LONGEST_FILM}: ${seconds}`);
  if (!(speed >= 0 && Number.isFinite(speed))) throw new Error(`speed must be a number from 0: ${speed}`);
}

/** Bits a pixel and frame that keep lines and words sharp. */
const BITS = 0.14;

/** Bits a second of an encoded film. */
export function bitRate(width: number, height: number, rate: number): number {
  return Math.round(Math.max(1e6, width * height * rate * BITS));
}
