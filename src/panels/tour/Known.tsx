import { factAt } from '../../facts/record.ts';
import { factName, factWords, sourceText } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { factText } from '../inspector/FactList.tsx';
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
                  {known.note ? ` ${factWords(known.note, lang)}` : ''}{' '}
                  {words('inspect.cited', {
                    source:
                      known.source === 'position' ? words('source.position') : sourceText(known.source, lang),
                  })}{' '}
                  · {words('confidence.label', { level: words(`confidence.${known.confidence}`) })}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
