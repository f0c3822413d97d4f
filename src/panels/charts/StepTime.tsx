import { scaleLinear } from 'd3-scale';
import { useWords } from '../../state/words.tsx';
import type { Breakdown, Summary } from '../../timeline/summary.ts';
import { useFormat } from '../useFormat.ts';
import { Chart } from './Chart.tsx';

const ROW = 30;
const NUMBERS = 110;
/** About as wide as a letter of a name is, and room beside it. */
const LETTER = 6.9;
const BESIDE = 14;
/** Charts narrower than this have no room for names beside the bars, CSS pixels. */
const NARROW = 460;
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
  const longest = Math.max(...parts.map((part) => words(`part.${part}`).length));
  const names = Math.round(LETTER * longest + BESIDE);
  // Where there is little room, names stand over the bars.
  const left = (width: number): number => (width < NARROW ? 0 : names);
  const above = (width: number): number => (width < NARROW ? 18 : 0);
  const draw = (width: number, at: number, fill: (part: string) => string) => {
    const x = scaleLinear([0, step.seconds], [left(width), width - NUMBERS]);
    const over = above(width);
    return parts.map((part, index) => {
      const top = index * (ROW + over) + over;
      return (
        <g key={part} data-mark={index} data-on={index === at} className="cell">
          <rect className="room" x={x(0)} y={top + 2} width={x(step.seconds) - x(0)} height={ROW - 4} />
          <text
            x={over > 0 ? 0 : names - 8}
            y={over > 0 ? top - 3 : top + 20}
            textAnchor={over > 0 ? 'start' : 'end'}
          >
            {words(`part.${part}`)}
          </text>
          <rect
            fill={fill(part)}
            x={x(before(index))}
            y={top + 4}
            width={Math.max(1, x(breakdown[part]) - x(0))}
            height={ROW - 8}
          />
          <text x={width - NUMBERS + 6} y={top + 20}>
            {format.seconds(breakdown[part])}, {format.percent(breakdown[part] / step.seconds)}
          </text>
        </g>
      );
    });
  };
  return (
    <Chart
      name="time"
      title={words('charts.time')}
      about={words('charts.time.about')}
      height={(width) => (ROW + above(width)) * parts.length + 6}
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
