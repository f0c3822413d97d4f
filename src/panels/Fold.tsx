import { type ReactNode, useState } from 'react';

interface FoldProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** What lies on the picture: always open where there is room, behind one button on a phone. */
export function Fold({ label, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="fold" data-open={open}>
      <button
        type="button"
        data-keep-clear=""
        className="plain fold-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {children}
    </div>
  );
}
