import { lazy, Suspense } from 'react';
import { useRainier } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import { CaptionNote } from './Caption.tsx';
import { Swatch, type Swatched } from './Swatch.tsx';

const MEANINGS = [
  'forward',
  'backward',
  'optimizer',
  'waiting',
  'neuronLink',
  'efa',
] as const satisfies Swatched[];

// The picture opens on work: what chooses and explains other layers comes after it.
const LayerChoice = lazy(async () => ({ default: (await import('./layers/LayerChoice.tsx')).LayerChoice }));
const LayerKey = lazy(async () => ({ default: (await import('./layers/LayerKey.tsx')).LayerKey }));

/** What the light says, chosen and explained: its colours, and the direction or pattern that says the same. */
export function Legend() {
  const words = useWords();
  const layer = useRainier((state) => state.layer);
  return (
    <div data-keep-clear="" className="legend" data-layer={layer}>
      <p className="legend-caption">
        <CaptionNote />
      </p>
      <Suspense>
        <LayerChoice />
      </Suspense>
      {layer === 'work' ? (
        <ul aria-label={words('legend.label')}>
          {MEANINGS.map((meaning) => (
            <li key={meaning}>
              <Swatch of={meaning} />
              {words(`legend.${meaning}`)}
            </li>
          ))}
        </ul>
      ) : (
        <Suspense>
          <LayerKey layer={layer} />
        </Suspense>
      )}
    </div>
  );
}
