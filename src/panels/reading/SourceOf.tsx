import type { Fact } from '../../facts/fact.ts';
import { sourceText } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Cited } from './Cited.tsx';

/** Who says so, under a number: "Source: …", its addresses as links. */
export function SourceOf({ fact: { source } }: { fact: Pick<Fact<unknown>, 'source'> }) {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  return (
    <>
      {words('inspect.cited')} <Cited source={source === 'position' ? source : sourceText(source, lang)} />
    </>
  );
}
