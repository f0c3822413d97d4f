import { useRef } from 'react';
import { useSession } from '../../state/session.tsx';
import { notify } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';

const TOURS = ['rainier', 'step'] as const;

/** The button that offers the tours. */
export function Tours() {
  const words = useWords();
  const { guide, store } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const start = (id: string): void => {
    dialog.current?.close();
    guide.open(id).catch((error: Error) => notify(store, error.message));
  };
  return (
    <>
      <button
        type="button"
        className="tool"
        title={words('tool.tours')}
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="tour" />
        <span className="tool-word">{words('tool.tours')}</span>
      </button>
      <dialog ref={dialog} className="about" aria-labelledby="tours-title">
        <h2 id="tours-title">{words('tour.choose')}</h2>
        <ul className="tour-list">
          {TOURS.map((id) => (
            <li key={id}>
              <button type="button" className="plain" onClick={() => start(id)}>
                {words(`tour.start.${id}`)}
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="plain"
              onClick={() => {
                dialog.current?.close();
                store.setState({ reading: 'lesson', sought: null });
              }}
            >
              {words('tour.lesson')}
            </button>
          </li>
        </ul>
        <p className="second">{words('tour.own')}</p>
        <form method="dialog">
          <button type="submit" className="plain">
            {words('about.close')}
          </button>
        </form>
      </dialog>
    </>
  );
}
