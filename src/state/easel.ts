import type { Clock } from './clock.ts';
import type { View } from './store.ts';

/** A rectangle of a picture, in the units of `Easel.unitsOf`. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a picture shows that is no part of the studio's state. */
export interface Shot {
  /** Simulated seconds from the step's start. */
  readonly seconds: number;
  /** Simulated seconds a second at which frames follow each other: what is too fast for that is shown as its mean, and
   *  what is named only while time stands still is not. A picture alone has none. */
  readonly speed?: number;
  /** Where the camera is on its way between two views, 0 … 1; the state's own view without it. */
  readonly way?: { readonly from: View; readonly to: View; readonly share: number };
  /** Degrees by which the camera has gone round its subject. */
  readonly turned?: number;
  /** Nothing behind the subject: no ground, no sky, no fog. */
  readonly cutout?: boolean;
  /** Kept free of names: what others write there. */
  readonly clear?: readonly Area[];
  /** A film goes on from the shot before: names keep their places while these are free. Alone they take their best. */
  readonly follows?: boolean;
}

/** Draws pictures of any size, each when it is asked for. The same state and shots in turn give the same pixels. */
export interface Easel {
  /** Whether the camera can travel and go round: only in 3D. */
  readonly moves: boolean;
  /** Paints the studio's state as large as the context's canvas, names in the picture included; the canvas is cleared
   *  first. `progress` is told 0 … 1. Rejects with one sentence; with an 'AbortError' when `signal` aborts. */
  paint(
    context: CanvasRenderingContext2D,
    shot: Shot,
    options?: { readonly signal?: AbortSignal; readonly progress?: (done: number) => void },
  ): Promise<void>;
  dispose(): void;
}

/** Sets a copy's clock, which no frame moves, to a shot; a picture alone has the copy's own `speed`. */
export function setClock(clock: Clock, shot: Shot, speed: number): void {
  clock.setSpeed(shot.speed ?? speed);
  clock.seek(shot.seconds);
  if (shot.speed === undefined) clock.pause();
  else clock.play();
}

/** Units over the area of every picture: those of a window in which the page is composed. Words are set in them. */
const AREA = 1280 * 720;

/** Width and height of a picture in units, and pixels a unit: a picture has the same composition at every size. */
export function unitsOf(width: number, height: number): { width: number; height: number; scale: number } {
  const scale = Math.sqrt((width * height) / AREA);
  return { width: width / scale, height: height / scale, scale };
}
