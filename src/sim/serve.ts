import type { ResolvedScenario } from '../scenario/scenario.ts';
import type { DetailRequest } from '../timeline/detail.ts';
import { transferables } from '../timeline/encode.ts';
import type { Reply, Request, Simulator } from './protocol.ts';
import { aborted, stepSlices } from './step.ts';

/** Sends a reply; `moved` are the buffers that go along without a copy. */
export type Post = (reply: Reply, moved: ArrayBuffer[]) => void;

/** Lets whatever is waiting (a cancel, a frame) go first; resolves when the next slice may run. */
export type Pause = () => Promise<void>;

/**
 * The simulator behind messages: give it each request, it posts progress and one result, error or cancelled for each.
 * A newer step takes the place of an older one, which is cancelled: a slider dragged fast never queues work.
 */
export function serve(post: Post, pause: Pause): (request: Request) => void {
  let current = -1;
  const run = async (id: number, scenario: ResolvedScenario) => {
    try {
      // Requests that came together are all read before the first of them runs.
      await pause();
      const slices = stepSlices(scenario);
      while (current === id) {
        const slice = slices.next();
        if (slice.done) {
          current = -1;
          post({ id, type: 'result', result: slice.value }, transferables(slice.value.timeline));
          return;
        }
        post({ id, type: 'progress', done: slice.value }, []);
        await pause();
      }
      post({ id, type: 'cancelled' }, []);
    } catch (error) {
      if (current === id) current = -1;
      post({ id, type: 'error', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
  // Details are short work: what waits behind one is a newer one at most.
  let wanted = -1;
  const lookInto = async (id: number, scenario: ResolvedScenario, request: DetailRequest) => {
    try {
      await pause();
      const { detailOf } = await import('./detail/detail.ts');
      if (wanted !== id) {
        post({ id, type: 'cancelled' }, []);
        return;
      }
      const detail = detailOf(scenario, request);
      post({ id, type: 'detail', detail }, transferables(detail.timeline));
    } catch (error) {
      post({ id, type: 'error', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
  return (request) => {
    if (request.type === 'detail') {
      wanted = request.id;
      void lookInto(request.id, request.scenario, request.detail);
    } else if (request.type === 'step') {
      current = request.id;
      void run(request.id, request.scenario);
    } else {
      if (request.id === current) current = -1;
      if (request.id === wanted) wanted = -1;
    }
  };
}

/** The same on the thread that asks, in slices, for where workers are refused. */
export function createSlicedSimulator(pause: Pause): Simulator {
  let current: symbol | null = null;
  return {
    async step(scenario, signal, progress) {
      const own = Symbol();
      current = own;
      const slices = stepSlices(scenario);
      for (;;) {
        await pause();
        if (signal.aborted || current !== own) throw aborted();
        const slice = slices.next();
        if (slice.done) return slice.value;
        progress?.(slice.value);
      }
    },
    async detail(scenario, request, signal) {
      await pause();
      const { detailOf } = await import('./detail/detail.ts');
      if (signal.aborted) throw aborted();
      return detailOf(scenario, request);
    },
    dispose() {
      current = null;
    },
  };
}
