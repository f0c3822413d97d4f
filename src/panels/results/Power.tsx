import { useWords } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';
import { useFormat } from '../useFormat.ts';

/** Power of the job, each figure with its scope. */
export function Power({ power }: { power: Summary['power'] }) {
  const words = useWords();
  const format = useFormat();
  const rows = [
    ['results.power.chips', power.chipWatts],
    ['results.power.it', power.itWatts],
    ['results.power.facility', power.facilityWatts],
  ] as const;
  return (
    <>
      <h3 id="power">{words('results.power')}</h3>
      <dl className="pairs">
        {rows.map(([key, watts]) => (
          <div key={key}>
            <dt>{words(key)}</dt>
            <dd>{format.si(watts, 'W')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
