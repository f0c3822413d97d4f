import type { ReactNode } from 'react';

/** A name and its value in a list of such pairs. */
export function Pair({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
