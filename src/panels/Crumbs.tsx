import { formatAddress, parseAddress } from '../cluster/address.ts';
import { placeName } from '../state/names.ts';
import { useRainier, useSession } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';

/** Where the visitor is: from the campus inwards, each step a way out. */
export function Crumbs() {
  const words = useWords();
  const { flyTo } = useSession();
  const at = useRainier((state) => state.view.at);
  const address = parseAddress(at) ?? [];
  return (
    <nav className="crumbs" aria-label={words('page.space')}>
      <ol>
        {[[], ...address.map((_, i) => address.slice(0, i + 1))].map((place, i) => {
          const name = placeName(words, place);
          const here = i === address.length;
          return (
            <li key={i}>
              <button
                type="button"
                className="crumb"
                aria-current={here ? 'location' : undefined}
                onClick={() => void flyTo(formatAddress(place))}
              >
                {name}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
