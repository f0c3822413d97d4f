import '../../state/laterWords.ts';
import { useEffect, useRef, useState } from 'react';
import {
  type Answer,
  type Explorer,
  type SearchProgress,
  useRainier,
  useSession,
} from '../../state/session.tsx';
import { notify } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import type { Change } from '../scenario/file.ts';
import { useFormat } from '../useFormat.ts';
import { LayoutList } from './LayoutList.tsx';
import { type Mark, marksOf } from './marks.ts';
import { ParetoPlot } from './ParetoPlot.tsx';
import './search.css';

interface Run {
  readonly progress: SearchProgress | null;
  readonly answer: Answer | null;
  /** Stops it; null when it is over. */
  readonly stop: AbortController | null;
}

/** Searches the layouts that the scenario leaves open, shows them as they are found, and takes the one that is chosen. */
export function SearchPanel({ attempt }: { attempt: (change: Change) => void }) {
  const words = useWords();
  const format = useFormat();
  const session = useSession();
  const capacity = useRainier((state) => state.resolved.cluster.chip.memory);
  const [run, setRun] = useState<Run | null>(null);
  const explorer = useRef<Explorer | null>(null);
  const stopping = run?.stop ?? null;
  useEffect(() => () => stopping?.abort(), [stopping]);

  const start = async (): Promise<void> => {
    const stop = new AbortController();
    setRun({ progress: null, answer: null, stop });
    try {
      explorer.current = await session.explorer();
      const { scenario } = session.store.getState();
      const answer = await explorer.current.search(scenario, stop.signal, (progress) =>
        setRun((now) => (now?.stop === stop ? { ...now, progress } : now)),
      );
      setRun({ progress: null, answer, stop: null });
    } catch (error) {
      const stopped = (error as Error).name === 'AbortError';
      // What was found before it was stopped can be used.
      setRun((now) => (now?.stop !== stop ? now : stopped && now.progress ? { ...now, stop: null } : null));
      if (!stopped) notify(session.store, (error as Error).message);
    }
  };
  const use = (mark: Mark): void => {
    const loaded = explorer.current;
    if (loaded) attempt((scenario) => loaded.withLayout(scenario, mark.layout));
  };

  const marks = marksOf(words, run?.progress ?? null, run?.answer ?? null);
  const looked = run?.answer?.counts.enumerated ?? run?.progress?.looked ?? 0;
  const done = run?.progress?.done ?? 0;
  return (
    <section className="search" aria-label={words('search.label')}>
      <h3 id="search">{words('search.label')}</h3>
      <p className="second">{words('search.explain')}</p>
      {run?.stop ? (
        <button type="button" className="plain" onClick={() => run.stop?.abort()}>
          {words('search.cancel')}
        </button>
      ) : (
        <button type="button" className="plain" onClick={() => void start()}>
          {words('search.start')}
        </button>
      )}
      {run?.stop ? <progress value={done} max={1} aria-label={words('search.label')} /> : null}
      {run ? (
        <p className="second" role="status">
          {done === 1 && run.stop
            ? words('search.playing')
            : words('search.done', { count: format.count(looked) })}
        </p>
      ) : null}
      {marks.front.length > 0 ? (
        <ParetoPlot marks={marks.front} capacity={capacity} onUse={run?.stop ? null : use} />
      ) : null}
      {run?.answer?.ranked[0]?.fits === false ? <p className="fault">{words('search.none')}</p> : null}
      {run?.answer?.note ? <p className="second">{words('search.faults')}</p> : null}
      {marks.best.length > 0 ? <LayoutList marks={marks.best} onUse={run?.stop ? null : use} /> : null}
    </section>
  );
}
