import type { AbortSignalLike, Reply, Request, Simulator } from '../sim/protocol.ts';

/** The part of a `Worker` that is used. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  /** Called with what the reply brings; the request knows what it asked for. */
  resolve(reply: Extract<Reply, { type: 'result' | 'detail' }>): void;
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
      if (data.type === 'result' || data.type === 'detail') entry.resolve(data);
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

  /** Posts what `make` says of a new id; settles with the reply. */
  const ask = <T extends 'result' | 'detail'>(
    type: T,
    make: (id: number) => Request,
    signal: AbortSignalLike,
    progress?: (done: number) => void,
  ): Promise<Extract<Reply, { type: T }>> => {
    if (signal.aborted) return Promise.reject(aborted());
    try {
      worker ??= start();
    } catch (error) {
      return Promise.reject(error as Error);
    }
    const serving = worker;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const cancel = (): void => serving.postMessage({ id, type: 'cancel' });
      signal.addEventListener('abort', cancel);
      const done = (): void => signal.removeEventListener('abort', cancel);
      waiting.set(id, {
        resolve: (reply) => {
          done();
          if (reply.type === type) resolve(reply as Extract<Reply, { type: T }>);
          else reject(new Error(`the simulator answered a ${type} with a ${reply.type}`));
        },
        reject: (error) => {
          done();
          reject(error);
        },
        progress,
      });
      serving.postMessage(make(id));
    });
  };

  return {
    async step(scenario, signal, progress) {
      return (await ask('result', (id) => ({ id, type: 'step', scenario }), signal, progress)).result;
    },
    async detail(scenario, request, signal) {
      return (await ask('detail', (id) => ({ id, type: 'detail', scenario, detail: request }), signal))
        .detail;
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
  const serve = async <T>(ask: (simulator: Simulator) => Promise<T>): Promise<T> => {
    if (!second) {
      try {
        return await ask(first);
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        second ??= standIn();
      }
    }
    return ask(await second);
  };
  return {
    step: (scenario, signal, progress) => serve((simulator) => simulator.step(scenario, signal, progress)),
    detail: (scenario, request, signal) => serve((simulator) => simulator.detail(scenario, request, signal)),
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
