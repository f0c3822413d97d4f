import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';

const GoTo = lazy(async () => ({ default: (await import('./GoTo.tsx')).GoTo }));

/** The button of the box that goes anywhere; Ctrl or Cmd with K presses it. */
export function GoToButton({ onTab }: { readonly onTab: (tab: 'step' | 'scenario') => void }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="tool"
        title={words('tool.goto')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        <span className="tool-word">{words('tool.goto')}</span>
      </button>
      {open ? (
        <Suspense>
          <GoTo onClose={() => setOpen(false)} onTab={onTab} />
        </Suspense>
      ) : null}
    </>
  );
}
