import type { Format } from '../../look/format.ts';
import type { Summary } from '../../timeline/summary.ts';

/** What the words of a tour may name in braces: numbers of the step on screen. */
export function holesOf({ step, parallel, breakdown }: Summary, format: Format): Record<string, string> {
  const share = (seconds: number): string => format.percent(seconds / step.seconds);
  const ranks = (name: string): number => Number(parallel[name] ?? 1);
  const chips = ranks('tensor') * ranks('context') * ranks('pipeline') * ranks('data');
  return {
    seconds: format.seconds(step.seconds),
    tokens: format.words(step.tokens),
    mfu: format.percent(step.mfu),
    chips: format.count(chips),
    data: format.count(ranks('data')),
    pipeline: format.count(ranks('pipeline')),
    tensorChips: format.count(ranks('tensor')),
    compute: share(breakdown.compute),
    bubble: share(breakdown.bubble),
    tensor: share(breakdown.tensor),
    expert: share(breakdown.expert),
    exchange: share(breakdown.data),
    optimizer: share(breakdown.optimizer),
  };
}
