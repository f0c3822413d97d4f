import { factAt } from '../../facts/record.ts';
import { type Activity, lesson, linkOf } from '../../state/lesson.ts';
import { factName, say } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { factText } from '../inspector/FactList.tsx';
import { useFormat } from '../useFormat.ts';
import { factHoles } from './answers.ts';
import { PaperLink } from './PaperLink.tsx';

/** What the class fills in: predictions to tick, a table to complete, an explanation to write. */
export function Worksheet() {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  return (
    <section className="sheet" data-sheet="worksheet" aria-labelledby="lesson-worksheet">
      <h3 id="lesson-worksheet">{words('lesson.worksheet', { title: say(lesson.title, lang) })}</h3>
      <PaperLink />
      <p className="blank">{words('lesson.names')}</p>
      {lesson.activities.map((activity, i) => (
        <ActivitySheet key={activity.id} activity={activity} number={i + 1} />
      ))}
    </section>
  );
}

function ActivitySheet({ activity, number }: { activity: Activity; number: number }) {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  const links = useRainier((state) => state.manners.links);
  const { id, title, background, questions, steps, variants, measures, explain, facts } = activity;
  const used = Object.values(facts).map((path) => {
    const known = factAt(path);
    return `${factName(path, lang)}, ${known ? factText(format, known, lang) : path}`;
  });
  return (
    <article className="activity">
      <h4>
        {words('lesson.activity', { number })}. {say(title, lang)}
      </h4>
      <p>{say(background, lang, factHoles(format, activity, lang))}</p>
      <h5>{words('lesson.predict')}</h5>
      {questions.map(({ ask, options }, q) => (
        <fieldset key={q} className="question">
          <legend>{say(ask, lang)}</legend>
          {options.map(({ text }, o) => (
            <label key={o} className="choice">
              <input type="radio" name={`${id}-${q}`} /> {say(text, lang)}
            </label>
          ))}
          <p className="blank">{words('lesson.because')}</p>
        </fieldset>
      ))}
      <h5>{words('lesson.check')}</h5>
      {steps.map((step, s) => (
        <p key={s}>{say(step, lang)}</p>
      ))}
      <table className="fill">
        <thead>
          <tr>
            <th scope="col">{words('lesson.case')}</th>
            {measures.map((name) => (
              <th key={name} scope="col">
                {words(`lesson.measure.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {variants
            .filter(({ open }) => open !== false)
            .map((variant, v) => (
              <tr key={variant.id}>
                <th scope="row">
                  <a href={links ? linkOf(variant, lang) : undefined} target="_blank" rel="noopener">
                    {number}
                    {String.fromCharCode(97 + v)}. {say(variant.name, lang)}
                  </a>
                </th>
                {measures.map((name) => (
                  <td key={name} data-label={words(`lesson.measure.${name}`)} />
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      <h5>{words('lesson.explain')}</h5>
      <p>{say(explain, lang)}</p>
      <p className="blank" aria-hidden="true" />
      <p className="blank" aria-hidden="true" />
      <p className="second">{words('lesson.sources', { facts: used.join('; ') })}</p>
    </article>
  );
}
