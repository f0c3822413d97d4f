import { factAt } from '../../facts/record.ts';
import { factName, factWords } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { factText } from '../inspector/FactList.tsx';
import { SourceOf } from '../reading/SourceOf.tsx';
import { useFormat } from '../useFormat.ts';

/** The facts that words rest on, each with its source and how far to trust it. */
export function Known({ paths }: { paths: readonly string[] }) {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  return (
    <details className="known">
      <summary>{words('tour.facts')}</summary>
      <dl>
        {paths.map((path) => {
          const known = factAt(path);
          if (!known) return null;
          return (
            <div key={path}>
              <dt>{factName(path, lang)}</dt>
              <dd>
                {factText(format, known, lang)}
                <span className="second">
                  {known.note ? ` ${factWords(known.note, lang)}` : ''} <SourceOf fact={known} /> ·{' '}
                  {words('confidence.label', { level: words(`confidence.${known.confidence}`) })}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
