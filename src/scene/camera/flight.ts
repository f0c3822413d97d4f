import type { Pose } from './homes.ts';

/**
 * The smoothest way from one view to another (van Wijk and Nuij, "Smooth and efficient zooming and panning", 2003):
 * it steps back before it travels far, and both distance and travel feel even. Lengths in metres; `s` from 0 to 1.
 */
export interface Flight {
  /** How long the way feels; 1 is about one e-folding of distance. */
  readonly length: number;
  /** Share of the straight line between the targets travelled, 0 … 1. */
  readonly travelled: (s: number) => number;
  /** Metres from the eye to its target. */
  readonly distance: (s: number) => number;
}

/** Trade between zooming and panning; 1.42 is what the paper's readers liked best. */
const RHO = 1.42;
/** Ways shorter than this share of the distance are pure zooms. */
const NEAR = 1e-4;

export function flight(from: number, to: number, apart: number): Flight {
  if (apart < NEAR * Math.min(from, to)) {
    const length = Math.abs(Math.log(to / from)) / RHO;
    return { length, travelled: (s) => s, distance: (s) => (s >= 1 ? to : from * (to / from) ** s) };
  }
  const squared = RHO * RHO;
  const b0 = (to * to - from * from + squared * squared * apart * apart) / (2 * from * squared * apart);
  const b1 = (to * to - from * from - squared * squared * apart * apart) / (2 * to * squared * apart);
  const r0 = -Math.asinh(b0);
  const r1 = -Math.asinh(b1);
  const length = (r1 - r0) / RHO;
  return {
    length,
    travelled(s) {
      const r = s * RHO * length;
      // The paper's cosh r₀ · tanh(r₀ + r) − sinh r₀, without the difference of two large numbers.
      const way = (from / squared) * (Math.sinh(r) / Math.cosh(r0 + r));
      return s >= 1 ? 1 : way / apart;
    },
    distance: (s) => (s >= 1 ? to : (from * Math.cosh(r0)) / Math.cosh(r0 + s * RHO * length)),
  };
}

/** Slow at both ends. */
export function ease(t: number): number {
  return t <= 0 ? 0 : t >= 1 ? 1 : t * t * t * (10 - 15 * t + 6 * t * t);
}

/** The shorter way round from one azimuth to another, degrees. */
export function turn(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}

/** The pose on a way between two, at a share of its time (0 … 1). */
export function poseAlong(way: Flight, from: Pose, to: Pose, share: number): Pose {
  if (share >= 1) return to;
  const s = ease(share);
  const t = way.travelled(s);
  const at = (i: 0 | 1 | 2): number => from.target[i] + (to.target[i] - from.target[i]) * t;
  return {
    azimuth: from.azimuth + turn(from.azimuth, to.azimuth) * s,
    elevation: from.elevation + (to.elevation - from.elevation) * s,
    distance: way.distance(s),
    target: [at(0), at(1), at(2)],
  };
}

/** The way between two poses. */
export function flightBetween(from: Pose, to: Pose): Flight {
  return flight(from.distance, to.distance, Math.hypot(...to.target.map((t, i) => t - from.target[i])));
}
