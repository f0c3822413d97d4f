import type { Scenario } from '../../scenario/scenario.ts';
import type { AbortSignalLike, Answer, SearchProgress } from '../protocol.ts';
import { type Kept, merge } from './kept.ts';
import type { Partial, Shard } from './search.ts';

/** A thread that can search, or the page's own in slices. */
export interface Searcher {
  /** Searches a part; tells now and then what it has. */
  search(asked: Scenario, shard: Shard, tell: (partial: Partial) => void): Promise<Kept>;
  /** Puts the answer into words and plays the best. */
  answer(asked: Scenario, kept: Kept): Promise<Answer>;
  dispose(): void;
}

/**
 * One search shared out over threads: thread i takes every nth unit. The answer is the same for any number of
 * threads. When `signal` aborts, the threads are disposed of and an `AbortError` is thrown.
 */
export async function searchShared(
  asked: Scenario,
  searchers: readonly Searcher[],
  signal: AbortSignalLike,
  progress: (progress: SearchProgress) => void,
): Promise<Answer> {
  const partials = new Array<Partial | null>(searchers.length).fill(null);
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(Object.assign(new Error('cancelled'), { name: 'AbortError' }));
  });
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const of = searchers.length;
    const parts = searchers.map((searcher, index) =>
      searcher.search(asked, { index, of }, (partial) => {
        partials[index] = partial;
        if (!signal.aborted) progress(together(partials));
      }),
    );
    const kept = merge(await Promise.race([Promise.all(parts), stopped]));
    return await Promise.race([searchers[0].answer(asked, kept), stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
    for (const searcher of searchers) searcher.dispose();
  }
}

function together(partials: readonly (Partial | null)[]): SearchProgress {
  const present = partials.filter((partial) => partial !== null);
  const { fastest, front, counts } = merge(present.map(({ kept }) => kept));
  const done = present.reduce((sum, partial) => sum + partial.done, 0) / partials.length;
  return { done, looked: counts.enumerated, fastest, front };
}
