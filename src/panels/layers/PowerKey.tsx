import { energy } from '../../facts/energy.ts';
import { WALL } from '../../state/layers/readings.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { rangeText } from './rangeText.ts';
import { Scale } from './Scale.tsx';
import { rangeOf, usePlace } from './usePlace.ts';

/** Watts of a chip between waiting and full load, and of all chips of the place together. */
export function PowerKey() {
  const words = useWords();
  const format = useFormat();
  const full = useRainier((state) => (state.resultOf ?? state.resolved).cluster.chip.watts);
  const place = usePlace();
  if (!place) return null;
  const { readings, at, classes, counts } = place;
  const watts = (value: number): string => format.si(value, 'W');
  const of = (cls: number): number => readings.watts(cls, at);
  const range = rangeOf(place, of);
  const all = classes.reduce((sum, cls, i) => sum + (cls < readings.classes ? counts[i] * of(cls) : 0), 0);
  const each = range && words('layer.each', { value: rangeText(words, range, watts) });
  const idle = energy.chipWaiting.value;
  return (
    <>
      <Scale
        of="heat"
        ticks={[
          [0, '0'],
          [idle, watts(idle * full)],
          [1, watts(full)],
        ]}
        marks={range && [range[0] / full, range[1] / full]}
      />
      {each ? (
        <p className="here">
          {words('layer.place', { place: place.name })} {words('layer.sum', { each, all: watts(all) })}
        </p>
      ) : null}
      <p className="more">{words('layer.mean.power', { window: format.seconds(WALL * at.speed) })}</p>
    </>
  );
}
