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
    const made = makeWorker();
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
      const error = new Error(`the simulator stopped: ${event.message || 'it could not be loaded'}`);
      for (const entry of waiting.values()) entry.reject(error);
      waiting.clear();
    };
    return made;
  };

  return {
    step(scenario, signal: AbortSignalLike, progress) {
      if (signal.aborted) return Promise.reject(aborted());
      worker ??= start();
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

export function aborted(): Error {
  const error = new Error('cancelled');
  error.name = 'AbortError';
  return error;
}
