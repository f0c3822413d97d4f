import { useRainier } from '../../state/session.tsx';
import { terms } from '../../state/terms.ts';
import { useWords } from '../../state/words.tsx';

/** Every technical word of the site, in the order of the visitor's alphabet. */
export function Glossary() {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const meant = terms.map((term) => [words(`term.${term}`), words(`means.${term}`), term] as const);
  const sorted = meant.toSorted(([a], [b]) => a.localeCompare(b, lang));
  return (
    <dl className="glossary">
      {sorted.map(([term, means, id]) => (
        <div key={id} id={id}>
          <dt>{term}</dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}
