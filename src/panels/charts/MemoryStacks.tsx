import { scaleBand, scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import { footprint } from '../../scenario/footprint.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { Axes, MARGIN } from './Axes.tsx';
import { Chart } from './Chart.tsx';
import { Legend, legendHeight, SWATCH } from './Legend.tsx';

const HEIGHT = 290;
const GIB = 2 ** 30;
const STORES = ['parameters', 'gradients', 'optimizer', 'activations', 'other'] as const;

/** What fills the memory of a chip of each stage, bottom to top, under the line of what it has. */
export function MemoryStacks({ scenario }: { readonly scenario: ResolvedScenario }) {
  const words = useWords();
  const format = useFormat();
  const { stages } = useMemo(() => footprint(scenario), [scenario]);
  const capacity = scenario.cluster.chip.memory;
  const stores = STORES.filter((store) => stages.some((stage) => stage[store] > 0));
  const most = 1.12 * Math.max(capacity, ...stages.map(({ total }) => total));
  const topAt = (width: number): number => MARGIN.top + legendHeight(stores.length, width);
  const draw = (width: number, at: number, fill: (part: string) => string) => {
    const top = topAt(width);
    const height = HEIGHT + top;
    const x = scaleBand(
      stages.map((_, stage) => stage),
      [MARGIN.left, width - MARGIN.right],
    ).padding(0.2);
    const y = scaleLinear([0, most], [height - MARGIN.bottom, top]);
    const every = Math.ceil(stages.length / (width / 34));
    const ticks = scaleLinear([0, most / GIB], [0, 1]).ticks(5);
    return (
      <>
        <Axes
          {...{ width, height, top }}
          x={stages.flatMap((_, stage) =>
            stage % every === 0 ? [{ at: x(stage)! + x.bandwidth() / 2, text: format.count(stage + 1) }] : [],
          )}
          y={ticks.map((tick) => ({ at: y(tick * GIB), text: format.memory(tick * GIB) }))}
          xName={words('charts.stage')}
          yName=""
        />
        <Legend
          width={width}
          entries={stores.map((store) => ({
            ...{ word: words(`store.${store}`), mark: SWATCH, fill: fill(`store-${store}`) },
          }))}
        />
        {stages.flatMap((parts, stage) => {
          let sum = 0;
          return stores.map((store, index) => {
            sum += parts[store];
            const mark = stage * stores.length + index;
            return (
              <rect
                key={mark}
                data-mark={mark}
                data-on={mark === at}
                className="bar"
                fill={fill(`store-${store}`)}
                x={x(stage)}
                y={y(sum)}
                width={x.bandwidth()}
                height={y(sum - parts[store]) - y(sum)}
              />
            );
          });
        })}
        <path className="limit" d={`M${MARGIN.left} ${y(capacity)}H${width - MARGIN.right}`} />
        <text className="fault" x={width - MARGIN.right} y={y(capacity) - 6} textAnchor="end">
          {words('charts.memory.limit', { capacity: format.memory(capacity) })}
        </text>
      </>
    );
  };
  return (
    <Chart
      name="memory"
      title={words('charts.memory')}
      about={words('charts.memory.about')}
      height={(width) => HEIGHT + topAt(width)}
      told={stages.flatMap((parts, stage) =>
        stores.map(
          (store) =>
            `${words('charts.stage')} ${stage + 1}, ${words(`store.${store}`)}: ${format.memory(parts[store])}`,
        ),
      )}
      sheet={{
        columns: [
          { name: 'stage', head: words('charts.stage'), text: format.count },
          ...stores.map((store) => ({
            name: `${store} [B]`,
            head: words(`store.${store}`),
            text: format.memory,
          })),
          { name: 'total [B]', head: words('charts.total'), text: format.memory },
          { name: 'capacity [B]', head: 'HBM', text: format.memory },
        ],
        rows: stages.map((parts, stage) => [
          stage + 1,
          ...stores.map((store) => parts[store]),
          parts.total,
          capacity,
        ]),
      }}
      draw={draw}
    />
  );
}
