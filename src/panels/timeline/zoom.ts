import type { Stretch } from './rows.ts';

/** The shortest stretch that a chart shows, simulated seconds. */
export const SHORTEST = 1e-8;

/** The stretch `factor` times as long, with the instant `at` where it was; never beyond the whole. */
export function zoomed(shown: Stretch, whole: Stretch, factor: number, at: number): Stretch {
  const length = Math.max(SHORTEST, Math.min(whole.to - whole.from, (shown.to - shown.from) * factor));
  const share = (at - shown.from) / (shown.to - shown.from);
  return within({ from: at - share * length, to: at + (1 - share) * length }, whole);
}

/** The stretch moved by so many seconds, as far as the whole goes. */
export function moved(shown: Stretch, whole: Stretch, by: number): Stretch {
  return within({ from: shown.from + by, to: shown.to + by }, whole);
}

/** Moved back inside the whole; cut where it is longer. */
function within({ from, to }: Stretch, whole: Stretch): Stretch {
  const length = Math.min(to - from, whole.to - whole.from);
  const first = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: first, to: first + length };
}

/** Whether all of it is shown. */
export function isWhole(shown: Stretch, whole: Stretch): boolean {
  return shown.to - shown.from >= (whole.to - whole.from) * (1 - 1e-9);
}
