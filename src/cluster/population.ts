import type { Address } from './address.ts';
import { classOfChip, type Job } from './job.ts';
import { CHIPS_PER_SERVER, CHIPS_PER_ULTRASERVER, chipIndex, chipsOf, ultraServerIndex } from './site.ts';

/** Which classes stand at a place. */
export interface Population {
  /** Chips of the place. */
  readonly chips: number;
  /** Chips of it that are in the job. */
  readonly working: number;
  /** Classes that stand there, ascending, and how many chips of each. */
  readonly classes: readonly number[];
  readonly counts: readonly number[];
}

/** Chip indices of a place, which always follow each other or stand on one tray. Empty for a head tray. */
function chipsAt(job: Job, address: Address): readonly number[] | { from: number; to: number } {
  const { site } = job;
  if (address.length <= 5) {
    const [b = 1, h = 1, r = 1, u = 1, s] = address;
    const first = ultraServerIndex(site, [b, h, r, u]) * CHIPS_PER_ULTRASERVER;
    if (s !== undefined) {
      const from = first + (s - 1) * CHIPS_PER_SERVER;
      return { from, to: from + CHIPS_PER_SERVER };
    }
    const inside = [site.buildings, site.halls, site.rows, site.filled].slice(address.length);
    return { from: first, to: first + inside.reduce((product, n) => product * n, CHIPS_PER_ULTRASERVER) };
  }
  if (address[5] === 1) return [];
  if (address.length === 6) return [1, 2].map((c) => chipIndex(site, [...address, c]));
  return [chipIndex(site, address)];
}

/** Counts the classes of a place, chip by chip but for a campus without faults, which holds them all. */
export function populationOf(job: Job, address: Address): Population {
  if (address.length === 0 && !job.faults) {
    const classes = Array.from({ length: job.classes }, (_, c) => c);
    const counts = classes.map(() => job.ranks / job.classes);
    return { chips: chipsOf(job.site), working: job.ranks, classes, counts };
  }
  const found = new Map<number, number>();
  let chips = 0;
  const add = (chip: number): void => {
    chips += 1;
    const c = classOfChip(job, chip);
    if (c >= 0) found.set(c, (found.get(c) ?? 0) + 1);
  };
  const at = chipsAt(job, address);
  if ('from' in at) for (let chip = at.from; chip < at.to; chip++) add(chip);
  else for (const chip of at) add(chip);
  const classes = [...found.keys()].sort((a, b) => a - b);
  const counts = classes.map((c) => found.get(c) ?? 0);
  return { chips, working: counts.reduce((sum, n) => sum + n, 0), classes, counts };
}
