import { describe, expect, it } from 'vitest';
import type { ResolvedScenario } from '../../src/scenario/scenario.ts';
import type { Reply, Request, StepResult } from '../../src/sim/protocol.ts';
import { createWorkerSimulator, type WorkerLike } from '../../src/state/simulator.ts';

const scenario = {} as ResolvedScenario;

function fakeWorker() {
  const sent: Request[] = [];
  let made = 0;
  const worker: WorkerLike & { terminated: boolean } = {
    terminated: false,
    postMessage: (message) => void sent.push(message),
    terminate() {
      this.terminated = true;
    },
    onmessage: null,
    onerror: null,
  };
  const reply = (data: Reply) => worker.onmessage?.({ data } as MessageEvent<Reply>);
  const make = () => {
    made += 1;
    return worker;
  };
  return { sent, worker, reply, make, made: () => made };
}

describe('the simulator client', () => {
  it('resolves with the result of its own request', async () => {
    const { sent, reply, make } = fakeWorker();
    const simulator = createWorkerSimulator(make);
    const first = simulator.step(scenario, new AbortController().signal);
    const second = simulator.step(scenario, new AbortController().signal);
    const results = [{ summary: 1 }, { summary: 2 }] as unknown as StepResult[];
    reply({ id: sent[1].id, type: 'result', result: results[1] });
    reply({ id: sent[0].id, type: 'result', result: results[0] });
    expect(await first).toBe(results[0]);
    expect(await second).toBe(results[1]);
  });

  it('cancels by name and settles as aborted', async () => {
    const { sent, reply, make } = fakeWorker();
    const abort = new AbortController();
    const asked = createWorkerSimulator(make).step(scenario, abort.signal);
    abort.abort();
    expect(sent.map((r) => r.type)).toEqual(['step', 'cancel']);
    expect(sent[1].id).toBe(sent[0].id);
    reply({ id: sent[0].id, type: 'cancelled' });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('passes errors on as sentences and progress as a share', async () => {
    const { sent, reply, make } = fakeWorker();
    const shares: number[] = [];
    const asked = createWorkerSimulator(make).step(scenario, new AbortController().signal, (d) =>
      shares.push(d),
    );
    reply({ id: sent[0].id, type: 'progress', done: 0.5 });
    reply({ id: sent[0].id, type: 'error', message: 'tensor must divide heads (128): 48' });
    await expect(asked).rejects.toThrow('tensor must divide heads (128): 48');
    expect(shares).toEqual([0.5]);
  });

  it('settles everything when the worker dies, and starts another for the next request', async () => {
    const { worker, make, made } = fakeWorker();
    const simulator = createWorkerSimulator(make);
    const asked = simulator.step(scenario, new AbortController().signal);
    worker.onerror?.({ message: 'boom' } as ErrorEvent);
    await expect(asked).rejects.toThrow('the simulator stopped: boom');
    void simulator.step(scenario, new AbortController().signal).catch(() => {});
    expect(made()).toBe(2);
    simulator.dispose();
  });
});
