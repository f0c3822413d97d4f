import { lazy, Suspense } from 'react';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';

const Comparison = lazy(async () => ({ default: (await import('./Comparison.tsx')).Comparison }));

/** Keeps the result on the screen as A, and holds later ones against it. */
export function Baseline() {
  const words = useWords();
  const { store } = useSession();
  const baseline = useRainier((state) => state.baseline);
  const result = useRainier((state) => state.result);
  const of = useRainier((state) => state.resultOf);
  // While another step is being simulated, what is on the screen has no scenario any more.
  const scenario = useRainier((state) => (state.resolved === state.resultOf ? state.scenario : null));
  if (!result || !of) return null;
  return (
    <div id="baseline" className="baseline">
      <p className="choices">
        <button
          type="button"
          className="plain"
          disabled={baseline?.result === result || !scenario}
          onClick={() => scenario && store.setState({ baseline: { result, of, scenario } })}
        >
          {words(baseline ? 'compare.keep.again' : 'compare.keep')}
        </button>
        {baseline ? (
          <button type="button" className="plain" onClick={() => store.setState({ baseline: null })}>
            {words('compare.drop')}
          </button>
        ) : null}
      </p>
      {baseline?.result === result ? <p className="second">{words('compare.kept')}</p> : null}
      {baseline && baseline.result !== result ? (
        <Suspense>
          <Comparison a={baseline.result} b={result} />
        </Suspense>
      ) : null}
    </div>
  );
}
