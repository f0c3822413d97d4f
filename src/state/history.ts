import type { State, Store } from './store.ts';

/** What undo brings back: the scenario as asked, and what it is compared with. */
type Moment = Pick<State, 'scenario' | 'baseline'>;

/** Changes that follow each other faster than this are one: a slider that is dragged. Milliseconds. */
const TOGETHER_MS = 600;
/** Moments that are remembered. */
const MOST = 100;

/** The way back through scenarios, and forth again. The page's address follows, as after any change. */
export interface History {
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Called when what can be undone changes; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Remembers every scenario and baseline that gave way to another. `apply` simulates a scenario; `now` is in milliseconds. */
export function createHistory(
  store: Store,
  apply: (scenario: State['scenario']) => Promise<void>,
  now: () => number = Date.now,
): History {
  const past: Moment[] = [];
  const future: Moment[] = [];
  const listeners = new Set<() => void>();
  let walking = false;
  let last = Number.NEGATIVE_INFINITY;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const momentOf = ({ scenario, baseline }: Moment): Moment => ({ scenario, baseline });
  store.subscribe((state, before) => {
    if (walking || (state.scenario === before.scenario && state.baseline === before.baseline)) return;
    const newest = past.at(-1);
    // A scenario that the simulator refuses gives way to the one before it: as if it had not been.
    if (newest?.scenario === state.scenario && newest.baseline === state.baseline) past.pop();
    else {
      const drags = state.baseline === before.baseline && now() - last < TOGETHER_MS && newest;
      if (!drags) past.push(momentOf(before));
      if (past.length > MOST) past.shift();
      last = now();
    }
    future.length = 0;
    tell();
  });
  const walk = (from: Moment[], to: Moment[]): void => {
    const moment = from.pop();
    if (!moment) return;
    const current = momentOf(store.getState());
    to.push(current);
    walking = true;
    store.setState({ baseline: moment.baseline });
    // What the simulator refuses has become a notice by then, and what was shown is back.
    if (moment.scenario !== current.scenario) void apply(moment.scenario).catch(() => {});
    walking = false;
    last = Number.NEGATIVE_INFINITY;
    tell();
  };
  return {
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    undo: () => walk(past, future),
    redo: () => walk(future, past),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
