import '../../state/laterWords.ts';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useRainier, useSession } from '../../state/session.tsx';
import { type Reading as Page, READINGS } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';
import { Glossary } from './Glossary.tsx';
import { Sources } from './Sources.tsx';
import { Validation } from './Validation.tsx';
import './reading.css';

const Charts = lazy(async () => ({ default: (await import('../charts/Charts.tsx')).Charts }));
const TakeAway = lazy(async () => ({ default: (await import('../takeaway/TakeAway.tsx')).TakeAway }));
const Licences = lazy(async () => ({ default: (await import('./Licences.tsx')).Licences }));
const Lesson = lazy(async () => ({ default: (await import('../lesson/Lesson.tsx')).Lesson }));

const PAGES: Readonly<Record<Page, ReactNode>> = {
  charts: <Charts />,
  takeaway: <TakeAway />,
  sources: <Sources />,
  validation: <Validation />,
  glossary: <Glossary />,
  lesson: <Lesson />,
  licences: <Licences />,
};

/** A page over the picture that is read: where the numbers come from, what the words mean. */
export function Reading() {
  const words = useWords();
  const { store } = useSession();
  const reading = useRainier((state) => state.reading);
  const sought = useRainier((state) => state.sought);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  // What is sought is shown, and read from there; without it a page begins at its title.
  useEffect(() => {
    if (sought === null) return;
    const found = document.getElementById(sought);
    found?.setAttribute('tabindex', '-1');
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
  }, [sought]);
  if (reading === null) return null;
  return (
    <dialog
      ref={dialog}
      className="reading"
      data-urgent=""
      aria-labelledby="reading-title"
      onClose={() => store.setState({ reading: null, sought: null })}
    >
      <header>
        <h2 ref={heading} id="reading-title" tabIndex={-1}>
          {words(`reading.${reading}`)}
        </h2>
        <nav aria-label={words('tool.about')}>
          {READINGS.filter((other) => other !== reading).map((other) => (
            <button
              key={other}
              type="button"
              className="plain"
              onClick={() => store.setState({ reading: other, sought: null })}
            >
              {words(`reading.${other}`)}
            </button>
          ))}
        </nav>
        <button
          type="button"
          className="quiet"
          aria-label={words('about.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <Suspense>{PAGES[reading]}</Suspense>
    </dialog>
  );
}
