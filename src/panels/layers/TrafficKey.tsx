import { chipPlace } from '../../state/chip.ts';
import { WALL } from '../../state/layers/readings.ts';
import { useRainier } from '../../state/session.tsx';
import { KINDS } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { KindButton } from './KindButton.tsx';
import { rangeText } from './rangeText.ts';
import { usePicked } from './usePicked.ts';
import { rangeOf, usePlace } from './usePlace.ts';

/** What the chips of the place at hand send, by kind; each entry shows its kind alone. */
export function TrafficKey() {
  const words = useWords();
  const format = useFormat();
  const place = usePlace();
  const picked = usePicked(useRainier(chipPlace));
  if (!place) return null;
  const { readings, at } = place;
  const kinds = picked?.groups.map(({ kind }) => kind) ?? [];
  return (
    <>
      <p className="here">{words('layer.place', { place: place.name })}</p>
      <ul aria-label={words('layer.traffic')}>
        {kinds.map((kind) => {
          const range = rangeOf(place, (cls) => readings.rates(cls, at)[KINDS.indexOf(kind)]);
          const rate = range
            ? rangeText(words, range, (value) => (value === 0 ? '0' : format.si(value, 'B/s')))
            : '0';
          return (
            <li key={kind}>
              <KindButton kind={kind}>
                {words('group.rate', { name: words(`group.${kind}`), rate })}
              </KindButton>
            </li>
          );
        })}
      </ul>
      <p className="more">{words('layer.mean', { window: format.seconds(WALL * at.speed) })}</p>
    </>
  );
}
