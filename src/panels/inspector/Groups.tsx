import '../layers/layers.css';
import { type Address, contains, formatAddress, parseAddress } from '../../cluster/address.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { spreadText } from '../layers/spreadText.ts';
import { usePicked } from '../layers/usePicked.ts';
import { Swatch } from '../Swatch.tsx';
import { useFormat } from '../useFormat.ts';

/** The groups of a chip, or of the first chip of a place: how many chips, where; each can be lit in the picture. */
export function Groups({ address }: { readonly address: Address }) {
  const words = useWords();
  const format = useFormat();
  const { store } = useSession();
  const place = formatAddress(address);
  // The chip that was picked before, where it is inside the place.
  const kept = useRainier((state) => state.chip);
  const inside = kept !== null && contains(address, parseAddress(kept) ?? []);
  const picked = usePicked(inside ? kept : place);
  const lit = useRainier((state) => (state.layer === 'groups' ? state.kind : null));
  if (!picked || picked.rank < 0 || picked.groups.length === 0) return null;
  return (
    <>
      <h3>{words('group.label')}</h3>
      {address.length < 7 ? (
        <p className="second">{words(inside ? 'group.kept' : 'group.first', { chip: picked.address })}</p>
      ) : null}
      <div className="groups">
        {picked.groups.map(({ kind, spread }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={lit === kind}
            onClick={() =>
              store.setState(
                lit === kind
                  ? { layer: 'work', kind: null }
                  : { layer: 'groups', kind, selected: place === '' ? null : place },
              )
            }
          >
            <Swatch of={kind} />
            <span>
              {words('group.in', { name: words(`group.${kind}`), spread: spreadText(words, format, spread) })}
            </span>
            <span className="second">{words(`group.${kind}.what`)}</span>
          </button>
        ))}
      </div>
    </>
  );
}
