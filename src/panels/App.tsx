import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useRainier } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import '../page.css';
import './windows.css';
import './side.css';
import './scenario/fields.css';
import './timeline/timeline.css';
import './tour/tour.css';
// Last, so that what a narrow window changes wins.
import './narrow.css';
import { Caption } from './Caption.tsx';
import { Fold } from './Fold.tsx';
import { Legend } from './Legend.tsx';
import { Notices } from './Notices.tsx';
import { Side, type Tab } from './Side.tsx';
import { TopBar } from './TopBar.tsx';
import { useTheme } from './useTheme.ts';

// What is read comes in pieces of its own, so that the picture need not wait for it.
const Inspector = lazy(async () => ({ default: (await import('./inspector/Inspector.tsx')).Inspector }));
const Results = lazy(async () => ({ default: (await import('./results/Results.tsx')).Results }));
const ScenarioPanel = lazy(async () => ({
  default: (await import('./scenario/ScenarioPanel.tsx')).ScenarioPanel,
}));
const DropZone = lazy(async () => ({ default: (await import('./scenario/DropZone.tsx')).DropZone }));
const TimelineBar = lazy(async () => ({ default: (await import('./timeline/TimelineBar.tsx')).TimelineBar }));
const Reading = lazy(async () => ({ default: (await import('./reading/Reading.tsx')).Reading }));
const TourPlayer = lazy(async () => ({ default: (await import('./tour/TourPlayer.tsx')).TourPlayer }));

const PlaceWords = lazy(async () => ({ default: (await import('./places/PlaceWords.tsx')).PlaceWords }));

/** Room for the panel beside the picture, CSS pixels; narrower windows open with it closed. */
const ROOMY = '(min-width: 1000px)';

/** Windows so low that the page scrolls. */
const SHORT = '(max-width: 760px) and (max-height: 460px)';

/** The page: the picture in the middle, everything that is read around it. */
export function App({ stage }: { stage: ReactNode }) {
  useTheme();
  const words = useWords();
  const [open, setOpen] = useState(() => matchMedia(ROOMY).matches);
  const [tab, setTab] = useState<Tab>('step');
  const selected = useRainier((state) => state.selected);
  const reading = useRainier((state) => state.reading !== null);
  const guided = useRainier((state) => state.tour !== null);
  useEffect(() => {
    if (selected !== null) setTab('place');
  }, [selected]);
  // Where the page scrolls (narrow.css), what was opened may lie below the window.
  useEffect(() => {
    if (open && matchMedia(SHORT).matches) document.getElementById('panel')?.scrollIntoView();
  }, [open]);
  // A tour needs the room that a sheet takes.
  useEffect(() => {
    if (guided && !matchMedia(ROOMY).matches) setOpen(false);
  }, [guided]);
  const show = useCallback((next: Tab): void => {
    setTab(next);
    setOpen(true);
  }, []);
  const showStep = useCallback(() => show('step'), [show]);
  return (
    <div className="app" data-panel={open ? 'open' : 'closed'}>
      <a className="skip" href="#panel">
        {words('page.skip')}
      </a>
      <TopBar panelOpen={open} onPanel={() => setOpen(!open)} onTab={show} />
      <main className="picture" aria-label={words('page.stage')}>
        <Suspense>
          <PlaceWords />
        </Suspense>
        {stage}
        {guided ? (
          <Suspense>
            <TourPlayer />
          </Suspense>
        ) : (
          <Caption />
        )}
        <Fold label={words('legend.label')}>
          <Legend />
        </Fold>
      </main>
      <Side open={open} tab={tab} onTab={show} onClose={() => setOpen(false)}>
        <Suspense>
          {tab === 'step' ? <Results /> : tab === 'scenario' ? <ScenarioPanel /> : <Inspector />}
        </Suspense>
      </Side>
      <Suspense fallback={<section className="timeline awaited" />}>
        <TimelineBar />
      </Suspense>
      {reading ? (
        <Suspense>
          <Reading />
        </Suspense>
      ) : null}
      <Notices />
      <Suspense>
        <DropZone onDropped={showStep} />
      </Suspense>
    </div>
  );
}
