import { describe, expect, it } from 'vitest';
import { cameBack, type Left } from '../../src/host/again.ts';

const state = {
  scenario: { model: 'llama-3.1-8b', training: { sequence: 4096 } },
  theme: 'dark',
  time: { seconds: 0.5, playing: false, speed: 0.1 },
} as unknown as Left['state'];
const left = (pairs: Record<string, string>): Left => ({
  state,
  pairs: new Map(Object.entries(pairs)),
  src: null,
});
const back = (before: Record<string, string>, now: Record<string, string>) =>
  cameBack(left(before), new Map(Object.entries(now)));

describe('an element that comes back', () => {
  it('shows what it showed, where its attributes say the same', () => {
    expect(back({ theme: 'light' }, { theme: 'light' })).toEqual({ state, query: '' });
  });

  it('shows attributes that have changed or come over what it showed', () => {
    expect(back({ theme: 'dark' }, { theme: 'light', at: 'b1/h1' })).toEqual({
      state,
      query: 'theme=light&at=b1%2Fh1',
    });
  });

  it('leaves the old scenario where attributes give another', () => {
    const { scenario: _, ...rest } = state;
    const now = { 'training.globalBatch': '32', theme: 'light' };
    expect(back({ 'training.globalBatch': '64', theme: 'light' }, now)).toEqual({ state: rest, query: '' });
  });

  it('takes fields back to their defaults that were taken back before', () => {
    const pairs = { cluster: 'ultraserver', 'training.sequence': '2048', 'training.globalBatch': '64' };
    expect(back(pairs, pairs)?.state).toEqual({
      ...state,
      scenario: {
        model: 'llama-3.1-8b',
        cluster: null,
        training: { sequence: 4096, globalBatch: null },
      },
    });
  });

  it('begins anew where an attribute was taken away', () => {
    expect(back({ theme: 'dark' }, {})).toBeNull();
  });
});
