import '../../state/laterWords.ts';
import { useSyncExternalStore } from 'react';
import { followsHops, WINDOW } from '../../state/pace.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';

/** Over how much simulated time the light near by is a mean, and whether links go hop by hop. */
export function Pace() {
  const words = useWords();
  const format = useFormat();
  const { clock } = useSession();
  const speed = useSyncExternalStore(clock.onTick, () => clock.speed);
  const timeline = useRainier((state) => state.result?.timeline);
  const work = useRainier((state) => state.layer === 'work');
  if (!timeline || !work) return null;
  const window = format.seconds(WINDOW * speed);
  return (
    <p className="second">
      {words(followsHops(timeline, speed) ? 'torus.pace.hops' : 'torus.pace.mean', { window })}
    </p>
  );
}
