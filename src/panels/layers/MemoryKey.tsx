import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { rangeText } from './rangeText.ts';
import { Scale } from './Scale.tsx';
import { rangeOf, usePlace } from './usePlace.ts';

/** Bytes in use, on a scale that the fullest chip fits in. */
export function MemoryKey() {
  const words = useWords();
  const format = useFormat();
  const capacity = useRainier((state) => (state.resultOf ?? state.resolved).cluster.chip.memory);
  const place = usePlace();
  if (!place) return null;
  const { readings, at } = place;
  const { fullest: top } = readings;
  const bytes = (value: number): string => format.memory(value);
  const range = rangeOf(place, (cls) => readings.memory(cls, at));
  return (
    <>
      <Scale
        of="ramp"
        ticks={[
          [0, '0'],
          [0.5, bytes(top / 2)],
          [1, bytes(top)],
        ]}
        marks={range && [range[0] / top, range[1] / top]}
      />
      {range ? (
        <p className="here">
          {words('layer.place', { place: place.name })}{' '}
          {words('layer.each', { value: rangeText(words, range, bytes) })}
          {range[1] > capacity ? `, ${words('layer.scale.over')}` : ''}
        </p>
      ) : null}
      <p className="more">
        {top < capacity
          ? words('layer.scale.memory', { top: bytes(top), capacity: bytes(capacity) })
          : words('layer.scale.whole')}
      </p>
    </>
  );
}
