import { useWords } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';
import { useFormat } from '../useFormat.ts';

/** The whole run, where the scenario names one: how long, and what failures take of it. */
export function Run({ run }: { readonly run: NonNullable<Summary['run']> }) {
  const words = useWords();
  const format = useFormat();
  const rows = [
    ['run.lasts', format.seconds(run.seconds)],
    ['run.goodput', format.percent(run.goodput)],
    ['run.failures', format.count(run.failures)],
    ['run.between', format.seconds(run.mtbf)],
    ['run.checkpoints', format.seconds(run.checkpointInterval)],
  ] as const;
  return (
    <>
      <h3>{words('run.label')}</h3>
      <dl className="pairs">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{words(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {run.because ? <p className="second">{words('run.because')}</p> : null}
    </>
  );
}
