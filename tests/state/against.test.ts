import { expect, it } from 'vitest';
import { compareAgainst } from '../../src/state/against.ts';
import { openState } from '../../src/state/initial.ts';
import { createRainierStore } from '../../src/state/store.ts';

const open = () => createRainierStore(openState('', { reducedMotion: false, webgl: false }).state);

it('keeps the step of a link as A', async () => {
  const store = open();
  const asked: unknown[] = [];
  const result = { seconds: 1 } as never;
  const simulator = {
    step: async (scenario: unknown) => {
      asked.push(scenario);
      return result;
    },
  };
  await compareAgainst(store, simulator, { model: 'llama-3.1-70b' });
  const { baseline, notices } = store.getState();
  expect(baseline).toMatchObject({ result, scenario: { model: 'llama-3.1-70b' } });
  expect(asked).toEqual([baseline?.of]);
  expect(baseline?.of.model.layers).toBe(80);
  expect(notices).toEqual([]);
});

it('says what cannot be compared against, and keeps what is there', async () => {
  const store = open();
  const never = { step: () => Promise.reject(new Error('not asked')) };
  await compareAgainst(store, never, { model: 'gpt-17' });
  const { baseline, notices } = store.getState();
  expect(baseline).toBeNull();
  expect(notices.map(({ message }) => message)).toEqual([expect.stringMatching(/^against: model .*gpt-17/)]);
});
