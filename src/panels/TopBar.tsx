import { useWords } from '../state/words.tsx';
import { About } from './About.tsx';
import { Crumbs } from './Crumbs.tsx';
import { Icon } from './Icon.tsx';
import { Moment } from './Moment.tsx';
import { Settings } from './Settings.tsx';
import { Share } from './Share.tsx';
import { Tours } from './tour/Tours.tsx';

interface TopBarProps {
  readonly panelOpen: boolean;
  readonly onPanel: () => void;
}

/** Where and when the visitor is, and what can be done with the page. */
export function TopBar({ panelOpen, onPanel }: TopBarProps) {
  const words = useWords();
  return (
    <header className="top">
      <Crumbs />
      <Moment />
      <div className="tools">
        <Tours />
        <Share />
        <Settings />
        <About />
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
