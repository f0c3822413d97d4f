import { useSyncExternalStore } from 'react';
import { useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { saveFile } from '../saveFile.ts';
import { savedText } from './file.ts';

/** Back to what was asked before, forth again, and the scenario as a file. */
export function ScenarioTools() {
  const words = useWords();
  const { store, history } = useSession();
  const canUndo = useSyncExternalStore(history.subscribe, history.canUndo);
  const canRedo = useSyncExternalStore(history.subscribe, history.canRedo);
  return (
    <p className="choices">
      <button
        type="button"
        className="plain"
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={!canUndo}
        onClick={history.undo}
      >
        {words('scenario.undo')}
      </button>
      <button
        type="button"
        className="plain"
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        disabled={!canRedo}
        onClick={history.redo}
      >
        {words('scenario.redo')}
      </button>
      <button
        type="button"
        className="plain"
        onClick={() => saveFile('scenario.json', 'application/json', savedText(store.getState().scenario))}
      >
        {words('scenario.save')}
      </button>
    </p>
  );
}
