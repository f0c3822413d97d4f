import { useEffect } from 'react';
import type { History } from '../../state/history.ts';

/** Ctrl or Cmd with Z goes back, with Shift forth again (Ctrl+Y too); a field that is typed in keeps its own. */
export function useHistoryKeys({ undo, redo }: History): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyped(event.target)) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      const forth = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
      if (!back && !forth) return;
      event.preventDefault();
      if (back) undo();
      else redo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo, redo]);
}

/** Sliders and boxes to tick hold no text. */
function isTyped(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'checkbox', 'radio'].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
