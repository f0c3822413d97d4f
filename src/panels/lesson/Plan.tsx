import { lesson } from '../../state/lesson.ts';
import { say } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';

/** What the teacher needs: goals, what to bring, and the course of the lesson by the minute. */
export function Plan() {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const { opening, activities, closing } = lesson;
  const parts = [
    {
      key: 'opening',
      title: words('lesson.opening'),
      minutes: opening.minutes,
      text: say(opening.text, lang),
    },
    ...activities.map((activity, i) => ({
      key: activity.id,
      title: `${words('lesson.activity', { number: i + 1 })}. ${say(activity.title, lang)}`,
      minutes: activity.minutes,
      text: activity.questions.map(({ ask }) => say(ask, lang)).join(' '),
    })),
    {
      key: 'closing',
      title: words('lesson.closing'),
      minutes: closing.minutes,
      text: [closing.text, ...closing.questions].map((text) => say(text, lang)).join(' '),
    },
  ];
  let from = 0;
  return (
    <section className="sheet" data-sheet="plan" aria-labelledby="lesson-plan">
      <h3 id="lesson-plan">{words('lesson.plan', { title: say(lesson.title, lang) })}</h3>
      <p>
        <strong>{words('lesson.for')}.</strong> {say(lesson.audience, lang)}
      </p>
      <h4>{words('lesson.goals')}</h4>
      <ul className="dots">
        {lesson.goals.map((goal, i) => (
          <li key={i}>{say(goal, lang)}</li>
        ))}
      </ul>
      <h4>{words('lesson.needs')}</h4>
      <ul className="dots">
        {lesson.needs.map((need, i) => (
          <li key={i}>{say(need, lang)}</li>
        ))}
      </ul>
      <h4>{words('lesson.course')}</h4>
      <dl className="course">
        {parts.map(({ key, title, minutes, text }) => {
          const start = from;
          from += minutes;
          return (
            <div key={key}>
              <dt>
                <span className="second">{words('lesson.minutes', { from: start, to: from })}</span> {title}
              </dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
