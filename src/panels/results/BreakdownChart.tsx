import { useWords } from '../../state/words.tsx';
import type { Breakdown } from '../../timeline/summary.ts';
import { useFormat } from '../useFormat.ts';

const PARTS = [
  'compute',
  'bubble',
  'tensor',
  'context',
  'expert',
  'pipeline',
  'data',
  'optimizer',
] as const satisfies readonly (keyof Breakdown)[];

interface BreakdownChartProps {
  readonly breakdown: Breakdown;
  /** Of the whole step. */
  readonly seconds: number;
}

/** The critical path of the step by what it was spent on: a bar, and the table it is drawn from. */
export function BreakdownChart({ breakdown, seconds }: BreakdownChartProps) {
  const words = useWords();
  const format = useFormat();
  const parts = PARTS.filter((part) => breakdown[part] > 0);
  return (
    <>
      <h3 id="breakdown">{words('results.breakdown')}</h3>
      <div className="stack" aria-hidden="true">
        {parts.map((part) => (
          <span key={part} className={`part ${part}`} style={{ flexGrow: breakdown[part] / seconds }} />
        ))}
      </div>
      <table className="amounts" aria-labelledby="breakdown">
        <thead className="unseen">
          <tr>
            <th scope="col">{words('results.part')}</th>
            <th scope="col">{words('results.seconds')}</th>
            <th scope="col">{words('results.share')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part}>
              <th scope="row">
                <span className={`key part ${part}`} aria-hidden="true" />
                {words(`part.${part}`)}
              </th>
              <td>{format.seconds(breakdown[part])}</td>
              <td>{format.percent(breakdown[part] / seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
