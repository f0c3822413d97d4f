import { useEffect, useRef, useState } from 'react';
import { type Line, openLine, readShown, type Shown, type Wish } from '../../state/presenting.ts';

/** How often the presenter's window asks whether the audience's is still there, and how long it waits for an answer,
 *  milliseconds. */
const ASK_MS = 2000;
const PATIENCE_MS = 7000;

export interface Audience {
  /** null until the audience's window has answered. */
  readonly shown: Shown | null;
  /** The audience's window has not answered for a while. */
  readonly lost: boolean;
  readonly ask: (wish: Wish) => void;
}

/** The audience's window at the other end of a line. */
export function useAudience(id: string): Audience {
  const [shown, setShown] = useState<Shown | null>(null);
  const [lost, setLost] = useState(false);
  const line = useRef<Line<Wish>>(null);
  useEffect(() => {
    let heard = performance.now();
    const opened = openLine<Wish, Shown>(id, window.opener, readShown, (said) => {
      heard = performance.now();
      setShown(said);
      setLost(false);
    });
    line.current = opened;
    opened.say({ type: 'hello' });
    const timer = setInterval(() => {
      opened.say({ type: 'hello' });
      setLost(performance.now() - heard > PATIENCE_MS);
    }, ASK_MS);
    return () => {
      clearInterval(timer);
      opened.close();
    };
  }, [id]);
  return { shown, lost, ask: (wish) => line.current?.say(wish) };
}
