import { useEffect, useRef, useState } from 'react';
import type { Course } from '../../export/picture.ts';

/** Work that takes a while: how far it is, what came of it. */
export interface Job {
  readonly running: boolean;
  /** 0 … 1. */
  readonly done: number;
  /** One sentence about the end; empty before. */
  readonly said: string;
  readonly failed: boolean;
  /** Runs `work`, which returns the sentence to be said; a second call while one runs does nothing. */
  run(work: (course: Required<Course>) => Promise<string>): void;
  cancel(): void;
}

/** One job at a time, ended with the component. `cancelled` is said when it is cancelled. */
export function useJob(cancelled: string): Job {
  const [state, setState] = useState({ running: false, done: 0, said: '', failed: false });
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
        setState({ running: false, done: 0, said, failed });
      };
      setState({ running: true, done: 0, said: '', failed: false });
      work({
        signal: mine.signal,
        progress: (done) => setState((now) => (current.current === mine ? { ...now, done } : now)),
      })
        .then((said) => end(said, false))
        .catch((error: Error) =>
          error.name === 'AbortError' ? end(cancelled, false) : end(error.message, true),
        );
    },
    cancel: () => current.current?.abort(),
  };
}
