import { levelOf, parseAddress } from '../cluster/address.ts';
import type { State } from '../state/store.ts';

/** Seconds that the torus takes to come apart or together. */
export const UNFOLD_SECONDS = 1.5;

/** Whether the torus is to be seen as a cube: asked for, and an UltraServer is at hand. */
export function showsCube({ unfolded, view }: Pick<State, 'unfolded' | 'view'>): boolean {
  return unfolded && levelOf(parseAddress(view.at) ?? []) === 'ultraserver';
}

/** How far the torus is pulled apart, 0 in the racks … 1 the cube, straight in time: each chip eases on its own way. */
export interface Unfolding {
  readonly moving: boolean;
  /** The share at `now`, milliseconds, on the way to `goal`; at once where it `cuts`, and the first time. */
  at(now: number, goal: 0 | 1, cuts: boolean): number;
}

export function createUnfolding(): Unfolding {
  let share: number | null = null;
  let last = 0;
  let moving = false;
  return {
    get moving() {
      return moving;
    },
    at(now, goal, cuts) {
      const seconds = moving ? (now - last) / 1000 : 0;
      last = now;
      if (share === null || cuts) share = goal;
      const step = seconds / UNFOLD_SECONDS;
      share = goal > share ? Math.min(goal, share + step) : Math.max(goal, share - step);
      moving = share !== goal;
      return share;
    },
  };
}
