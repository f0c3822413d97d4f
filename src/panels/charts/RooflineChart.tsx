import { scaleLog } from 'd3-scale';
import { useMemo } from 'react';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { useWords } from '../../state/words.tsx';
import { type OperatorLoad, operatorsOf } from '../../timeline/operators.ts';
import { Kind, type Timeline } from '../../timeline/timeline.ts';
import { useFormat } from '../useFormat.ts';
import { Axes, decades, MARGIN } from './Axes.tsx';
import { Chart } from './Chart.tsx';
import { CIRCLE, DIAMOND, Legend, legendHeight, SQUARE, TRIANGLE } from './Legend.tsx';

const HEIGHT = 330;
const NAMES = Object.fromEntries(Object.entries(Kind).map(([name, kind]) => [kind, name])) as Record<
  Kind,
  keyof typeof Kind
>;

/** A mark by kind of operator, so that colour is not alone: a path around 0, 0. */
const SHAPES: Readonly<Partial<Record<Kind, string>>> = {
  [Kind.matmul]: CIRCLE,
  [Kind.attention]: SQUARE,
  [Kind.recompute]: TRIANGLE,
  [Kind.weightGradient]: 'M0 6l5-10h-10z',
};

interface RooflineChartProps {
  readonly scenario: ResolvedScenario;
  readonly timeline: Timeline;
}

/** Arithmetic intensity against the rate reached, both logarithmic, under the roofs of memory and arithmetic. */
export function RooflineChart({ scenario, timeline }: RooflineChartProps) {
  const words = useWords();
  const format = useFormat();
  const all = useMemo(() => operatorsOf(timeline), [timeline]);
  const { chip } = scenario.cluster;
  const { precision } = scenario.training;
  const peak = chip.peak[precision] ?? chip.peak.bf16;
  const ridge = peak / chip.memoryBandwidth;
  const plotted = all.filter(({ flops }) => flops > 0);
  const intensity = ({ flops, bytes }: OperatorLoad): number => flops / bytes;
  const rate = ({ flops, seconds }: OperatorLoad): number => flops / seconds;
  const nameOf = ({ kind, backward }: OperatorLoad): string =>
    `${words(`kind.${NAMES[kind]}`)}, ${words(backward ? 'charts.backward' : 'charts.forward')}`;
  const least = Math.min(ridge / 30, ...plotted.map((each) => intensity(each) / 2));
  const most = Math.max(ridge * 10, ...plotted.map((each) => intensity(each) * 2));
  const slowest = Math.min(least * chip.memoryBandwidth, ...plotted.map((each) => rate(each) / 2));
  const legend = [...new Set(plotted.map(({ kind, backward }) => `${kind} ${backward}`))]
    .sort()
    .map((key) => {
      const each = plotted.find(({ kind, backward }) => `${kind} ${backward}` === key)!;
      const className = each.backward ? 'point backward' : 'point forward';
      return { word: nameOf(each), mark: SHAPES[each.kind] ?? DIAMOND, className };
    });
  const topAt = (width: number): number => MARGIN.top + legendHeight(legend.length, width);
  const draw = (width: number, at: number) => {
    const top = topAt(width);
    const height = HEIGHT + top;
    const x = scaleLog([least, most], [MARGIN.left, width - MARGIN.right]);
    const y = scaleLog([slowest, 2 * peak], [height - MARGIN.bottom, top]);
    const start = Math.max(least, slowest / chip.memoryBandwidth);
    const middle = start ** 0.8 * ridge ** 0.2;
    return (
      <>
        <Axes
          {...{ width, height, top }}
          x={decades(least, most, 8).map((value) => ({ at: x(value), text: format.short(value) }))}
          y={decades(slowest, 2 * peak, 7).map((value) => ({
            at: y(value),
            text: format.si(value, 'FLOP/s'),
          }))}
          xName={words('charts.roofline.x')}
          yName={words('charts.roofline.y')}
        />
        <path
          className="roof"
          d={`M${x(start)} ${y(start * chip.memoryBandwidth)}L${x(ridge)} ${y(peak)}H${width - MARGIN.right}`}
        />
        <path className="ridge" d={`M${x(ridge)} ${y(peak)}V${height - MARGIN.bottom}`} />
        <text x={x(ridge) + 6} y={height - MARGIN.bottom - 8}>
          {words('charts.roofline.ridge', { value: format.digits(ridge) })}
        </text>
        <text x={width - MARGIN.right} y={y(peak) - 6} textAnchor="end">
          {words('charts.roofline.peak', { format: precision, rate: format.si(peak, 'FLOP/s') })}
        </text>
        <text x={x(middle) + 10} y={y(middle * chip.memoryBandwidth) + 12}>
          {words('charts.roofline.memory', { rate: format.si(chip.memoryBandwidth, 'B/s') })}
        </text>
        <Legend entries={legend} width={width} />
        {plotted.map((each, mark) => (
          <path
            key={mark}
            data-mark={mark}
            data-on={mark === at}
            className={each.backward ? 'point backward' : 'point forward'}
            d={SHAPES[each.kind] ?? DIAMOND}
            transform={`translate(${x(intensity(each))} ${y(rate(each))})`}
          />
        ))}
      </>
    );
  };
  return (
    <Chart
      name="roofline"
      title={words('charts.roofline')}
      about={words('charts.roofline.about')}
      height={(width) => HEIGHT + topAt(width)}
      told={plotted.map(
        (each) =>
          `${nameOf(each)}: ${format.digits(intensity(each))} FLOP/B, ${format.si(rate(each), 'FLOP/s')} (${format.percent(rate(each) / peak)}), ${format.seconds(each.seconds)}`,
      )}
      sheet={{
        columns: [
          { name: 'operator', head: words('charts.operator') },
          { name: 'pass', head: words('charts.pass') },
          { name: 'intensity [FLOP/B]', head: words('charts.intensity'), text: format.digits },
          { name: 'rate [FLOP/s]', head: words('charts.rate'), text: (value) => format.si(value, 'FLOP/s') },
          { name: 'seconds [s]', head: words('charts.each'), text: format.seconds },
          { name: 'count', head: words('charts.count'), text: format.count },
        ],
        rows: all.map((each) => [
          words(`kind.${NAMES[each.kind]}`),
          words(each.backward ? 'charts.backward' : 'charts.forward'),
          intensity(each),
          rate(each),
          each.seconds,
          each.count,
        ]),
      }}
      draw={draw}
    />
  );
}
