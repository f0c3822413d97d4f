import { chipPlace } from '../../state/chip.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Swatch } from '../Swatch.tsx';
import { useFormat } from '../useFormat.ts';
import { KindButton } from './KindButton.tsx';
import { usePicked } from './usePicked.ts';

/** The groups of the picked chip, counted; each entry lights its group alone. */
export function GroupsKey() {
  const words = useWords();
  const format = useFormat();
  const picked = usePicked(useRainier(chipPlace));
  if (!picked) return <p>{words('inspect.unplaced')}</p>;
  if (picked.rank < 0) return <p>{words('group.none')}</p>;
  return (
    <>
      <ul aria-label={words('group.of', { chip: picked.address })}>
        <li>
          <Swatch of="self" />
          <span>
            {words('group.self')} <code>{picked.address}</code>
          </span>
        </li>
        {picked.groups.map(({ kind, spread }) => (
          <li key={kind}>
            <KindButton kind={kind}>
              {words('group.count', { name: words(`group.${kind}`), count: format.count(spread.chips) })}
            </KindButton>
          </li>
        ))}
      </ul>
      <p className="more">{words(picked.groups.length > 0 ? 'group.pick' : 'group.alone')}</p>
    </>
  );
}
