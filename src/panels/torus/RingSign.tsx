import type { Axis } from '../../cluster/links.ts';

/** How the lines of a dimension are drawn in the cube: unbroken, dashed, dotted. */
const LINES: Readonly<Record<Axis, string | undefined>> = { x: undefined, y: '4 2', z: '1.4 1.6' };

/** A ring of four chips as it closes in the cube: X over them, Y under them, Z beside them. */
const WAYS: Readonly<Record<Axis, { readonly ring: string; readonly chips: string }>> = {
  x: { ring: 'M4 10V6a4 4 0 0 1 4-4h6a4 4 0 0 1 4 4v4H4', chips: 'M3 10h2m3.3 0h2m1.4 0h2m3.3 0h2' },
  y: { ring: 'M4 4v4a4 4 0 0 0 4 4h6a4 4 0 0 0 4-4V4H4', chips: 'M3 4h2m3.3 0h2m1.4 0h2m3.3 0h2' },
  z: { ring: 'M14 1.5h-3a4 4 0 0 0-4 4v3a4 4 0 0 0 4 4h3z', chips: 'M13 1.5h2m-2 3.7h2m-2 3.7h2m-2 3.6h2' },
};

export function RingSign({ axis }: { axis: Axis }) {
  const { ring, chips } = WAYS[axis];
  return (
    <svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true" focusable="false">
      <path d={ring} strokeDasharray={LINES[axis]} />
      <path className="chips" d={chips} />
    </svg>
  );
}
