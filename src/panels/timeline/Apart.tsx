import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { usePlayhead } from '../usePlayhead.ts';
import type { Stretch } from './rows.ts';

/** How far the playhead is from a stretch that it is not in, and a way there; nothing while it is inside. */
export function Apart({ of: { from, to } }: { readonly of: Stretch }) {
  const words = useWords();
  const format = useFormat();
  const clock = usePlayhead();
  const { seconds } = clock;
  if (seconds >= from && seconds <= to) return null;
  return (
    <span className="apart">
      {seconds < from
        ? words('timeline.before', { time: format.seconds(from - seconds) })
        : words('timeline.after', { time: format.seconds(seconds - to) })}{' '}
      <button type="button" className="plain small" onClick={() => clock.seek(from)}>
        {words('timeline.goThere')}
      </button>
    </span>
  );
}
