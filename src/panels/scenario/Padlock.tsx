import { isFixed } from '../../state/lock.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';

/** Whether a teacher's link has fixed this field of the scenario, so that it cannot be changed. */
export function useFixed(path: string): boolean {
  return useRainier((state) => isFixed(state.locked, path));
}

/** Stands beside a field that is fixed. */
export function Padlock() {
  const words = useWords();
  return (
    <svg
      className="padlock"
      viewBox="0 0 12 14"
      width="11"
      height="13"
      role="img"
      aria-label={words('scenario.fixed')}
    >
      <path d="M1 6h10v7H1zM3 6V4a3 3 0 0 1 6 0v2" />
    </svg>
  );
}

/** Says once what padlocks mean, where there are any. */
export function FixedNote() {
  const words = useWords();
  const fixed = useRainier((state) =>
    ['cluster', 'model', 'training', 'parallel', 'run', 'faults', 'stack', 'seed'].some((section) =>
      isFixed(state.locked, section),
    ),
  );
  return fixed ? (
    <p className="second fixed">
      <Padlock /> {words('scenario.fixed.note')}
    </p>
  ) : null;
}
