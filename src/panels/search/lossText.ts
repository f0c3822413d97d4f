import type { Format } from '../../look/format.ts';
import type { Loss } from '../../state/session.tsx';
import type { Words } from '../../state/words.tsx';

/** One sentence: why a layout is not the best one. */
export function lossText(words: Words, format: Format, loss: Loss): string {
  if (loss.kind === 'even') return words('search.even');
  if (loss.kind === 'over')
    return words('search.over', { over: format.memory(loss.bytes), capacity: format.memory(loss.capacity) });
  const { share, most, least } = loss;
  const slower = words('search.slower', {
    share: format.percent(share),
    seconds: format.seconds(most.seconds),
    part: words(`search.part.${most.part}`),
  });
  if (!least) return slower;
  const part = words(`search.part.${least.part}`);
  return words('search.though', { slower, seconds: format.seconds(-least.seconds), part });
}
