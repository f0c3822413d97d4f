import { lazy, type ReactNode, Suspense } from 'react';
import { useRainier } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import '../page.css';
import './windows.css';
import './tour/tour.css';
import './narrow.css';
import './embedded.css';
import { Caption } from './Caption.tsx';
import { Corner } from './Corner.tsx';
import { Fold } from './Fold.tsx';
import { Legend } from './Legend.tsx';
import { Notices } from './Notices.tsx';
import { useTheme } from './useTheme.ts';

const TourPlayer = lazy(async () => ({ default: (await import('./tour/TourPlayer.tsx')).TourPlayer }));
const Pointed = lazy(async () => ({ default: (await import('./places/Pointed.tsx')).Pointed }));

/** The page as a guest in another: the picture, what it shows, and one corner to stop it or to leave. */
export function Embedded({ stage }: { stage: ReactNode }) {
  useTheme();
  const words = useWords();
  const guided = useRainier((state) => state.tour !== null);
  return (
    <div className="app embedded">
      <main className="picture" aria-label={words('page.stage')}>
        {stage}
        <Suspense>
          <Pointed />
        </Suspense>
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
        <Corner />
      </main>
      <Notices />
    </div>
  );
}
