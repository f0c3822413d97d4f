import type { Format } from '../../look/format.ts';

/** Seconds of a difference, with the sign of typography on both sides of nothing. */
export function signed(format: Format, seconds: number): string {
  const size = format.seconds(Math.abs(seconds));
  return seconds > 0 ? `+${size}` : seconds < 0 ? `−${size}` : size;
}
