import type { Layout } from './layout.ts';

/** A layout that was evaluated. */
export interface Found {
  readonly layout: Layout;
  /** Of a step, in closed form. */
  readonly seconds: number;
  /** On the fullest chip. */
  readonly bytes: number;
  /** Position in the space: [unit, layout in the unit]. Of equals the first is kept. */
  readonly at: readonly [number, number];
}

/** Why layouts were not evaluated, and how many were. */
export interface Counts {
  enumerated: number;
  evaluated: number;
  /** Break a rule of layouts (scenario/check.ts). */
  broken: number;
  /** Need more memory than a chip has. */
  tooLarge: number;
  /** Cannot be among the best, nor on the front: their busiest stage alone takes too long. */
  tooSlow: number;
}

/** What a search, or a part of one, has kept. */
export interface Kept {
  /** The fastest that fit, best first; KEPT at most. */
  readonly fastest: readonly Found[];
  /** Those of which none is both faster and smaller, fastest first. */
  readonly front: readonly Found[];
  /** The one that needs least memory, whether it fits or not; null before any was seen. Its seconds may be NaN. */
  readonly smallest: Found | null;
  readonly counts: Counts;
}

export const KEPT = 20;

export function nothingKept(): Kept {
  const counts = { enumerated: 0, evaluated: 0, broken: 0, tooLarge: 0, tooSlow: 0 };
  return { fastest: [], front: [], smallest: null, counts };
}

/** Parts put together; the same whatever the parts and their order. */
export function merge(parts: readonly Kept[]): Kept {
  const counts = nothingKept().counts;
  for (const part of parts) {
    for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += part.counts[key];
  }
  const smallest = parts
    .flatMap((part) => part.smallest ?? [])
    .sort((a, b) => a.bytes - b.bytes || before(a, b));
  return {
    fastest: fastest(parts.flatMap((part) => part.fastest)),
    front: front(parts.flatMap((part) => part.front)),
    smallest: smallest[0] ?? null,
    counts,
  };
}

/** The KEPT fastest, best first. */
export function fastest(found: readonly Found[]): Found[] {
  return found.toSorted(bySeconds).slice(0, KEPT);
}

/** Those of which no other is as fast and as small. */
export function front(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const each of found.toSorted(bySeconds)) {
    if (each.bytes >= least) continue;
    least = each.bytes;
    kept.push(each);
  }
  return kept;
}

function bySeconds(a: Found, b: Found): number {
  return a.seconds - b.seconds || a.bytes - b.bytes || before(a, b);
}

function before(a: Found, b: Found): number {
  return a.at[0] - b.at[0] || a.at[1] - b.at[1];
}
