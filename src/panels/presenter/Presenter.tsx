import '../../state/laterWords.ts';
import './presenter.css';
import { useState } from 'react';
import type { Shown } from '../../state/presenting.ts';
import { LANGUAGES, type Theme } from '../../state/store.ts';
import { useWordsIn } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';
import { useLook } from '../useTheme.ts';
import { Clocks } from './Clocks.tsx';
import { useAudience } from './useAudience.ts';
import { useTurning } from './useTurning.ts';

const THEMES: readonly Theme[] = ['dark', 'light', 'contrast'];
/** Sizes of the notes, as multiples of the page's own. */
const SIZES = [1, 1.25, 1.5, 1.9, 2.4, 3];

/** What the audience's window looked like when it opened this one. */
function opening(query: URLSearchParams): Pick<Shown, 'lang' | 'theme' | 'motion' | 'playing' | 'tour'> {
  return {
    lang: LANGUAGES.find((lang) => lang === query.get('lang')) ?? 'en',
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? 'dark',
    motion: 'reduced',
    playing: false,
    tour: null,
  };
}

/** The window of the one who speaks: notes, what comes next, the time, and the way on and back in the audience's window. */
export function Presenter({ id, query }: { id: string; query: URLSearchParams }) {
  const { shown, lost, ask } = useAudience(id);
  const { lang, theme, motion, playing, tour } = shown ?? opening(query);
  const words = useWordsIn(lang);
  const [size, setSize] = useState(1);
  useLook({ lang, theme, motion }, `${words('presenter.title')} · ${words('about.title')}`);
  const steps = tour?.steps.length ?? 0;
  useTurning(steps, ask);
  const step = tour?.step ?? 0;
  const now = tour?.steps[step - 1];
  const next = tour?.steps[step];
  const state = lost ? 'lost' : shown ? 'none' : 'waiting';
  return (
    <div className="presenter">
      <header>
        <p>{tour ? `${tour.title} · ${words('tour.place', { step, steps })}` : words('presenter.title')}</p>
        <Clocks lang={lang} step={step} />
      </header>
      <p className="unheard" role="status">
        {lost || !tour ? words(`presenter.${state}`) : ''}
      </p>
      <main>
        <section aria-labelledby="presenter-now">
          <h1 id="presenter-now">{now?.title ?? words('presenter.title')}</h1>
          <h2>{words('presenter.notes')}</h2>
          <p className="notes" style={{ fontSize: `${SIZES[size]}rem` }}>
            {now ? (now.notes ?? words('presenter.noNotes')) : ''}
          </p>
        </section>
        <aside aria-label={words('presenter.aside')}>
          <h2>{words('presenter.onScreen')}</h2>
          <p>{now?.text}</p>
          <h2>{words('presenter.next')}</h2>
          <h3>{tour ? (next?.title ?? words('presenter.last')) : ''}</h3>
          <p className="second">{next?.text}</p>
        </aside>
      </main>
      <footer>
        <button
          type="button"
          className="turn"
          disabled={step <= 1}
          onClick={() => ask({ type: 'move', by: -1 })}
        >
          <Icon name="back" />
          {words('tour.back')}
        </button>
        <button type="button" className="turn" disabled={!next} onClick={() => ask({ type: 'move', by: 1 })}>
          {words('tour.next')}
          <Icon name="next" />
        </button>
        <button
          type="button"
          className="plain"
          disabled={!shown}
          onClick={() => ask({ type: 'play', playing: !playing })}
        >
          {words(playing ? 'timeline.pause' : 'timeline.play')}
        </button>
        <label>
          <span className="unseen">{words('tour.scrub')}</span>
          <select
            value={step}
            disabled={!tour}
            onChange={({ target }) => ask({ type: 'go', step: Number(target.value) })}
          >
            {tour?.steps.map(({ title }, i) => (
              <option key={title} value={i + 1}>
                {`${i + 1}. ${title}`}
              </option>
            ))}
          </select>
        </label>
        <span className="sizes">
          {([-1, 1] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="tool"
              aria-label={words(by < 0 ? 'presenter.smaller' : 'presenter.larger')}
              disabled={SIZES[size + by] === undefined}
              onClick={() => setSize(size + by)}
            >
              <Icon name={by < 0 ? 'less' : 'more'} />
            </button>
          ))}
        </span>
        <p className="second">{words('presenter.keys')}</p>
      </footer>
    </div>
  );
}
