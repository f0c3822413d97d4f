import './load.css';
import { useMemo } from 'react';
import type { Population } from '../../cluster/population.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { useWords } from '../../state/words.tsx';
import type { Timeline } from '../../timeline/timeline.ts';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import { usePlayhead } from '../usePlayhead.ts';
import { loadOf } from './load.ts';
import { wireOf } from './wire.ts';

/** Parts of the step that are told apart. */
const PARTS = 120;
const HEIGHT = 26;

interface LoadPlotsProps {
  readonly population: Population;
  readonly timeline: Timeline;
  readonly scenario: ResolvedScenario;
}

/** How busy a chip of the place is over the whole step: arithmetic, and each network. */
export function LoadPlots({ population, timeline, scenario }: LoadPlotsProps) {
  const words = useWords();
  const format = useFormat();
  const clock = usePlayhead();
  const load = useMemo(
    () => loadOf(timeline, population, wireOf(scenario), PARTS),
    [timeline, population, scenario],
  );
  const at = clock.duration > 0 ? clock.seconds / clock.duration : 0;
  const plots = (['work', 'neuronLink', 'efa'] as const).map((of) => {
    const values = load[of];
    const most = of === 'work' ? 1 : Math.max(...values);
    const mean = values.reduce((sum, value) => sum + value, 0) / PARTS;
    const now = values[Math.min(PARTS - 1, Math.floor(at * PARTS))];
    const told = (value: number): string => (of === 'work' ? format.percent(value) : format.si(value, 'B/s'));
    return { of, values, most, mean: told(mean), now: told(now), top: told(Math.max(...values)) };
  });
  return (
    <>
      <h3>{words('load.label')}</h3>
      <p className="second">{words('load.explain')}</p>
      <div className="loads">
        {plots
          .filter(({ most }) => most > 0)
          .map(({ of, values, most, mean, now, top }) => (
            <figure key={of}>
              <figcaption>
                <span>{of === 'work' ? words('load.work') : <Term word={of} />}</span>
                <span>{now}</span>
              </figcaption>
              <svg
                viewBox={`0 0 ${PARTS} ${HEIGHT}`}
                preserveAspectRatio="none"
                role="img"
                aria-label={words('load.told', { mean, most: top })}
              >
                <path className={of} d={area(values, most)} />
                <path className="head" d={`M${at * PARTS} 0V${HEIGHT}`} />
              </svg>
              <p className="second">{words('load.told', { mean, most: top })}</p>
            </figure>
          ))}
      </div>
    </>
  );
}

/** Steps over the parts, filled down to nothing. */
function area(values: Float64Array, most: number): string {
  const tops = Array.from(values, (value, i) => {
    const y = (HEIGHT * (1 - value / most)).toFixed(2);
    return `V${y}H${i + 1}`;
  });
  return `M0 ${HEIGHT}${tops.join('')}V${HEIGHT}Z`;
}
