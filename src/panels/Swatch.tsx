import type { Dimension } from '../scenario/scenario.ts';

export type Swatched =
  | 'forward'
  | 'backward'
  | 'optimizer'
  | 'waiting'
  | 'neuronLink'
  | 'efa'
  | 'self'
  | 'fault'
  | 'slowed'
  | 'stopped'
  | Dimension;

/** What of its frame a group fills, as in the windows of the picture (scene/layers/marked.ts). */
const FILLS: Partial<Record<Swatched, string>> = {
  self: 'M1 1h12v12H1z',
  tensor: 'M1 1h12v12H1z',
  context: 'M1 1h3v12H1zM7 1h3v12H7z',
  expert: 'M1 1h3v6H1zM7 1h3v6H7zM4 7h3v6H4zM10 7h3v6h-3z',
  pipeline: 'M1 1h12v6H1z',
  data: 'M1 7h12v6H1z',
  fault: 'M1 1h12v12H1z',
  slowed: 'M1 1h3v12H1zM7 1h3v12H7z',
  stopped: 'M1 7h12v6H1z',
};

/** The mark of a meaning: its colour, and the direction or pattern that says the same without colour. */
export function Swatch({ of }: { of: Swatched }) {
  return (
    <svg
      className={`swatch ${of}`}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {of === 'neuronLink' ? (
        <path className="line" d="M0 7h4M6 7h4M12 7h2" />
      ) : of === 'efa' ? (
        <path className="line" d="M2 7.5l5-4 5 4M2 12.5l5-4 5 4" />
      ) : (
        <>
          <rect className="frame" x="0.5" y="0.5" width="13" height="13" />
          {of === 'forward' ? <rect className="fill" x="1" y="6" width="12" height="7" /> : null}
          {of === 'backward' ? <rect className="fill" x="1" y="1" width="12" height="7" /> : null}
          {of === 'optimizer' ? <rect className="fill" x="1" y="1" width="12" height="12" /> : null}
          {FILLS[of] ? <path className="fill" d={FILLS[of]} /> : null}
          {of === 'waiting' ? <path className="line" d="M1 9l8-8M1 13L13 1M5 13l8-8" /> : null}
        </>
      )}
    </svg>
  );
}
