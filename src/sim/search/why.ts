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

/** One sentence: why a layout is not the best one. Compares where the seconds go. */
export function whyItLoses(own: Told, best: Told): string {
  const { total, capacity } = own.memory;
  if (total > capacity) {
    return `does not fit: ${((total - capacity) / 1e9).toFixed(1)} GB more than the ${(capacity / 1e9).toFixed(1)} GB of a chip`;
  }
  const difference = own.seconds - best.seconds;
  const parts = (Object.keys(PARTS) as (keyof Breakdown)[])
    .map((part) => ({ part, more: own.breakdown[part] - best.breakdown[part] }))
    .sort((a, b) => b.more - a.more);
  const share = `${((100 * difference) / best.seconds).toFixed(1)} % slower`;
  if (difference <= EVEN * best.seconds) return 'as fast as the best';
  const [most] = parts;
  const gained = parts[parts.length - 1];
  const against =
    gained.more < -0.1 * most.more ? `, though ${time(-gained.more)} less ${PARTS[gained.part]}` : '';
  return `${share}: ${time(most.more)} more ${PARTS[most.part]}${against}`;
}

function time(seconds: number): string {
  return seconds < 1 ? `${(1000 * seconds).toPrecision(3)} ms` : `${seconds.toPrecision(3)} s`;
}
