import { lensOf } from '../../state/lens.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords, type Words } from '../../state/words.tsx';
import type { Detail } from '../../timeline/detail.ts';
import { Apart } from './Apart.tsx';
import { subjectName } from './naming.ts';
import type { Row } from './rows.ts';

interface UnderProps {
  readonly detail: Detail | null;
  /** Rows of the step's chart. */
  readonly rows: readonly Row[];
}

/** What the chart shows and what a row of it is; why it is not what the lens asks for; where the playhead is if not there. */
export function Under({ detail, rows }: UnderProps) {
  const words = useWords();
  const lens = useRainier((state) => lensOf(state.view));
  const none = useRainier((state) => state.noDetail);
  const asked = { lens: words(`timeline.lens.${lens}`) };
  if (!detail) return <p>{none ? words('timeline.none', asked) : rowsNote(words, rows)}</p>;
  const note = noteOf(words, detail);
  return (
    <>
      <p>
        {detail.lens === lens ? '' : `${words('timeline.instead', asked)} `}
        {subjectName(words, detail)}
        {note === '' ? '' : ` · ${note}`}
      </p>
      <Apart of={{ from: detail.start, to: detail.end }} />
    </>
  );
}

/** What a row of a detail is, where its name does not stand on it. */
function noteOf(words: Words, { lens }: Detail): string {
  if (lens === 'microbatch') return words('timeline.rows.each');
  return lens === 'collective' ? words('timeline.rows.links') : '';
}

/** What a row of the step is. */
function rowsNote(words: Words, rows: readonly Row[]): string {
  const size = rows.length > 0 ? rows[0].last - rows[0].first + 1 : 1;
  if (size > 1) return words('timeline.rows.some', { count: size });
  return words(rows.length === 1 ? 'timeline.rows.one' : 'timeline.rows.each');
}
