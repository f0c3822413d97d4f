import { useEffect, useMemo, useState } from 'react';
import { type Explorer, useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { limiter } from '../../timeline/limiter.ts';
import { useFormat } from '../useFormat.ts';
import './estimate.css';

/**
 * Step time, MFU and memory of what is asked, at once: by the closed form while the step is simulated, marked as an
 * estimate, and by the simulation when it has answered.
 */
export function EstimateLine() {
  const words = useWords();
  const format = useFormat();
  const session = useSession();
  const [explorer, setExplorer] = useState<Explorer | null>(null);
  const resolved = useRainier((state) => state.resolved);
  const resultOf = useRainier((state) => state.resultOf);
  const summary = useRainier((state) => state.result?.summary);
  useEffect(() => {
    // Without it there are no numbers before the simulation's; nothing else is lost.
    session.explorer().then(setExplorer, () => {});
  }, [session]);
  const known = resultOf === resolved ? summary : undefined;
  const estimate = useMemo(
    () => (known || !explorer ? null : explorer.estimate(resolved)),
    [known, explorer, resolved],
  );
  const told =
    estimate ??
    (known && {
      seconds: known.step.seconds,
      mfu: known.step.mfu,
      memory: known.memory,
      feasible: known.feasible,
      breakdown: known.breakdown,
    });
  if (!told) return null;
  const limit = limiter({ ...told, step: { seconds: told.seconds } });
  const over = told.memory.total > told.memory.capacity;
  return (
    <output className="estimate" data-estimate={estimate !== null}>
      <span>
        {words('results.step')} <b>{format.seconds(told.seconds)}</b>
      </span>
      <span>
        {words('results.mfu')} <b>{format.percent(told.mfu)}</b>
      </span>
      <span className={over ? 'fault' : undefined}>
        {words('search.memory')} <b>{format.memory(told.memory.total)}</b>{' '}
        {words('scenario.memory.of', { capacity: format.memory(told.memory.capacity) })}
      </span>
      <span>
        {words('scenario.limited')}{' '}
        <b>{limit === 'memory' ? words('scenario.memory') : words(`part.${limit}`)}</b>
      </span>
      <i>{estimate ? words('search.estimate') : ''}</i>
    </output>
  );
}
