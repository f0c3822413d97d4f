import { useWords } from '../state/words.tsx';
import { CaptionNote } from './Caption.tsx';
import { Swatch, type Swatched } from './Swatch.tsx';

const MEANINGS: readonly Swatched[] = ['forward', 'backward', 'optimizer', 'waiting', 'neuronLink', 'efa'];

/** What the colours say, and the direction or pattern that says it too. */
export function Legend() {
  const words = useWords();
  return (
    <ul data-keep-clear="" className="legend" aria-label={words('legend.label')}>
      <li className="legend-caption">
        <CaptionNote />
      </li>
      {MEANINGS.map((meaning) => (
        <li key={meaning}>
          <Swatch of={meaning} />
          {words(`legend.${meaning}`)}
        </li>
      ))}
    </ul>
  );
}
