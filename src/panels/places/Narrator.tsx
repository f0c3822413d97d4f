import { useEffect, useState } from 'react';
import { parseAddress } from '../../cluster/address.ts';
import { useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { populationAt } from '../usePopulation.ts';
import { createNarration } from './narration.ts';
import { narrationText, twigName } from './wording.ts';

/** Tells a screen reader, now and then, what the place at hand does while the step plays. */
export function Narrator() {
  const words = useWords();
  const { store, clock } = useSession();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const narrate = createNarration();
    return clock.onTick(() => {
      const { job, result, selected, view, settings } = store.getState();
      if (!job || !result) return;
      const at = selected ?? view.at;
      const next = narrate(settings.narration, clock, performance.now(), () =>
        narrationText(
          words,
          twigName(words, parseAddress(at) ?? []),
          result.timeline,
          populationAt(job, at),
          clock.seconds,
        ),
      );
      if (next !== null) setSaid(next);
    });
  }, [words, store, clock]);
  return (
    <p className="unseen narration" role="status">
      {said}
    </p>
  );
}
