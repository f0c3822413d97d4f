import { useEffect, useRef, useState } from 'react';
import type { Course } from '../../export/picture.ts';

/** Work that takes a while: how far it is, what came of it. */
export interface Job {
  readonly running: boolean;
  /** 0 … 1. */
  readonly done: number;
  /** Seconds that it will still take at this pace; null while that cannot be said. */
  readonly left: number | null;
  /** One sentence about the end; empty before. */
  readonly said: string;
  readonly failed: boolean;
  /** Runs `work`, which returns the sentence to be said; a second call while one runs does nothing. */
  run(work: (course: Required<Course>) => Promise<string>): void;
  cancel(): void;
}

const IDLE = { running: false, done: 0, left: null, said: '', failed: false } as const;
/** What a job still takes is told after so many seconds. */
const TELLING = 3;

/** One job at a time, ended with the component. `cancelled` is said when it is cancelled. */
export function useJob(cancelled: string): Job {
  const [state, setState] = useState<Omit<Job, 'run' | 'cancel'>>(IDLE);
  const current = useRef<AbortController>(null);
  useEffect(() => () => current.current?.abort(), []);
  return {
    ...state,
    run(work) {
      if (current.current) return;
      const mine = new AbortController();
      current.current = mine;
      const end = (said: string, failed: boolean): void => {
        current.current = null;
        setState({ ...IDLE, said, failed });
      };
      const began = performance.now();
      setState({ ...IDLE, running: true });
      work({
        signal: mine.signal,
        progress: (done) => {
          const seconds = (performance.now() - began) / 1000;
          const left = seconds > TELLING && done > 0 ? (seconds / done) * (1 - done) : null;
          setState((now) => (current.current === mine ? { ...now, done, left } : now));
        },
      })
        .then((said) => end(said, false))
        .catch((error: Error) =>
          error.name === 'AbortError' ? end(cancelled, false) : end(error.message, true),
        );
    },
    cancel: () => current.current?.abort(),
  };
}
