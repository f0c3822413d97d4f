import { useEffect, useRef } from 'react';
import { type Address, formatAddress, parseAddress } from '../cluster/address.ts';
import { placeName } from '../state/names.ts';
import { useRainier, useSession } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';

/** Steps shown before a deep place, and the campus. */
const LAST = 4;

/** Where the visitor is: from the campus inwards, each step a way out. */
export function Crumbs() {
  const words = useWords();
  const { flyTo } = useSession();
  const at = useRainier((state) => state.view.at);
  const address = parseAddress(at) ?? [];
  const nav = useRef<HTMLElement>(null);
  // Where the bar is too short for all, its end is what matters.
  useEffect(() => {
    if (nav.current) nav.current.scrollLeft = at === '' ? 0 : nav.current.scrollWidth;
  }, [at]);
  return (
    <nav ref={nav} className="crumbs" aria-label={words('page.space')}>
      <ol>
        {waysOut(address).map((place) => {
          const name = placeName(words, place);
          const here = place.length === address.length;
          const skips = place.length > 1 && place.length === address.length - LAST + 1;
          return (
            <li key={place.length} className={skips ? 'skips' : undefined}>
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

/** The campus, and the last steps down to a place: those between are two presses away. */
export function waysOut(address: Address): Address[] {
  const all = [[], ...address.map((_, i) => address.slice(0, i + 1))];
  return all.filter((place) => place.length === 0 || place.length > address.length - LAST);
}
