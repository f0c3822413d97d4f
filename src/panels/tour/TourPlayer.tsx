import '../../state/laterWords.ts';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { say } from '../../state/phrase.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { notify } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';
import { onLetter } from '../layers/letter.ts';
import { present, resume } from '../presenter/audience.ts';
import { useFormat } from '../useFormat.ts';
import { holesOf } from './holes.ts';
import { Known } from './Known.tsx';

/** The open tour: the words of its step, and the way on and back. */
export function TourPlayer() {
  const words = useWords();
  const format = useFormat();
  const session = useSession();
  const { guide, store } = session;
  const open = useRainier((state) => state.tour);
  const lang = useRainier((state) => state.lang);
  const summary = useRainier((state) => state.result?.summary);
  // A guest's host has a presenter's view of its own.
  const presents = useRainier(({ manners }) => !manners.embed && manners.links);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = open?.step ?? 0;
  // The words of a new step are read from their beginning, by eye and by ear; a page in another's never takes its focus.
  useEffect(() => {
    if (step > 0 && document.hasFocus()) heading.current?.focus({ preventScroll: true });
  }, [step]);
  // Once the button can be seen, a presenter's window that was open before a reload is heard.
  useLayoutEffect(() => {
    if (!presents) return;
    resume(session);
    return onLetter(store, 'p', () => present(session));
  }, [presents, session, store]);
  if (!open) return null;
  const { tour } = open;
  const { title, text, facts } = tour.steps[step - 1];
  const go = (to: number): void => {
    guide.go(to).catch((error: Error) => notify(store, error.message));
  };
  const leave = (): void => {
    guide.close();
    // What the visitor had changed before comes back.
    const { own } = guide;
    const changed = JSON.stringify(own) !== JSON.stringify(store.getState().scenario);
    if (Object.keys(own).length > 0 && changed) session.changeScenario(() => own);
  };
  return (
    <section
      className="tour"
      data-urgent=""
      data-keep-clear=""
      aria-label={words('tour.label', { title: say(tour.title, lang) })}
    >
      <h1 ref={heading} tabIndex={-1}>
        {say(title, lang)}
      </h1>
      <p className="tour-text">{say(text, lang, summary ? holesOf(summary, format) : {})}</p>
      {facts && facts.length > 0 ? <Known key={step} paths={facts} /> : null}
      <div className="tour-way">
        <button
          type="button"
          className="tool"
          disabled={step === 1}
          aria-label={words('tour.back')}
          onClick={() => go(step - 1)}
        >
          <Icon name="back" />
        </button>
        <input
          type="range"
          min={1}
          max={tour.steps.length}
          value={step}
          aria-label={words('tour.scrub')}
          aria-valuetext={words('tour.place', { step, steps: tour.steps.length })}
          onChange={({ target }) => go(Number(target.value))}
        />
        <span className="tour-place" aria-hidden="true">
          {step}/{tour.steps.length}
        </span>
        <button
          type="button"
          className="tool"
          disabled={step === tour.steps.length}
          aria-label={words('tour.next')}
          onClick={() => go(step + 1)}
        >
          <Icon name="next" />
        </button>
        {presents ? (
          <button
            type="button"
            className="tool presents"
            aria-label={words('presenter.title')}
            title={words('presenter.title')}
            aria-keyshortcuts="P"
            onClick={() => present(session)}
          >
            <Icon name="presenter" />
          </button>
        ) : null}
        <button type="button" className="tool" aria-label={words('tour.close')} onClick={leave}>
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
