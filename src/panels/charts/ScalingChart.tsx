import { scaleLog } from 'd3-scale';
import { useEffect, useState } from 'react';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { type ScalePoint, useSession } from '../../state/session.tsx';
import { notify } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { Axes, decades, MARGIN } from './Axes.tsx';
import { Chart } from './Chart.tsx';
import { CIRCLE, Legend, legendHeight, SQUARE } from './Legend.tsx';

const HEIGHT = 320;
const SCALINGS = ['weak', 'strong'] as const;

/** Tokens a second against chips, both logarithmic, with the line of perfect scaling. Counted when it is opened, stopped when it is closed. */
export function ScalingChart({ scenario }: { readonly scenario: ResolvedScenario }) {
  const words = useWords();
  const format = useFormat();
  const { explorer, store } = useSession();
  const [points, setPoints] = useState<readonly ScalePoint[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setPoints(null);
    explorer()
      .then((loaded) => loaded.scaling(scenario, stop.signal))
      .then(setPoints)
      .catch((error: Error) => {
        if (error.name !== 'AbortError') notify(store, error.message);
      });
    return () => stop.abort();
  }, [explorer, store, scenario]);
  if (!points || points.length === 0)
    return (
      <section className="drawn">
        <h3>{words('charts.scaling')}</h3>
        <p className="second" role="status">
          {words(points ? 'charts.scaling.none' : 'charts.scaling.wait')}
        </p>
      </section>
    );
  const first = points[0];
  const each = first.tokensPerSecond / first.chips;
  const [fewest, most] = [64, 2 ** 20];
  const { tensor, context, pipeline } = scenario.parallel;
  const replica = tensor * context * pipeline;
  const rates = points.map(({ tokensPerSecond }) => tokensPerSecond);
  const [slowest, fastest] = [
    Math.min(each * first.chips, ...rates) / 2,
    Math.max(each * most, ...rates) * 1.5,
  ];
  const topAt = (width: number): number => MARGIN.top + legendHeight(3, width);
  const draw = (width: number, at: number) => {
    const top = topAt(width);
    const height = HEIGHT + top;
    const x = scaleLog([fewest, most], [MARGIN.left, width - MARGIN.right]);
    const y = scaleLog([slowest, fastest], [height - MARGIN.bottom, top]);
    const from = Math.max(fewest, slowest / each);
    return (
      <>
        <Axes
          {...{ width, height, top }}
          x={(width < 500
            ? [64, 4096, 65536, 2 ** 20]
            : [64, 256, 1024, 4096, 16384, 65536, 262144, 2 ** 20]
          ).map((chips) => ({ at: x(chips), text: format.short(chips) }))}
          y={decades(slowest, fastest, 6).map((value) => ({ at: y(value), text: format.short(value) }))}
          xName={words('charts.scaling.x')}
          yName={words('charts.scaling.y')}
        />
        <path className="ideal" d={`M${x(from)} ${y(from * each)}L${x(most)} ${y(most * each)}`} />
        <Legend
          width={width}
          entries={[
            { word: words('charts.scaling.weak'), mark: CIRCLE, className: 'point forward' },
            { word: words('charts.scaling.strong'), mark: SQUARE, className: 'point backward' },
            { word: words('charts.scaling.ideal'), mark: 'M-8 0H8', className: 'ideal' },
          ]}
        />
        {SCALINGS.map((scaling) => {
          const own = points.filter((point) => point.scaling === scaling);
          return (
            <g key={scaling} className={scaling}>
              <polyline
                points={own.map((point) => `${x(point.chips)},${y(point.tokensPerSecond)}`).join(' ')}
              />
            </g>
          );
        })}
        {points.map((point, mark) => (
          <path
            key={mark}
            data-mark={mark}
            data-on={mark === at}
            className={point.scaling === 'weak' ? 'point forward' : 'point backward'}
            d={point.scaling === 'weak' ? CIRCLE : SQUARE}
            transform={`translate(${x(point.chips)} ${y(point.tokensPerSecond)})`}
          />
        ))}
      </>
    );
  };
  const ofIdeal = ({ tokensPerSecond, chips }: ScalePoint): number => tokensPerSecond / (each * chips);
  return (
    <Chart
      name="scaling"
      title={words('charts.scaling')}
      about={`${words('charts.scaling.about')}${replica > fewest ? ` ${words('charts.scaling.least', { chips: format.count(replica) })}` : ''}`}
      height={(width) => HEIGHT + topAt(width)}
      told={points.map(
        (point) =>
          `${format.count(point.chips)} ${words('charts.scaling.x')}, ${words(`charts.scaling.${point.scaling}`)}: ${format.short(point.tokensPerSecond)} ${words('charts.scaling.y')}, ${format.percent(ofIdeal(point))}`,
      )}
      sheet={{
        columns: [
          { name: 'batch', head: words('charts.scaling.kind') },
          { name: 'chips', head: words('charts.scaling.x'), text: format.count },
          { name: 'samples', head: words('charts.scaling.batch'), text: format.count },
          { name: 'seconds [s]', head: words('results.step'), text: format.seconds },
          { name: 'tokens per second [1/s]', head: words('results.tokens'), text: format.short },
          { name: 'of ideal', head: words('charts.scaling.share'), text: format.percent },
        ],
        rows: points.map((point) => [
          words(`charts.scaling.${point.scaling}`),
          ...[point.chips, point.globalBatch, point.seconds, point.tokensPerSecond, ofIdeal(point)],
        ]),
      }}
      draw={draw}
    />
  );
}
