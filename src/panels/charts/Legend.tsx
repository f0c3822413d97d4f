import { MARGIN } from './Axes.tsx';

/** Marks of a plot: paths around 0, 0. */
export const CIRCLE = 'M-5 0a5 5 0 1010 0a5 5 0 10-10 0z';
export const SQUARE = 'M-5-5h10v10h-10z';
export const TRIANGLE = 'M0-6l5 10h-10z';
export const DIAMOND = 'M0-6l6 6-6 6-6-6z';

interface Entry {
  readonly word: string;
  readonly mark: string;
  readonly className: string;
}

/** What marks and lines mean, in the upper left corner of a plot, where a rising curve leaves room. */
export function Legend({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <g>
      {entries.map(({ word, mark, className }, row) => (
        <g key={word} transform={`translate(${MARGIN.left + 16} ${MARGIN.top + 12 + 18 * row})`}>
          <path className={className} d={mark} />
          <text x={14} y={4}>
            {word}
          </text>
        </g>
      ))}
    </g>
  );
}
