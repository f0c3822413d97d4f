import { useWords } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';
import { useFormat } from '../useFormat.ts';
import { energyRows } from './energyRows.ts';

/** Energy of a step and of the run, each with its scope, and what it rests on. */
export function Energy({ summary }: { readonly summary: Summary }) {
  const words = useWords();
  const format = useFormat();
  // As it is billed: kWh, and its thousands.
  const energy = (kilowattHours: number): string => format.si(1e3 * kilowattHours, 'Wh');
  return (
    <>
      <h3 id="energy">{words('energy.label')}</h3>
      <table className="amounts energy" aria-labelledby="energy">
        <thead>
          <tr>
            <th scope="col">{words('energy.scope')}</th>
            <th scope="col">{words('energy.step')}</th>
            <th scope="col">{words(summary.run ? 'energy.run' : 'energy.trillion')}</th>
          </tr>
        </thead>
        <tbody>
          {energyRows(summary).map(({ scope, step, run }) => (
            <tr key={scope}>
              <th scope="row">{words(`energy.${scope}`)}</th>
              <td>{energy(step)}</td>
              <td>{energy(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="second">
        {words('energy.why')} {summary.run ? '' : words('energy.noRun')}
      </p>
    </>
  );
}
