/** A pattern of 8 units for every part of a chart, besides its colour: strokes of a path on it, `solid` without. */
const PATTERNS: Readonly<Record<string, readonly [color: string, path: string | null]>> = {
  compute: ['--forward', null],
  bubble: ['--ink-waiting', 'M-1 1l2-2M0 8l8-8M7 9l2-2'],
  tensor: ['--neuron-link', 'M2 0v8M6 0v8'],
  context: ['--neuron-link', 'M0 2h8M0 6h8'],
  expert: ['--neuron-link', 'M2 2h1M6 6h1'],
  pipeline: ['--efa', 'M2 0v8M6 0v8'],
  data: ['--efa', 'M-1 1l2-2M0 8l8-8M7 9l2-2'],
  optimizer: ['--optimizer', null],
  'store-parameters': ['--edge', null],
  'store-gradients': ['--backward', 'M-1 1l2-2M0 8l8-8M7 9l2-2'],
  'store-optimizer': ['--optimizer', 'M0 2h8M0 6h8'],
  'store-activations': ['--forward', 'M2 0v8M6 0v8'],
  'store-other': ['--ink-waiting', 'M2 2h1M6 6h1'],
};

/** The fillings of a chart, by name: `url(#id-name)`. */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {Object.entries(PATTERNS).map(([name, [color, path]]) => (
        <pattern
          key={name}
          id={`${id}-${name}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          style={{ color: `var(${color})` }}
        >
          {path === null ? (
            <rect width="8" height="8" style={{ fill: `var(${color})` }} />
          ) : (
            <>
              <rect width="8" height="8" style={{ fill: `var(${color})`, fillOpacity: 0.25 }} />
              <path d={path} style={{ fill: 'none', stroke: `var(${color})`, strokeWidth: 2 }} />
            </>
          )}
        </pattern>
      ))}
    </defs>
  );
}
