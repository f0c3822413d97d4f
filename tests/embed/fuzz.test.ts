import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAnswering } from '../../src/embed/answer.ts';
import { readCall } from '../../src/embed/calls.ts';
import type { Reply } from '../../src/embed/protocol.ts';
import { addressed } from '../../src/embed/weigh.ts';
import { openState } from '../../src/state/initial.ts';
import { writeQuery } from '../../src/state/query.ts';
import { visitAt } from '../state/visitAt.ts';
import { messages, queries } from './messages.ts';

const RUNS = 10_000;

it(`changes nothing for ${RUNS} messages but by those that are calls, answers each that can be answered, and never throws`, async () => {
  const { api, visit, scenario } = visitAt('?cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64');
  await visit.applyScenario(scenario);
  const replies: Reply[] = [];
  let now = 0;
  const answer = createAnswering({
    api: { ...api, ready: Promise.resolve() },
    suspend: () => {},
    post: (message) => replies.push(message),
    // A host so slow that every message is read.
    now: () => now,
  });
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      now += 1000;
      replies.length = 0;
      const before = JSON.stringify(api.getState());
      answer(message);
      await new Promise(setImmediate);
      const after = JSON.stringify(api.getState());
      const spoken = addressed(message);
      const read = spoken && readCall(spoken);
      const isCall = read !== undefined && 'call' in read;
      if (isCall) calls += 1;
      else expect(after).toBe(before);
      // What was refused in the end has changed nothing on its way.
      if (replies.some(({ type }) => type === 'error')) expect(after).toBe(before);
      if (!spoken) expect(replies).toEqual([]);
      for (const reply of replies) if ('id' in reply) expect(reply.id).toBe((message as { id: unknown }).id);
    }),
    { numRuns: RUNS, seed: 7 },
  );
  // The test would say nothing if none of them were calls.
  expect(calls).toBeGreaterThan(20);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  replies.length = 0;
  now += 10_000;
  answer({ ns: 'rainier', v: 1, id: 'last', type: 'seek', seconds: 0.25 });
  await new Promise(setImmediate);
  expect(replies.at(-1)).toMatchObject({ type: 'result', id: 'last' });
  expect(api.getState().time.seconds).toBe(0.25);
});

it('reads no more of a flood than its rate, and is there again after it', async () => {
  const { api, visit, scenario } = visitAt('?cluster=ultraserver&model=llama-3.1-8b');
  await visit.applyScenario(scenario);
  const replies: Reply[] = [];
  let now = 0;
  const answer = createAnswering({
    api: { ...api, ready: Promise.resolve() },
    suspend: () => {},
    post: (message) => replies.push(message),
    now: () => now,
  });
  for (let i = 0; i < RUNS; i++) answer({ ns: 'rainier', v: 1, id: i, type: 'seek', seconds: 0.1 });
  await new Promise(setImmediate);
  expect(replies.length).toBeLessThan(500);
  now += 5000;
  replies.length = 0;
  answer({ ns: 'rainier', v: 1, id: 'after', type: 'getState' });
  await new Promise(setImmediate);
  expect(replies).toHaveLength(1);
});

it(`opens a page for ${RUNS} addresses, says of each key what is wrong with it, and writes back one that opens the same`, () => {
  const surroundings = { reducedMotion: false, webgl: true };
  const clock = { seconds: 0, playing: false, speed: 0.1 };
  fc.assert(
    fc.property(queries, (search) => {
      const { state, query } = openState(search, surroundings);
      for (const problem of query.problems) expect(problem).toMatch(/\S/);
      const written = writeQuery(state, clock);
      const again = openState(written, surroundings);
      expect(again.query.problems).toEqual([]);
      expect(again.state.view).toEqual(state.view);
      expect(again.state.resolved).toEqual(state.resolved);
      expect(writeQuery(again.state, clock)).toBe(written);
    }),
    { numRuns: RUNS, seed: 7 },
  );
});
