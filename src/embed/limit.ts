/** Messages at once, and a second in the long run. A slide deck sends a few; a host that follows a slider 60 a second. */
const BURST = 240;
const A_SECOND = 80;

/** How many messages of a host are read: a bucket that fills again. */
export interface Limit {
  /** Whether the next message would be read at all. */
  open(): boolean;
  /** Counts one that is; false where it is one too many. */
  take(): boolean;
}

/** `now` is in milliseconds. */
export function createLimit(now: () => number): Limit {
  let left = BURST;
  let last = now();
  const fill = (): void => {
    const time = now();
    left = Math.min(BURST, left + ((time - last) / 1000) * A_SECOND);
    last = time;
  };
  return {
    open() {
      fill();
      return left >= 1;
    },
    take() {
      fill();
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
