import { type ReactNode, useEffect, useState } from 'react';
import { useRainier } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import '../page.css';
import './panels.css';
import { Caption } from './Caption.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { Legend } from './Legend.tsx';
import { Notices } from './Notices.tsx';
import { Results } from './results/Results.tsx';
import { Side, type Tab } from './Side.tsx';
import { DropZone } from './scenario/DropZone.tsx';
import { ScenarioPanel } from './scenario/ScenarioPanel.tsx';
import { TopBar } from './TopBar.tsx';
import { TimelineBar } from './timeline/TimelineBar.tsx';
import { useTheme } from './useTheme.ts';

/** Room for the panel beside the picture, CSS pixels; narrower windows open with it closed. */
const ROOMY = '(min-width: 1000px)';

/** The page: the picture in the middle, everything that is read around it. */
export function App({ stage }: { stage: ReactNode }) {
  useTheme();
  const words = useWords();
  const [open, setOpen] = useState(() => matchMedia(ROOMY).matches);
  const [tab, setTab] = useState<Tab>('step');
  const selected = useRainier((state) => state.selected);
  useEffect(() => {
    if (selected !== null) setTab('place');
  }, [selected]);
  const show = (next: Tab): void => {
    setTab(next);
    setOpen(true);
  };
  return (
    <div className="app" data-panel={open ? 'open' : 'closed'}>
      <a className="skip" href="#panel">
        {words('page.skip')}
      </a>
      <TopBar panelOpen={open} onPanel={() => setOpen(!open)} />
      <main className="picture" aria-label={words('page.stage')}>
        {stage}
        <Caption />
        <Legend />
      </main>
      <Side open={open} tab={tab} onTab={show} onClose={() => setOpen(false)}>
        {tab === 'step' ? <Results /> : tab === 'scenario' ? <ScenarioPanel /> : <Inspector />}
      </Side>
      <TimelineBar />
      <Notices />
      <DropZone />
    </div>
  );
}
