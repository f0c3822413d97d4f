import { scaleLinear } from 'd3-scale';
import { useWords } from '../../state/words.tsx';
import type { Breakdown, Summary } from '../../timeline/summary.ts';
import { useFormat } from '../useFormat.ts';
import { Chart } from './Chart.tsx';

const ROW = 30;
const NAMES = 140;
const NUMBERS = 110;
const PARTS = [
  ...(['compute', 'bubble', 'tensor', 'context', 'expert', 'pipeline', 'data', 'optimizer'] as const),
] satisfies readonly (keyof Breakdown)[];

/** The critical path of the step by what it was spent on: each part begins where the one before it ends. */
export function StepTime({ summary: { breakdown, step } }: { readonly summary: Summary }) {
  const words = useWords();
  const format = useFormat();
  const parts = PARTS.filter((part) => breakdown[part] > 0);
  const before = (index: number): number =>
    parts.slice(0, index).reduce((sum, part) => sum + breakdown[part], 0);
  const draw = (width: number, at: number, fill: (part: string) => string) => {
    const x = scaleLinear([0, step.seconds], [NAMES, width - NUMBERS]);
    return parts.map((part, index) => (
      <g key={part} data-mark={index} data-on={index === at} className="cell">
        <rect
          className="room"
          x={NAMES}
          y={index * ROW + 2}
          width={x(step.seconds) - NAMES}
          height={ROW - 4}
        />
        <text x={NAMES - 8} y={index * ROW + 20} textAnchor="end">
          {words(`part.${part}`)}
        </text>
        <rect
          fill={fill(part)}
          x={x(before(index))}
          y={index * ROW + 4}
          width={Math.max(1, x(breakdown[part]) - NAMES)}
          height={ROW - 8}
        />
        <text x={width - NUMBERS + 6} y={index * ROW + 20}>
          {format.seconds(breakdown[part])}, {format.percent(breakdown[part] / step.seconds)}
        </text>
      </g>
    ));
  };
  return (
    <Chart
      name="time"
      title={words('charts.time')}
      about={words('charts.time.about')}
      height={() => ROW * parts.length + 6}
      told={parts.map(
        (part) =>
          `${words(`part.${part}`)}: ${format.seconds(breakdown[part])}, ${format.percent(breakdown[part] / step.seconds)}`,
      )}
      sheet={{
        columns: [
          { name: 'part', head: words('results.part') },
          { name: 'seconds [s]', head: words('results.seconds'), text: format.seconds },
          { name: 'share', head: words('results.share'), text: format.percent },
        ],
        rows: parts.map((part) => [words(`part.${part}`), breakdown[part], breakdown[part] / step.seconds]),
      }}
      draw={draw}
    />
  );
}
