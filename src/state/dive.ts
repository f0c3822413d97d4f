import { formatAddress } from '../cluster/address.ts';
import type { Session } from './session.tsx';

/** Seconds of the wall: the campus alone, down, there, and back up. */
const CAMPUS = 2.4;
const DOWN = 3.6;
const THERE = 2.2;
const UP = 2.6;

/**
 * What the page does before anybody asks: one dive from the campus to an UltraServer and back. `stop` ends it where it
 * is; so does a journey elsewhere.
 */
export async function dive(
  { store, flyTo }: Pick<Session, 'store' | 'flyTo'>,
  stop: AbortController,
): Promise<void> {
  const { site } = store.getState();
  if (!site) return;
  // A row in the middle of the front hall: seen from the campus, and with neighbours on both sides. Odd rows look west,
  // where the way comes from.
  const row = 2 * Math.floor(site.rows / 6) + 1;
  const target = formatAddress([1, 1, Math.min(site.rows, row), Math.ceil(site.positions / 2)]);
  const { signal } = stop;
  const take = (): void => stop.abort();
  const wait = (seconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 1000 * seconds);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const travel = async (address: string, seconds: number): Promise<void> => {
    if (signal.aborted) return;
    await flyTo(address, { seconds, select: false });
    if (store.getState().view.at !== address) take();
  };
  await wait(CAMPUS);
  await travel(target, DOWN);
  await wait(THERE);
  await travel('', UP);
  take();
}
