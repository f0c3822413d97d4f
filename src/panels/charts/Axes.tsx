/** Room around a plot, units of the drawing. */
export const MARGIN = { top: 24, right: 24, bottom: 44, left: 88 } as const;

interface Tick {
  readonly at: number;
  readonly text: string;
}

interface AxesProps {
  readonly width: number;
  readonly height: number;
  /** Where the plot begins, under its legend. */
  readonly top: number;
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  readonly xName: string;
  readonly yName: string;
}

/** Lines and numbers of two axes, with their names. */
export function Axes({ width, height, top, x, y, xName, yName }: AxesProps) {
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const bottom = height - MARGIN.bottom;
  return (
    <g className="axes">
      {x.map(({ at, text }) => (
        <g key={text}>
          <path d={`M${at} ${top}V${bottom}`} />
          <text x={at} y={bottom + 16} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {y.map(({ at, text }) => (
        <g key={text}>
          <path d={`M${left} ${at}H${right}`} />
          <text x={left - 6} y={at + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <text x={(left + right) / 2} y={height - 6} textAnchor="middle">
        {xName}
      </text>
      <text x={4} y={top - 10}>
        {yName}
      </text>
    </g>
  );
}

/** Powers of ten of a logarithmic axis, no more than `most`. */
export function decades(from: number, to: number, most: number): number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / most));
  const powers: number[] = [];
  for (let power = first; power <= last; power += every) powers.push(10 ** power);
  return powers;
}
