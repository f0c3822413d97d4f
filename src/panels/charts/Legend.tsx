/** Marks of a plot: paths around 0, 0. */
export const CIRCLE = 'M-5 0a5 5 0 1010 0a5 5 0 10-10 0z';
export const SQUARE = 'M-5-5h10v10h-10z';
export const TRIANGLE = 'M0-6l5 10h-10z';
export const DIAMOND = 'M0-6l6 6-6 6-6-6z';
export const SWATCH = 'M-7-7h14v14h-14z';

interface Entry {
  readonly word: string;
  readonly mark: string;
  readonly className?: string;
  /** A filling of the chart. */
  readonly fill?: string;
}

const ROW = 19;
const COLUMN = 232;

function columnsAt(width: number): number {
  return Math.max(1, Math.floor(width / COLUMN));
}

/** Height of a legend of so many entries, units of the drawing. */
export function legendHeight(entries: number, width: number): number {
  return ROW * Math.ceil(entries / columnsAt(width));
}

/** What marks and lines mean, above the plot. */
export function Legend({ entries, width }: { readonly entries: readonly Entry[]; readonly width: number }) {
  const columns = columnsAt(width);
  return (
    <g>
      {entries.map(({ word, mark, className, fill }, index) => (
        <g
          key={word}
          transform={`translate(${12 + COLUMN * (index % columns)} ${10 + ROW * Math.floor(index / columns)})`}
        >
          <path className={className} fill={fill} d={mark} />
          <text x={14} y={4}>
            {word}
          </text>
        </g>
      ))}
    </g>
  );
}
