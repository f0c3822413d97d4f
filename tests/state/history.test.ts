import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/state/history.ts';
import { openState } from '../../src/state/initial.ts';
import { createRainierStore } from '../../src/state/store.ts';

function historyOf() {
  const { state } = openState('', { reducedMotion: false, webgl: true });
  const store = createRainierStore(state);
  let time = 0;
  const asked: unknown[] = [];
  const history = createHistory(
    store,
    async (scenario) => {
      asked.push(scenario);
      store.setState({ scenario });
    },
    () => time,
  );
  const change = (seed: number, after = 1000): void => {
    time += after;
    store.setState({ scenario: { seed } });
  };
  const seed = () => store.getState().scenario.seed;
  return { store, history, change, seed, asked };
}

describe('the history of a visit', () => {
  it('goes back and forth through scenarios', () => {
    const { history, change, seed, asked } = historyOf();
    expect([history.canUndo(), history.canRedo()]).toEqual([false, false]);
    change(1);
    change(2);
    history.undo();
    expect(seed()).toBe(1);
    history.undo();
    expect(seed()).toBeUndefined();
    expect([history.canUndo(), history.canRedo()]).toEqual([false, true]);
    history.redo();
    history.redo();
    expect(seed()).toBe(2);
    expect(asked).toEqual([{ seed: 1 }, {}, { seed: 1 }, { seed: 2 }]);
  });

  it('forgets what was undone when something new is asked', () => {
    const { history, change, seed } = historyOf();
    change(1);
    history.undo();
    change(3);
    expect(history.canRedo()).toBe(false);
    history.undo();
    expect(seed()).toBeUndefined();
  });

  it('takes a dragged slider as one change', () => {
    const { history, change, seed } = historyOf();
    change(1);
    for (let i = 2; i < 9; i++) change(i, i === 2 ? 1000 : 50);
    history.undo();
    expect(seed()).toBe(1);
  });

  it('does not remember a scenario that was refused', () => {
    const { store, history, change } = historyOf();
    change(1);
    const { scenario } = store.getState();
    change(2);
    store.setState({ scenario });
    history.undo();
    expect(store.getState().scenario).toEqual({});
    expect(history.canUndo()).toBe(false);
  });

  it('brings back what is compared, without a new step', () => {
    const { store, history, asked } = historyOf();
    const baseline = { result: {}, of: {} } as never;
    store.setState({ baseline });
    history.undo();
    expect(store.getState().baseline).toBeNull();
    history.redo();
    expect(store.getState().baseline).toBe(baseline);
    expect(asked).toEqual([]);
  });
});
