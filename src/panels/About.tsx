import { useRef, useState } from 'react';
import { factsDate } from '../facts/fact.ts';
import { useRainier, useSession } from '../state/session.tsx';
import { READINGS } from '../state/store.ts';
import { useWords } from '../state/words.tsx';
import { Icon } from './Icon.tsx';

const KEYS = [
  ['Tab', 'help.tab'],
  ['Ctrl K', 'help.goto'],
  ['Enter', 'help.enter'],
  ['← →', 'help.arrows'],
  ['Home End', 'help.homeEnd'],
  ['L', 'layer.keys'],
  ['P', 'help.presenter'],
  ['Esc', 'help.escape'],
] as const;

/** What this is, who made it and who did not, and which keys work. */
export function About() {
  const words = useWords();
  const { store } = useSession();
  const lang = useRainier((state) => state.lang);
  const dialog = useRef<HTMLDialogElement>(null);
  /** Once opened: making a format of dates takes some 20 ms, which the first picture would wait for. */
  const [opened, setOpened] = useState(false);
  const date = opened
    ? new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(factsDate))
    : '';
  return (
    <>
      <button
        type="button"
        className="tool"
        title={words('tool.about')}
        onClick={() => {
          setOpened(true);
          dialog.current?.showModal();
        }}
      >
        <Icon name="help" />
        <span className="tool-word">{words('tool.about')}</span>
      </button>
      <dialog ref={dialog} className="about" aria-labelledby="about-title">
        <h2 id="about-title">{words('about.title')}</h2>
        <p>{words('about.what')}</p>
        <p>
          <strong>{words('about.independent')}</strong>
        </p>
        <p>{words('about.facts', { date })}</p>
        <p>{words('about.schematic')}</p>
        <p className="about-more">
          {READINGS.map((reading) => (
            <button
              key={reading}
              type="button"
              className="plain"
              onClick={() => {
                dialog.current?.close();
                store.setState({ reading, sought: null });
              }}
            >
              {words(`reading.${reading}`)}
            </button>
          ))}
        </p>
        <h3>{words('help.title')}</h3>
        <dl className="keys">
          {KEYS.map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words(text)}</dd>
            </div>
          ))}
        </dl>
        <p>{words('help.scene')}</p>
        <p className="second">{words('about.licence')}</p>
        <form method="dialog">
          <button type="submit" className="plain">
            {words('about.close')}
          </button>
        </form>
      </dialog>
    </>
  );
}
