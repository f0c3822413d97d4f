import { lazy, Suspense } from 'react';
import { useWords } from '../state/words.tsx';
import { Crumbs } from './Crumbs.tsx';
import { Icon } from './Icon.tsx';
import type { Tab } from './Side.tsx';

// Neither is needed before the first picture.
const Moment = lazy(async () => ({ default: (await import('./Moment.tsx')).Moment }));
const Tools = lazy(async () => ({ default: (await import('./Tools.tsx')).Tools }));

interface TopBarProps {
  readonly panelOpen: boolean;
  readonly onPanel: () => void;
  /** Opens the panel at a tab. */
  readonly onTab: (tab: Tab) => void;
}

/** Where and when the visitor is, and what can be done with the page. */
export function TopBar({ panelOpen, onPanel, onTab }: TopBarProps) {
  const words = useWords();
  return (
    <header className="top" data-urgent="">
      <Crumbs />
      <Suspense fallback={<p className="moment" />}>
        <Moment />
      </Suspense>
      <div className="tools">
        <Suspense>
          <Tools onTab={onTab} />
        </Suspense>
        <button
          type="button"
          className="tool panel-toggle"
          title={words('tool.panel')}
          aria-expanded={panelOpen}
          aria-controls="panel"
          onClick={onPanel}
        >
          <Icon name="panel" />
          <span className="tool-word">{words('tool.panel')}</span>
        </button>
      </div>
    </header>
  );
}
