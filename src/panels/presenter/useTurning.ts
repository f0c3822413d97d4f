import { useEffect } from 'react';
import type { Wish } from '../../state/presenting.ts';

/** Whatever has keys of its own keeps them; buttons keep the space bar. */
const OWN_KEYS = 'input, textarea, select, summary';

const TURNS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  PageUp: -1,
};

/** Turns steps by the keys that turn slides, and that remote controls send. */
export function useTurning(steps: number, ask: (wish: Wish) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target, key } = event;
      if (target instanceof Element && target.closest(OWN_KEYS)) return;
      if (key === ' ' && target instanceof Element && target.closest('button')) return;
      if (Object.hasOwn(TURNS, key)) ask({ type: 'move', by: TURNS[key] });
      else if (key === 'Home') ask({ type: 'go', step: 1 });
      else if (key === 'End') ask({ type: 'go', step: steps });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
