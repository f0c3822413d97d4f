import { scaleLog } from 'd3-scale';
import type { ValidatedStack } from '../../facts/validated.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';

const SIDE = 340;
const LEFT = 56;
const BELOW = 34;
/** Room of a label on the lower axis. */
const LABEL = 44;

/** Predicted against measured seconds of a software stack's runs, both logarithmic, with the lines of ±10 %. */
export function PointsPlot({ stack: { name, points, mean } }: { stack: ValidatedStack }) {
  const words = useWords();
  const format = useFormat();
  const all = points.flat();
  const [least, most] = [Math.min(...all) / 1.3, Math.max(...all) * 1.3];
  const x = scaleLog([least, most], [LEFT, SIDE]);
  const y = scaleLog([least, most], [SIDE - BELOW, 0]);
  const ticks = x.ticks(4).filter((tick) => [1, 2, 5].includes(Number(tick.toExponential()[0])));
  // Labels stand clear of each other and of the right edge.
  const named: number[] = [];
  for (const tick of ticks)
    if (x(tick) <= SIDE - 12 && x(tick) - x(named.at(-1) ?? least / 1e3) >= LABEL) named.push(tick);
  // From edge to edge of the square, wherever the line leaves it.
  const line = (factor: number): string => {
    const from = Math.max(least, least / factor);
    const to = Math.min(most, most / factor);
    return `M${x(from)} ${y(from * factor)}L${x(to)} ${y(to * factor)}`;
  };
  return (
    <svg
      className="points"
      viewBox={`0 0 ${SIDE + 8} ${SIDE}`}
      role="img"
      aria-label={words('reading.validation.plot', {
        stack: name,
        count: points.length,
        mean: format.percent(mean),
      })}
    >
      {ticks.map((tick) => (
        <g key={tick} className="grid">
          <path d={`M${x(tick)} 0V${SIDE - BELOW}M${LEFT} ${y(tick)}H${SIDE}`} />
          {named.includes(tick) ? (
            <text x={x(tick)} y={SIDE - BELOW + 14} textAnchor="middle">
              {format.seconds(tick)}
            </text>
          ) : null}
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {format.seconds(tick)}
          </text>
        </g>
      ))}
      <path className="equal" d={line(1)} />
      <path className="near" d={`${line(1.1)}${line(1 / 1.1)}`} />
      {points.map(([measured, predicted]) => (
        <circle key={`${measured} ${predicted}`} cx={x(measured)} cy={y(predicted)} r={3.2} />
      ))}
      <text x={(LEFT + SIDE) / 2} y={SIDE - 4} textAnchor="middle">
        {words('reading.validation.measured')}
      </text>
      <text transform={`translate(11 ${(SIDE - BELOW) / 2}) rotate(-90)`} textAnchor="middle">
        {words('reading.validation.predicted')}
      </text>
    </svg>
  );
}
