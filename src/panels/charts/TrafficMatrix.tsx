import { scaleBand } from 'd3-scale';
import { useMemo } from 'react';
import { useWords } from '../../state/words.tsx';
import { RECEIVERS, sentOf } from '../../timeline/sent.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { useFormat } from '../useFormat.ts';
import { Chart } from './Chart.tsx';

const LEFT = 64;
const TOP = 40;
const ROW = 24;
/** Rows drawn of a long pipeline; the table has all. */
const MOST_ROWS = 32;

/** Bytes of a chip by stage (rows) and receiver (columns); the bar of a cell is its share of the largest. */
export function TrafficMatrix({ timeline }: { readonly timeline: Timeline }) {
  const words = useWords();
  const format = useFormat();
  const sent = useMemo(() => sentOf(timeline), [timeline]);
  const receivers = RECEIVERS.filter((to) => sent.some((each) => each[to] > 0));
  const most = Math.max(...sent.flatMap((each) => receivers.map((to) => each[to])), 1);
  const shown = sent.slice(0, MOST_ROWS);
  const bytes = (value: number): string => format.si(value, 'B');
  const draw = (width: number, at: number, fill: (part: string) => string) => {
    const x = scaleBand(receivers, [LEFT, width]).paddingInner(0.06);
    return (
      <>
        {receivers.map((to) => (
          <text key={to} y={TOP - 22}>
            {words(`charts.to.${to}`)
              .split(' ')
              .map((word, line) => (
                <tspan key={word} x={x(to)! + 4} dy={14 * Math.min(line, 1)}>
                  {word}
                </tspan>
              ))}
          </text>
        ))}
        {shown.map((each, stage) => (
          <g key={stage} transform={`translate(0 ${TOP + stage * ROW})`}>
            <text x={LEFT - 8} y={ROW * 0.66} textAnchor="end">
              {words('charts.stage')} {stage + 1}
            </text>
            {receivers.map((to, column) => {
              const mark = stage * receivers.length + column;
              return (
                <g key={to} data-mark={mark} data-on={mark === at} className="cell">
                  <rect className="room" x={x(to)} y={1} width={x.bandwidth()} height={ROW - 2} />
                  <rect
                    fill={fill(to === 'next' || to === 'previous' ? 'pipeline' : to)}
                    x={x(to)}
                    y={ROW - 6}
                    width={(x.bandwidth() * each[to]) / most}
                    height={5}
                  />
                  <text x={x(to)! + 4} y={ROW * 0.62}>
                    {each[to] > 0 ? bytes(each[to]) : '–'}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </>
    );
  };
  return (
    <Chart
      name="traffic"
      title={words('charts.traffic')}
      about={words('charts.traffic.about')}
      height={() => TOP + ROW * shown.length + 8}
      told={shown.flatMap((each, stage) =>
        receivers.map(
          (to) => `${words('charts.stage')} ${stage + 1} → ${words(`charts.to.${to}`)}: ${bytes(each[to])}`,
        ),
      )}
      sheet={{
        columns: [
          { name: 'stage', head: words('charts.stage'), text: format.count },
          ...receivers.map((to) => ({ name: `${to} [B]`, head: words(`charts.to.${to}`), text: bytes })),
        ],
        rows: sent.map((each, stage) => [stage + 1, ...receivers.map((to) => each[to])]),
      }}
      draw={draw}
    />
  );
}
