import '../state/laterWords.ts';
import { problemText } from '../state/problem.ts';
import { useRainier } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';

interface ProblemProps {
  readonly message: string;
  readonly act?: () => void;
}

/** A sentence that says what is wrong, in the visitor's language, and what can be done about it. */
export function Problem({ message, act }: ProblemProps) {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  return (
    <>
      {problemText(message, lang)}
      {act ? (
        <>
          {' '}
          <button type="button" className="plain" onClick={act}>
            {words('notices.reload')}
          </button>
        </>
      ) : null}
    </>
  );
}
