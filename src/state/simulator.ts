import type { AbortSignalLike, Reply, Request, Simulator, StepResult } from '../sim/protocol.ts';

/** The part of a `Worker` that is used. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  resolve(result: StepResult): void;
  reject(error: Error): void;
  progress?: (done: number) => void;
}

/** Speaks sim/protocol.ts with a worker. Every promise settles: with a result, the worker's sentence, or an
 *  'AbortError'; when the worker itself dies, all that wait are rejected and a new worker serves the next. */
export function createWorkerSimulator(makeWorker: () => WorkerLike): Simulator {
  let worker: WorkerLike | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const start = (): WorkerLike => {
    let made: WorkerLike;
    try {
      made = makeWorker();
    } catch (error) {
      throw new WorkerLost((error as Error).message);
    }
    made.onmessage = ({ data }) => {
      const entry = waiting.get(data.id);
      if (!entry) return;
      if (data.type === 'progress') {
        entry.progress?.(data.done);
        return;
      }
      waiting.delete(data.id);
      if (data.type === 'result') entry.resolve(data.result);
      else if (data.type === 'error') entry.reject(new Error(data.message));
      else entry.reject(aborted());
    };
    made.onerror = (event) => {
      made.terminate();
      worker = null;
      const error = new WorkerLost(event.message);
      for (const entry of waiting.values()) entry.reject(error);
      waiting.clear();
    };
    return made;
  };

  return {
    step(scenario, signal: AbortSignalLike, progress) {
      if (signal.aborted) return Promise.reject(aborted());
      try {
        worker ??= start();
      } catch (error) {
        return Promise.reject(error as Error);
      }
      const serving = worker;
      lastId += 1;
      const id = lastId;
      return new Promise<StepResult>((resolve, reject) => {
        const cancel = (): void => serving.postMessage({ id, type: 'cancel' });
        signal.addEventListener('abort', cancel);
        const done = (): void => signal.removeEventListener('abort', cancel);
        waiting.set(id, {
          resolve: (result) => {
            done();
            resolve(result);
          },
          reject: (error) => {
            done();
            reject(error);
          },
          progress,
        });
        serving.postMessage({ id, type: 'step', scenario });
      });
    },
    dispose() {
      worker?.terminate();
      worker = null;
      for (const entry of waiting.values()) entry.reject(aborted());
      waiting.clear();
    },
  };
}

/** The worker could not be started, or stopped by itself. */
export class WorkerLost extends Error {
  constructor(why: string) {
    super(`the simulator stopped: ${why || 'it could not be loaded'}`);
  }
}

/** Serves by `first`, and once its worker is lost (a sandboxed frame refuses workers) by the stand-in. */
export function withStandIn(first: Simulator, standIn: () => Promise<Simulator>): Simulator {
  let second: Promise<Simulator> | null = null;
  return {
    async step(scenario, signal, progress) {
      if (!second) {
        try {
          return await first.step(scenario, signal, progress);
        } catch (error) {
          if (!(error instanceof WorkerLost)) throw error;
          second ??= standIn();
        }
      }
      return (await second).step(scenario, signal, progress);
    },
    dispose() {
      first.dispose();
      void second?.then((simulator) => simulator.dispose());
    },
  };
}

export function aborted(): Error {
  const error = new Error('cancelled');
  error.name = 'AbortError';
  return error;
}
