import { expect, it } from 'vitest';
import type { Reply } from '../../src/sim/protocol.ts';
import { createSlicedSimulator, serve } from '../../src/sim/serve.ts';
import { scenarioWith } from './scenario.ts';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

function server() {
  const replies: Reply[] = [];
  const moved: ArrayBuffer[][] = [];
  const handle = serve((reply, buffers) => {
    replies.push(reply);
    moved.push(buffers);
  }, pause);
  const settled = async (count: number) => {
    while (replies.filter((reply) => reply.type !== 'progress').length < count) await pause();
    return replies.filter((reply) => reply.type !== 'progress');
  };
  return { handle, replies, moved, settled };
}

it('answers a step with progress that never goes back, and a result whose buffers move', async () => {
  const { handle, replies, moved, settled } = server();
  handle({ id: 1, type: 'step', scenario: scenarioWith() });
  const [result] = await settled(1);
  expect(result).toMatchObject({ id: 1, type: 'result' });
  const progress = replies.flatMap((reply) => (reply.type === 'progress' ? [reply.done] : []));
  expect(progress.length).toBeGreaterThan(0);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(moved.at(-1)!.length).toBeGreaterThan(0);
  const { timeline } = (result as Extract<Reply, { type: 'result' }>).result;
  expect(moved.at(-1)).toContain(timeline.start.buffer);
});

it('cancels older steps when newer ones come, and answers each once', async () => {
  const { handle, settled } = server();
  for (let id = 1; id <= 4; id++) handle({ id, type: 'step', scenario: scenarioWith() });
  const replies = await settled(4);
  expect(replies.map(({ id, type }) => `${id} ${type}`).sort()).toEqual([
    ...['1 cancelled', '2 cancelled', '3 cancelled', '4 result'],
  ]);
});

it('cancels on request, and ignores a cancel for what is done', async () => {
  const { handle, settled } = server();
  handle({ id: 7, type: 'step', scenario: scenarioWith() });
  handle({ id: 7, type: 'cancel' });
  expect(await settled(1)).toEqual([{ id: 7, type: 'cancelled' }]);
  handle({ id: 7, type: 'cancel' });
  handle({ id: 8, type: 'step', scenario: scenarioWith() });
  expect((await settled(2))[1]).toMatchObject({ id: 8, type: 'result' });
});

it('sends errors as data', async () => {
  const { handle, settled } = server();
  handle({ id: 1, type: 'step', scenario: scenarioWith({ parallel: { tensor: 48 } }) });
  expect(await settled(1)).toEqual([
    { id: 1, type: 'error', message: 'parallel.tensor must divide heads (128): 48' },
  ]);
});

it('runs on the asking thread in slices, and rejects when aborted or overtaken', async () => {
  const simulator = createSlicedSimulator(pause);
  const never = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
  const first = simulator.step(scenarioWith(), never);
  const second = simulator.step(scenarioWith(), never);
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect((await second).summary.feasible).toBe(true);
  await expect(simulator.step(scenarioWith(), { ...never, aborted: true })).rejects.toMatchObject({
    name: 'AbortError',
  });
});
