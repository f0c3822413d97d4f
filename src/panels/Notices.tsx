import { lazy, Suspense } from 'react';
import { useRainier, useSession } from '../state/session.tsx';
import { dismiss } from '../state/store.ts';
import { useWords } from '../state/words.tsx';
import { Icon } from './Icon.tsx';

// Most visits need none.
const Problem = lazy(async () => ({ default: (await import('./Problem.tsx')).Problem }));

/** What the visitor must be told, until it is dismissed. */
export function Notices() {
  const words = useWords();
  const { store } = useSession();
  const notices = useRainier((state) => state.notices);
  // Sentences of the code are English: those of another language come with their words.
  const ready = useRainier((state) => state.lang === 'en');
  return (
    <section className="notices" aria-label={words('notices.label')}>
      <div role="status">
        <ul>
          {notices.map(({ id, message, act }) => (
            <li key={id}>
              <span>
                <Suspense fallback={ready ? message : null}>
                  <Problem message={message} act={act} />
                </Suspense>
              </span>
              <button
                type="button"
                className="quiet"
                aria-label={words('notices.dismiss')}
                onClick={() => dismiss(store, id)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
