import { lazy, Suspense } from 'react';
import { type Level, levelOf, parseAddress } from '../cluster/address.ts';
import type { Format } from '../look/format.ts';
import { useRainier } from '../state/session.tsx';
import { useWords, type Words } from '../state/words.tsx';
import { useFormat } from './useFormat.ts';

const TorusChoice = lazy(async () => ({ default: (await import('./torus/TorusChoice.tsx')).TorusChoice }));
const Pace = lazy(async () => ({ default: (await import('./torus/Pace.tsx')).Pace }));
const LayerTitle = lazy(async () => ({ default: (await import('./layers/LayerCaption.tsx')).LayerTitle }));
const LayerAbout = lazy(async () => ({ default: (await import('./layers/LayerCaption.tsx')).LayerAbout }));
const States = lazy(async () => ({ default: (await import('./States.tsx')).States }));

/** Levels at which single chips and links are seen. */
const NEAR: ReadonlySet<string> = new Set(['ultraserver', 'server', 'tray', 'chip', 'core']);

/** What the caption tells of an address: its level, or the head tray, which holds no chips. */
function subjectOf(at: string): Level | 'head' {
  const address = parseAddress(at) ?? [];
  const level = levelOf(address);
  return level === 'tray' && address[5] === 1 ? 'head' : level;
}

/** The sentences of the caption, for where the picture has no room for them. */
export function CaptionNote() {
  const words = useWords();
  const level = useRainier((state) => subjectOf(state.view.at));
  const layer = useRainier((state) => state.layer);
  const unplaced = useRainier((state) => state.site === null);
  if (unplaced) return <>{words('caption.unplaced')}</>;
  if (layer !== 'work')
    return (
      <Suspense>
        <LayerAbout layer={layer} />
      </Suspense>
    );
  const note = level === 'campus' || level === 'hall' ? ` ${words(`caption.${level}.note`)}` : '';
  return (
    <>
      {words(`caption.${level}`)}
      {note}
    </>
  );
}

/** What the picture of a place on a site of so many buildings is called. */
export function titleOf(words: Words, format: Format, at: string, buildings: number): string {
  const level = subjectOf(at);
  if (level !== 'campus') return words(`caption.${level}.title`);
  return buildings === 1
    ? words('caption.campus.one')
    : words('caption.campus.title', { count: format.count(buildings) });
}

/** What the picture shows at this level, in a title and a sentence. */
export function Caption() {
  const words = useWords();
  const format = useFormat();
  const at = useRainier((state) => state.view.at);
  const buildings = useRainier((state) => state.site?.buildings ?? 0);
  const unplaced = useRainier((state) => state.site === null);
  const level = subjectOf(at);
  const layer = useRainier((state) => state.layer);
  const torus = useRainier((state) => state.unfolded || state.axis !== null) && level === 'ultraserver';
  // Of other chips than Trainium no hall is known: nothing is made up for them.
  if (unplaced)
    return (
      <div className="caption" data-keep-clear="">
        <h1>{words('caption.unplaced.title')}</h1>
        <p>{words('caption.unplaced')}</p>
      </div>
    );
  const title = titleOf(words, format, at, buildings);
  return (
    <div className="caption" data-keep-clear="">
      {layer === 'work' ? (
        <>
          <h1>{title}</h1>
          {torus || (level === 'campus' && buildings === 1) ? null : <p>{words(`caption.${level}`)}</p>}
        </>
      ) : (
        <Suspense>
          <LayerTitle layer={layer} />
          <p>
            <LayerAbout layer={layer} />
          </p>
        </Suspense>
      )}
      {NEAR.has(level) ? (
        <Suspense>
          <Pace />
        </Suspense>
      ) : null}
      {level === 'ultraserver' ? (
        <Suspense>
          <TorusChoice />
        </Suspense>
      ) : null}
      {level === 'campus' && buildings > 1 ? (
        <>
          {layer === 'work' ? <p className="second">{words('caption.campus.note')}</p> : null}
          <Suspense>
            <States />
          </Suspense>
        </>
      ) : null}
      {level === 'hall' && layer === 'work' ? <p className="second">{words('caption.hall.note')}</p> : null}
    </div>
  );
}
