import { useEffect, useState } from 'react';
import { type Activity, lesson, type Outcomes, outcomesOf, rightOption } from '../../state/lesson.ts';
import { say } from '../../state/phrase.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { answerHoles, changeText, factHoles, numberText } from './answers.ts';

/** The answers, simulated anew each time the page is opened. */
export function AnswerKey() {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const { explorer } = useSession();
  const [outcomes, setOutcomes] = useState<readonly Outcomes[]>([]);
  const [why, setWhy] = useState('');
  useEffect(() => {
    let wanted = true;
    const work = async (): Promise<void> => {
      const { simulate } = await explorer();
      for (const activity of lesson.activities) {
        const found = await outcomesOf(activity, simulate);
        if (!wanted) return;
        setOutcomes((before) => [...before, found]);
      }
    };
    setOutcomes([]);
    work().catch((error: Error) => setWhy(error.message));
    return () => {
      wanted = false;
    };
  }, [explorer]);
  const done = outcomes.length === lesson.activities.length;
  return (
    <section className="sheet" data-sheet="key" aria-labelledby="lesson-key" aria-busy={!done && why === ''}>
      <h3 id="lesson-key">{words('lesson.key', { title: say(lesson.title, lang) })}</h3>
      <p role="status">
        {why !== ''
          ? words('lesson.key.failed', { why })
          : words(done ? 'lesson.key.lead' : 'lesson.key.working')}
      </p>
      {lesson.activities.slice(0, outcomes.length).map((activity, i) => (
        <Answers key={activity.id} activity={activity} outcomes={outcomes[i]} number={i + 1} />
      ))}
    </section>
  );
}

interface AnswersProps {
  readonly activity: Activity;
  readonly outcomes: Outcomes;
  readonly number: number;
}

function Answers({ activity, outcomes, number }: AnswersProps) {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  const { title, questions, variants, measures, changes, because } = activity;
  const shown = variants.filter(({ open }) => open !== false);
  return (
    <article className="activity">
      <h4>
        {words('lesson.activity', { number })}. {say(title, lang)}
      </h4>
      <dl className="answers">
        {questions.map((question, q) => (
          <div key={q}>
            <dt>{say(question.ask, lang)}</dt>
            <dd>
              <strong>{say(question.options[rightOption(question, outcomes)].text, lang)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <table>
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
          {shown.map(({ id, name: called }, v) => (
            <tr key={id}>
              <th scope="row">
                {number}
                {String.fromCharCode(97 + v)}. {say(called, lang)}
              </th>
              {measures.map((name) => {
                const change =
                  v > 0 && changes !== false ? changeText(format, outcomes, shown[0].id, id, name) : null;
                return (
                  <td key={name} data-label={words(`lesson.measure.${name}`)}>
                    {numberText(format, outcomes, id, name)}
                    {change ? <small> ({change})</small> : null}
                    {name === 'memory' ? (
                      <small> {words(outcomes[id].feasible ? 'lesson.fits' : 'lesson.fits.not')}</small>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {say(because, lang, {
          ...factHoles(format, activity, lang),
          ...answerHoles(format, activity, outcomes),
        })}
      </p>
    </article>
  );
}
