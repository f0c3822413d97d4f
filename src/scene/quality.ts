import type { Quality } from '../state/store.ts';

/** One rung of the ladder: what is drawn (`tier` 0 low, 1 medium, 2 high) and device pixels a CSS pixel at most. */
export interface Rung {
  readonly name: 'low' | 'medium' | 'high';
  readonly tier: 0 | 1 | 2;
  /** Most device pixels per CSS pixel. */
  readonly ratio: number;
  /** Share of the display's own ratio; never under 0.75. */
  readonly scale: number;
  readonly antialias: boolean;
}

export const LADDER: readonly Rung[] = [
  { name: 'low', tier: 0, ratio: 1, scale: 0.75, antialias: false },
  { name: 'low', tier: 0, ratio: 1, scale: 1, antialias: false },
  { name: 'medium', tier: 1, ratio: 1.25, scale: 1, antialias: true },
  { name: 'high', tier: 2, ratio: 1.5, scale: 1, antialias: true },
  { name: 'high', tier: 2, ratio: 2, scale: 1, antialias: true },
];

/** Rung at which a quality starts. Automatic quality starts low on a software renderer, high elsewhere. */
export function firstRung(quality: Quality, software: boolean): number {
  if (quality === 'low') return 1;
  if (quality === 'medium') return 2;
  if (quality === 'high') return 4;
  return software ? 0 : 3;
}

/** Device pixels per CSS pixel of a rung on this display. */
export function pixelRatio(rung: Rung, display: number): number {
  return Math.min(display, rung.ratio) * rung.scale;
}

/** Frames that are judged together. */
const JUDGED = 40;
/** Seconds a frame: slower steps down, faster steps up; the gap keeps it from swinging. */
const SLOW = 0.05;
const FAST = 0.0115;
/** On a software renderer half a frame budget to spare is enough to climb from the lowest scale. */
const SOFTWARE_SLOW = 0.064;
const SOFTWARE_FAST = 0.034;

export interface Governor {
  /** Takes the seconds between two drawn frames that followed each other; returns the rung to use now. */
  frame(seconds: number): number;
}

/** Moves over the ladder by the median of measured frames; after a step down it never climbs back. */
export function createGovernor(first: number, software: boolean): Governor {
  let rung = first;
  let ceiling = software ? 1 : LADDER.length - 1;
  const recent: number[] = [];
  return {
    frame(seconds) {
      recent.push(seconds);
      if (recent.length < JUDGED) return rung;
      const median = recent.sort((a, b) => a - b)[JUDGED >> 1];
      recent.length = 0;
      if (median > (software ? SOFTWARE_SLOW : SLOW) && rung > 0) {
        rung -= 1;
        ceiling = rung;
      } else if (median < (software ? SOFTWARE_FAST : FAST) && rung < ceiling) rung += 1;
      return rung;
    },
  };
}
