import { lesson } from '../../state/lesson.ts';
import { say } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { AnswerKey } from './AnswerKey.tsx';
import { Plan } from './Plan.tsx';
import { Worksheet } from './Worksheet.tsx';
import './lesson.css';

const SHEETS = ['plan', 'worksheet', 'key'] as const;

/** Prints one sheet alone; the others, and the page around them, stay on the screen. */
function print(sheet: (typeof SHEETS)[number]): void {
  const { dataset } = document.documentElement;
  dataset.sheet = sheet;
  addEventListener('afterprint', () => delete dataset.sheet, { once: true });
  window.print();
}

/** A lesson for a class: the plan for the teacher, a worksheet and its key, each a page to print. */
export function Lesson() {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  return (
    <div className="lesson">
      <p className="lesson-lead">
        <strong>{say(lesson.title, lang)}.</strong> {words('lesson.lead', { minutes: lesson.minutes })}
      </p>
      <p className="lesson-ways">
        {SHEETS.map((sheet) => (
          <button key={sheet} type="button" className="plain" onClick={() => print(sheet)}>
            {words(`lesson.print.${sheet}`)}
          </button>
        ))}
      </p>
      <Plan />
      <Worksheet />
      <AnswerKey />
    </div>
  );
}
