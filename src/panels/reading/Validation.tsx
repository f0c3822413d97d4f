import { useState } from 'react';
import { VALIDATED_SETS, VALIDATED_STACKS } from '../../facts/validated.ts';
import { factWords } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { PointsPlot } from './PointsPlot.tsx';

/** The one with most runs is shown first. */
const FIRST = VALIDATED_STACKS.reduce((most, stack) => (stack.n > most.n ? stack : most));

/** How well published runs are predicted: a table by set, a plot by software stack. */
export function Validation() {
  const words = useWords();
  const format = useFormat();
  const [chosen, setChosen] = useState(FIRST.name);
  const stack = VALIDATED_STACKS.find(({ name }) => name === chosen) ?? FIRST;
  return (
    <>
      <p>{words('reading.validation.lead')}</p>
      <p>
        <strong>{words('reading.validation.trainium')}</strong>
      </p>
      <p className="find">
        <label>
          {words('reading.validation.stack')}{' '}
          <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {VALIDATED_STACKS.map(({ name }) => (
              <option key={name} translate="no">
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      <PointsPlot stack={stack} />
      <table>
        <caption>{words('reading.validation.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('reading.validation.set')}</th>
            <th scope="col">{words('reading.validation.runs')}</th>
            <th scope="col">{words('reading.validation.mean')}</th>
            <th scope="col">{words('reading.validation.largest')}</th>
            <th scope="col">{words('reading.validation.within')}</th>
          </tr>
        </thead>
        <tbody>
          {VALIDATED_SETS.map(({ name, n, mean, largest, within15 }) => (
            <tr key={name}>
              <th scope="row">
                <SetName of={name} />
              </th>
              <td>{format.count(n)}</td>
              <td>{format.percent(mean)}</td>
              <td>{format.percent(largest)}</td>
              <td>{format.percent(within15)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A set is named by the quantity and who published it: `seconds: torchtitan`. */
function SetName({ of }: { of: string }) {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const [quantity, name] = of.split(': ');
  const said = factWords(name, lang);
  return (
    <>
      {words(quantity === 'bytes' ? 'reading.validation.bytes' : 'reading.validation.seconds')}{' '}
      <span translate={said === name && lang !== 'en' ? 'no' : undefined}>{said}</span>
    </>
  );
}
