import type { Breakdown, Summary } from '../../timeline/summary.ts';

/** What `whyItLoses` compares. */
export interface Told {
  readonly seconds: number;
  readonly breakdown: Breakdown;
  readonly memory: Pick<Summary['memory'], 'total' | 'capacity'>;
}

const PARTS: Readonly<Record<keyof Breakdown, string>> = {
  compute: 'compute',
  bubble: 'pipeline bubble',
  tensor: 'exposed tensor collectives',
  context: 'exposed context exchange',
  expert: 'expert all-to-all',
  pipeline: 'messages between stages',
  data: 'exposed gradient and weight traffic',
  optimizer: 'optimizer',
};

/** Shorter differences than this share of a step are within what the closed form knows. */
const EVEN = 0.002;

/** Why a layout is not the best one. */
export type Loss =
  | { readonly kind: 'over'; readonly bytes: number; readonly capacity: number }
  | { readonly kind: 'even' }
  | {
      readonly kind: 'slower';
      /** Of the best's step. */
      readonly share: number;
      /** What takes most seconds more, and, where that makes a difference, what takes fewest. */
      readonly most: Part;
      readonly least: Part | null;
    };

interface Part {
  readonly part: keyof Breakdown;
  readonly seconds: number;
}

/** Compares where the seconds go. */
export function lossOf(own: Told, best: Told): Loss {
  const { total, capacity } = own.memory;
  if (total > capacity) return { kind: 'over', bytes: total - capacity, capacity };
  const difference = own.seconds - best.seconds;
  if (difference <= EVEN * best.seconds) return { kind: 'even' };
  const parts = (Object.keys(PARTS) as (keyof Breakdown)[])
    .map((part) => ({ part, seconds: own.breakdown[part] - best.breakdown[part] }))
    .sort((a, b) => b.seconds - a.seconds);
  const [most] = parts;
  const gained = parts[parts.length - 1];
  const least = gained.seconds < -0.1 * most.seconds ? gained : null;
  return { kind: 'slower', share: difference / best.seconds, most, least };
}

/** The same in one sentence, in English. */
export function whyItLoses(own: Told, best: Told): string {
  return sentenceOf(lossOf(own, best));
}

export function sentenceOf(loss: Loss): string {
  if (loss.kind === 'even') return 'as fast as the best';
  if (loss.kind === 'over')
    return `does not fit: ${(loss.bytes / 1e9).toFixed(1)} GB more than the ${(loss.capacity / 1e9).toFixed(1)} GB of a chip`;
  const { share, most, least } = loss;
  const against = least ? `, though ${time(-least.seconds)} less ${PARTS[least.part]}` : '';
  return `${(100 * share).toFixed(1)} % slower: ${time(most.seconds)} more ${PARTS[most.part]}${against}`;
}

function time(seconds: number): string {
  return seconds < 1 ? `${(1000 * seconds).toPrecision(3)} ms` : `${seconds.toPrecision(3)} s`;
}
