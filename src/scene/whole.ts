import type { Shared } from './shared.ts';

/** Tells when the picture is complete: all of its parts arrived and built, what it asked for answered, its programs
 *  compiled, and a frame of it drawn to the end. */
export interface Whole {
  /** Resolves when the picture of what is now asked for is complete; at once where nothing can be seen. */
  wait(): Promise<void>;
  /** All of the scene has arrived. */
  readonly arrived: Promise<void>;
  /** Nothing is drawn any more, or can be seen: nobody waits for it. */
  release(): void;
  dispose(): void;
}

/** Looks at most so often whether a drawn frame has brought up new questions. */
const ROUNDS = 8;

/** `draw` asks for a frame; `isSeen` says whether one would be drawn. */
export function createWhole(shared: Shared, draw: () => void, isSeen: () => boolean): Whole {
  let gone = false;
  let leave: () => void;
  const removed = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    shared.onComplete = resolve;
  });
  let waiting: (() => void)[] = [];
  const release = (): void => {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  };
  shared.onDrawn = release;
  const frame = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      draw();
    });
  const wait = async (): Promise<void> => {
    await Promise.race([arrived, removed]);
    for (let round = 0; round < ROUNDS && !gone && isSeen(); round++) {
      await shared.painted;
      await frame();
      const { built, pending, session } = shared;
      const asked = [...pending];
      if (asked.length === 0 && built === session.store.getState().job) return;
      await Promise.race([Promise.allSettled(asked), removed]);
    }
  };
  return {
    wait,
    arrived,
    release,
    dispose() {
      gone = true;
      leave();
      release();
    },
  };
}
