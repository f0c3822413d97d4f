import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { lossText } from './lossText.ts';
import type { Mark } from './marks.ts';

interface LayoutListProps {
  readonly marks: readonly Mark[];
  /** null while the search still runs. */
  readonly onUse: ((mark: Mark) => void) | null;
}

/** The fastest layouts that fit, fastest first; each can be taken. */
export function LayoutList({ marks, onUse }: LayoutListProps) {
  const words = useWords();
  const format = useFormat();
  const whyOf = ({ loss }: Mark): string | null => loss && lossText(words, format, loss);
  return (
    <table className="layouts">
      <caption>{words('search.best')}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{words('search.layout')}</th>
          <th scope="col">{words('search.seconds')}</th>
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <tr key={mark.name}>
            <th scope="row">
              <button
                type="button"
                disabled={onUse === null}
                aria-label={words('search.apply', { layout: mark.name })}
                onClick={() => onUse?.(mark)}
              >
                {mark.name}
              </button>
              {mark.loss ? <p className="second">{whyOf(mark)}</p> : null}
            </th>
            <td>
              {format.seconds(mark.seconds)}
              <br />
              <span className="second">{format.memory(mark.bytes)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
