import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../state/session.tsx';
import { notify } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { readFile, type TextFile } from './file.ts';
import { allowed } from './useAttempt.ts';
import { useHistoryKeys } from './useHistoryKeys.ts';

/** Id of the one file input of the page. */
export const FILE_INPUT = 'config-file';

/** The whole page takes a dropped file, and a scenario that was taken is told to who asks; the hidden input takes one that was chosen. */
export function DropZone({ onDropped }: { readonly onDropped: () => void }) {
  const words = useWords();
  const { store, guide, history, changeScenario } = useSession();
  useHistoryKeys(history);
  const [over, setOver] = useState(false);
  const take = useCallback(
    async (file: TextFile): Promise<boolean> => {
      try {
        const change = await readFile(file);
        if ('steps' in change) {
          await guide.open(change);
          return false;
        }
        // The version belongs to the file: there is one so far, and links stay plain without it.
        const { version: _, ...scenario } = allowed(
          change,
          store.getState().scenario,
          store.getState().locked,
        );
        changeScenario(() => scenario);
        return true;
      } catch (error) {
        notify(store, (error as Error).message);
        return false;
      }
    },
    [store, guide, changeScenario],
  );
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) void take(file).then((taken) => taken && onDropped());
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [take, onDropped]);
  return (
    <>
      <input
        id={FILE_INPUT}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was mended.
          target.value = '';
          if (file) void take(file);
        }}
      />
      {over ? <div className="drop">{words('page.dropHere')}</div> : null}
    </>
  );
}
