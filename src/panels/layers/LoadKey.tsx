import { WALL } from '../../state/layers/readings.ts';
import { height } from '../../state/layers/shown.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { rangeText } from './rangeText.ts';
import { Scale } from './Scale.tsx';
import { rangeOf, usePlace } from './usePlace.ts';

const LINKS = ['x', 'y', 'z', 'network'] as const;

/** Shares of links' rates, on a scale of their roots; of the place at hand for each class of link. */
export function LoadKey() {
  const words = useWords();
  const format = useFormat();
  const place = usePlace();
  if (!place) return null;
  const { readings, at } = place;
  const busiest = rangeOf(place, (cls) => Math.max(...readings.loads(cls, at, null)));
  return (
    <>
      <Scale
        of="ramp"
        ticks={shareTicks(format.percent)}
        marks={busiest && [height(busiest[0]), height(busiest[1])]}
      />
      {busiest ? (
        <dl className="here">
          <dt>{words('layer.place', { place: place.name })}</dt>
          {LINKS.map((name, link) => {
            const range = rangeOf(place, (cls) => readings.loads(cls, at, null)[link]);
            return range ? (
              <dd key={name}>
                {words(`layer.link.${name}`)} <b>{rangeText(words, range, format.percent)}</b>
              </dd>
            ) : null;
          })}
        </dl>
      ) : null}
      <p className="more">{words('layer.mean', { window: format.seconds(WALL * at.speed) })}</p>
    </>
  );
}

/** Nothing, a tenth, half and the whole of a link's rate where they stand on the scale. */
function shareTicks(percent: (share: number) => string): [at: number, text: string][] {
  return [0, 0.1, 0.5, 1].map((share) => [height(share), percent(share)]);
}
