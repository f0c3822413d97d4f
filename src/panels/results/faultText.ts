import type { Format } from '../../look/format.ts';
import type { Words } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';

/** Who stands still and who waits for whom. */
export function faultText(words: Words, format: Format, faults: NonNullable<Summary['faults']>): string {
  const { replicas, stopped, waiting, healthy } = faults;
  const all = format.count(replicas + stopped);
  const told: string[] = [];
  if (stopped === 1) told.push(words('faults.stopped.one', { all }));
  else if (stopped > 1) told.push(words('faults.stopped', { still: format.count(stopped), all }));
  if (stopped > 0)
    told.push(words('faults.fewer', { share: format.percent(stopped / (replicas + stopped)) }));
  if (waiting > 0)
    told.push(words(healthy ? 'faults.waiting' : 'faults.pace', { waiting: format.seconds(waiting) }));
  return told.length > 0 ? told.join('. ') : words('faults.none');
}
