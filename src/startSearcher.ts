/** A thread that searches layouts, loaded by address. In a file of its own, so that the page does not count on it before
 *  anybody searches. */
export function startSearcher(): Worker {
  return new Worker(new URL('./searcher.ts', import.meta.url), { type: 'module' });
}
