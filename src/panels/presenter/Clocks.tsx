import { useEffect, useReducer, useState } from 'react';
import type { Language } from '../../state/store.ts';
import { useWordsIn } from '../../state/words.tsx';

/** A stopwatch: milliseconds gathered, and since when it runs (epoch); null where it stands. */
interface Watch {
  readonly gathered: number;
  readonly since: number | null;
}

/** Kept with the entry of the history, so that a reload does not lose it. */
const KEY = 'watch';

const started = (): Watch => ({ gathered: 0, since: Date.now() });
const read = ({ gathered, since }: Watch): number => gathered + (since === null ? 0 : Date.now() - since);

function kept(): Watch {
  const watch = history.state?.[KEY] as Watch | undefined;
  return typeof watch?.gathered === 'number' ? watch : started();
}

/** Milliseconds as 4:05, or 1:04:05. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** How long the talk has taken, and the step at hand; the time of day. */
export function Clocks({ lang, step }: { lang: Language; step: number }) {
  const words = useWordsIn(lang);
  const [, tick] = useReducer((n: number) => n + 1, 0);
  const [watch, setWatch] = useState(kept);
  const [turned, setTurned] = useState(() => Date.now());
  // A new step begins its own time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it hangs on.
  useEffect(() => setTurned(Date.now()), [step]);
  useEffect(() => {
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    try {
      history.replaceState({ ...history.state, [KEY]: watch }, '');
    } catch {
      // Kept until a reload, then.
    }
  }, [watch]);
  const runs = watch.since !== null;
  return (
    <div className="clocks">
      <dl>
        <div>
          <dt>{words('presenter.elapsed')}</dt>
          <dd>
            <span role="timer">{clockText(read(watch))}</span>
          </dd>
        </div>
        <div>
          <dt>{words('presenter.onStep')}</dt>
          <dd>{clockText(Date.now() - turned)}</dd>
        </div>
        <div>
          <dt>{words('presenter.time')}</dt>
          <dd>{new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(new Date())}</dd>
        </div>
      </dl>
      <p>
        <button
          type="button"
          className="plain"
          onClick={() => setWatch({ gathered: read(watch), since: runs ? null : Date.now() })}
        >
          {words(runs ? 'presenter.stop' : 'presenter.start')}
        </button>
        <button type="button" className="plain" onClick={() => setWatch(started())}>
          {words('presenter.reset')}
        </button>
      </p>
    </div>
  );
}
