import type { ReactNode } from 'react';
import { useRainier, useSession } from '../../state/session.tsx';
import type { State } from '../../state/store.ts';
import { Swatch } from '../Swatch.tsx';

interface KindButtonProps {
  readonly kind: NonNullable<State['kind']>;
  readonly children: ReactNode;
}

/** An entry of the legend that shows its kind of group or traffic alone; pressed again, all. */
export function KindButton({ kind, children }: KindButtonProps) {
  const { store } = useSession();
  const shown = useRainier((state) => state.kind);
  return (
    <button
      type="button"
      className="kind"
      aria-pressed={shown === kind}
      data-out={shown !== null && shown !== kind}
      onClick={() => store.setState({ kind: shown === kind ? null : kind })}
    >
      <Swatch of={kind} />
      <span>{children}</span>
    </button>
  );
}
