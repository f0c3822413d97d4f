import { resolveScenario } from './scenario/resolve.ts';
import type { ResolvedScenario, Scenario } from './scenario/scenario.ts';
import type { SearcherRequest } from './searcher.ts';
import type { AbortSignalLike, Answer, Explorer, ScalePoint, Simulator } from './sim/protocol.ts';
import { answer } from './sim/search/answer.ts';
import { estimate } from './sim/search/explain.ts';
import type { Kept } from './sim/search/kept.ts';
import { withLayout } from './sim/search/layout.ts';
import { type Searcher, searchShared } from './sim/search/pool.ts';
import { scalingPoints } from './sim/search/scaling.ts';
import { type Partial, searchSlices } from './sim/search/search.ts';

type SearcherReply =
  | { readonly type: 'partial'; readonly partial: Partial }
  | { readonly type: 'kept'; readonly kept: Kept }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'scaling'; readonly points: readonly ScalePoint[] }
  | { readonly type: 'error'; readonly message: string };

/** More threads than this gain nothing: a search is over in seconds. */
const MOST_THREADS = 8;

/** Searches on threads of its own, one for each core; estimates at once. `startSearcher` may throw. */
export function createExplorer(startSearcher: () => Worker): Explorer {
  const startWorker = (): Worker => {
    try {
      return startSearcher();
    } catch (error) {
      throw new ThreadLost((error as Error).message);
    }
  };
  /** Not the page's simulator: a newer step would take the place of the one on the screen. */
  let beside: Promise<Simulator> | null = null;
  return {
    async search(asked, signal, progress) {
      const threads = Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency || 1));
      try {
        const searchers = Array.from({ length: threads }, () => createThread(startWorker()));
        return await searchShared(asked, searchers, signal, progress);
      } catch (error) {
        if (!(error instanceof ThreadLost)) throw error;
        // A sandboxed frame refuses workers: the page's own thread, in slices.
        return await searchShared(asked, [createSliced(() => signal.aborted)], signal, progress);
      }
    },
    estimate(scenario) {
      return scenario.faults.length > 0 ? null : estimate(scenario);
    },
    async simulate(scenario) {
      beside ??= import('./standin.ts').then(({ createStandIn }) => createStandIn());
      const { summary } = await (await beside).step(resolveScenario(scenario), new AbortController().signal);
      return summary;
    },
    async scaling(scenario, signal) {
      try {
        return await scaleOnThread(startWorker, scenario, signal);
      } catch (error) {
        if (!(error instanceof ThreadLost)) throw error;
        return await scaleInSlices(scenario, signal);
      }
    },
    withLayout: (asked, layout) => withLayout(asked, resolveScenario(asked), layout),
  };
}

class ThreadLost extends Error {}

function aborted(): Error {
  return Object.assign(new Error('cancelled'), { name: 'AbortError' });
}

/** A thread that is ended with the signal. */
async function scaleOnThread(
  startWorker: () => Worker,
  scenario: ResolvedScenario,
  signal: AbortSignalLike,
): Promise<readonly ScalePoint[]> {
  if (signal.aborted) throw aborted();
  const worker = startWorker();
  let cancel = () => {};
  try {
    return await new Promise((resolve, reject) => {
      cancel = () => reject(aborted());
      signal.addEventListener('abort', cancel);
      worker.onmessage = ({ data }: MessageEvent<SearcherReply>) => {
        if (data.type === 'scaling') resolve(data.points);
        else if (data.type === 'error') reject(new Error(data.message));
      };
      worker.onerror = (event) => reject(new ThreadLost(event.message));
      const request: SearcherRequest = { type: 'scaling', scenario };
      worker.postMessage(request);
    });
  } finally {
    signal.removeEventListener('abort', cancel);
    worker.terminate();
  }
}

async function scaleInSlices(
  scenario: ResolvedScenario,
  signal: AbortSignalLike,
): Promise<readonly ScalePoint[]> {
  const points: ScalePoint[] = [];
  for (const point of scalingPoints(scenario)) {
    points.push(point);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) throw aborted();
  }
  return points;
}

function createThread(worker: Worker): Searcher {
  const ask = <T>(request: SearcherRequest, take: (reply: SearcherReply) => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<SearcherReply>) => {
        if (data.type === 'error') reject(new Error(data.message));
        const taken = take(data);
        if (taken !== undefined) resolve(taken);
      };
      worker.onerror = (event) => reject(new ThreadLost(event.message));
      worker.postMessage(request);
    });
  return {
    search: (asked, shard, tell) =>
      ask({ type: 'search', asked, shard }, (reply) => {
        if (reply.type === 'partial') tell(reply.partial);
        return reply.type === 'kept' ? reply.kept : undefined;
      }),
    answer: (asked, kept) =>
      ask({ type: 'answer', asked, kept }, (reply) => (reply.type === 'answer' ? reply.answer : undefined)),
    dispose: () => worker.terminate(),
  };
}

/** The same on the page's own thread; a frame passes between slices. */
function createSliced(cancelled: () => boolean): Searcher {
  const frame = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    async search(asked: Scenario, shard, tell) {
      const slices = searchSlices(asked, { shard });
      let slice = slices.next();
      for (; !slice.done && !cancelled(); slice = slices.next()) {
        tell(slice.value);
        await frame();
      }
      return slice.done ? slice.value : slice.value.kept;
    },
    answer: async (asked, kept) => answer(asked, kept, false),
    dispose() {},
  };
}
