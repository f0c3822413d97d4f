import { useRainier, useSession } from '../state/session.tsx';
import { dismiss } from '../state/store.ts';
import { useWords } from '../state/words.tsx';
import { Icon } from './Icon.tsx';

/** What the visitor must be told, until it is dismissed. */
export function Notices() {
  const words = useWords();
  const { store } = useSession();
  const notices = useRainier((state) => state.notices);
  return (
    <section className="notices" aria-label={words('notices.label')}>
      <div role="status">
        <ul>
          {notices.map(({ id, message }) => (
            <li key={id}>
              <span>{message}</span>
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
