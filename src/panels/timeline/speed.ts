import type { Format } from '../../look/format.ts';
import type { Words } from '../../state/words.tsx';

const SLOWEST = 1e-6;
const FASTEST = 100;

/** The next speed in a direction, in steps of 1, 2, 5, 10; simulated seconds per second. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const steps: number[] = [];
  for (let power = Math.log10(SLOWEST); power <= Math.log10(FASTEST); power++)
    for (const digit of [1, 2, 5]) steps.push(Number(`${digit}e${power}`));
  const next =
    direction === 1 ? steps.find((s) => s > speed * 1.001) : steps.findLast((s) => s < speed * 0.999);
  return Math.min(FASTEST, Math.max(SLOWEST, next ?? speed));
}

/** "20× slower than real". */
export function speedText(words: Words, format: Format, speed: number): string {
  if (Math.abs(speed - 1) < 0.005) return words('timeline.speed.real');
  return speed < 1
    ? words('timeline.speed.slower', { factor: format.digits(1 / speed) })
    : words('timeline.speed.faster', { factor: format.digits(speed) });
}
