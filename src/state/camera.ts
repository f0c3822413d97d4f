import { shown } from '../scenario/error.ts';
import type { CameraPose } from './store.ts';

/** Farthest the camera may stand from what it looks at, metres. */
export const FARTHEST = 1e5;

/** Whether these numbers are a camera: finite, above the ground, not lost. */
export function isCamera({ azimuth, elevation, distance, shift }: CameraPose): boolean {
  return (
    [azimuth, elevation, distance, ...shift].every(Number.isFinite) &&
    Math.abs(elevation) <= 90 &&
    distance > 0 &&
    distance < FARTHEST &&
    Math.hypot(...shift) < 1e4
  );
}

/** `azimuth,elevation,distance[,x,y,z]`; undefined where the text is no camera. */
export function readCamera(text: string): CameraPose | undefined {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.length !== 3 && numbers.length !== 6) return undefined;
  const [azimuth, elevation, distance, x = 0, y = 0, z = 0] = numbers;
  const camera: CameraPose = { azimuth, elevation, distance, shift: [x, y, z] };
  return isCamera(camera) ? camera : undefined;
}

/** The same from a record; throws one sentence where it is no camera. `shift` may be left out. */
export function readCameraRecord(value: unknown): CameraPose {
  const { azimuth, elevation, distance, shift } = (value ?? {}) as Partial<Record<string, unknown>>;
  const [x = 0, y = 0, z = 0] = Array.isArray(shift) ? (shift as unknown[]) : [];
  const numbers = [azimuth, elevation, distance, x, y, z];
  const camera = { azimuth, elevation, distance, shift: [x, y, z] } as CameraPose;
  if (!numbers.every((n) => typeof n === 'number') || !isCamera(camera))
    throw new Error(`view.cam must have azimuth, elevation and distance as numbers: ${shown(value)}`);
  return camera;
}

export function writeCamera({ azimuth, elevation, distance, shift }: CameraPose): string {
  const numbers = [plain(azimuth, 5), plain(elevation, 5), plain(distance, 5)];
  if (shift.some((s) => s !== 0)) numbers.push(...shift.map((s) => plain(s, 6)));
  return numbers.join(',');
}

/** A number in the fewest digits that keep `digits` significant ones. */
export function plain(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}
