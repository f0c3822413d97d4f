import { useState } from 'react';
import type { Confidence } from '../../facts/fact.ts';
import { allFacts, record } from '../../facts/record.ts';
import { factName, factWords, sourceText } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { fold } from '../goto/match.ts';
import { factText } from '../inspector/FactList.tsx';
import { useFormat } from '../useFormat.ts';
import { Cited } from './Cited.tsx';

const SUBJECTS = Object.keys(record) as readonly (keyof typeof record)[];
const LEVELS: readonly Confidence[] = ['high', 'medium', 'low', 'assumed'];

/** Every number of the record, with its source and how far to trust it; narrowed by what is typed. */
export function Sources() {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  const [asked, setAsked] = useState('');
  const wanted = fold(asked).split(/\s+/);
  const rows = allFacts().map(([path, known]) => {
    const name = factName(path, lang);
    const value = factText(format, known, lang);
    const note = factWords(known.note ?? '', lang);
    const about = words(`subject.${path.split('.')[0] as keyof typeof record}`);
    const text = fold(`${name} ${about} ${value} ${note} ${sourceText(known.source, lang)}`);
    return { path, known, name, value, note, shown: wanted.every((word) => text.includes(word)) };
  });
  const shown = rows.filter((row) => row.shown);
  return (
    <>
      <p>{words('reading.sources.lead')}</p>
      <ul className="levels">
        {LEVELS.map((level) => (
          <li key={level}>
            <span className={`confidence ${level}`} aria-hidden="true" />{' '}
            {words('reading.level', {
              level: words(`confidence.${level}`),
              means: words(`confidence.${level}.means`),
            })}
          </li>
        ))}
      </ul>
      <p className="find">
        <label>
          {words('reading.find')}{' '}
          <input type="search" value={asked} onChange={({ target }) => setAsked(target.value)} />
        </label>
        <span role="status">{words('reading.found', { count: format.count(shown.length) })}</span>
      </p>
      {SUBJECTS.map((subject) => {
        const of = shown.filter(({ path }) => path.startsWith(`${subject}.`));
        if (of.length === 0) return null;
        return (
          <section key={subject}>
            <h3>{words(`subject.${subject}`)}</h3>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('reading.what')}</th>
                  <th scope="col">{words('reading.value')}</th>
                  <th scope="col">{words('inspect.source')}</th>
                  <th scope="col">{words('reading.confidence')}</th>
                </tr>
              </thead>
              <tbody>
                {of.map(({ path, known, name, value, note }) => (
                  <tr key={path} id={path}>
                    <th scope="row">{name}</th>
                    <td>
                      {value}
                      {note ? <small>{note}</small> : null}
                    </td>
                    <td>
                      <Cited source={sourceText(known.source, lang)} />
                    </td>
                    <td>{words(`confidence.${known.confidence}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </>
  );
}
