interface ScaleProps {
  /** Colours of the theme's ramp or heat. */
  readonly of: 'ramp' | 'heat';
  /** Words at places of the scale, 0 … 1. */
  readonly ticks: readonly (readonly [at: number, text: string])[];
  /** Where the place at hand stands on it: from, to. */
  readonly marks: readonly [low: number, high: number] | null;
}

/** A scale of colours from little to much, with what the place at hand has of it marked below. */
export function Scale({ of, ticks, marks }: ScaleProps) {
  const percent = (share: number): string => `${100 * Math.min(1, Math.max(0, share))}%`;
  return (
    <div className={`scale ${of}`} aria-hidden="true">
      <div className="bar">
        {marks ? <i style={{ left: percent(marks[0]), width: percent(marks[1] - marks[0]) }} /> : null}
      </div>
      <div className="ticks">
        {ticks.map(([at, text]) => (
          <span
            key={text}
            style={{ left: percent(at) }}
            data-end={at === 0 ? 'left' : at === 1 ? 'right' : undefined}
          >
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
