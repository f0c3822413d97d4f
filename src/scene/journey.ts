import { Vector3 } from 'three';
import type { Address } from '../cluster/address.ts';

/** Where the camera is, rewritten each frame; campus frame, metres, double precision. */
export interface Journey {
  readonly target: Vector3;
  readonly eye: Vector3;
  /** Metres from the eye to the looked-at point. */
  distance: number;
  /** The distance as if the window were wide: what levels and fades go by, so that a phone has the same journey. */
  reach: number;
  /** Vertical field of view, degrees. */
  fov: number;
  /** CSS pixels. */
  width: number;
  height: number;
  /** Width at the left that words stand on, CSS pixels (camera/room.ts). */
  column: number;
  /** Height at the top that they stand on where there is no room beside the picture. */
  head: number;
  /**
   * The building, hall, row, UltraServer, server, tray and chip looked at, seven numbers deep (a tray with chips),
   * whatever the level; empty while there is no site. A new array whenever it changes.
   */
  focus: Address;
}

export function createJourney(): Journey {
  return {
    target: new Vector3(),
    eye: new Vector3(0, 500, 1000),
    distance: 1000,
    reach: 1000,
    fov: 27,
    width: 1280,
    height: 720,
    column: 0,
    head: 0,
    focus: [],
  };
}

/** Metres that one CSS pixel covers at the looked-at point. */
export function metresPerPixel(journey: Journey): number {
  return (2 * journey.distance * Math.tan((journey.fov * Math.PI) / 360)) / journey.height;
}
