import type { Named } from './naming.ts';

interface SpanTipProps {
  /** CSS pixels from the left of the chart. */
  readonly x: number;
  readonly width: number;
  readonly named: Named | null;
}

/** The name of a span, with how long it takes, what it moves and why; told to those who cannot see it too. */
export function SpanTip({ x, width, named }: SpanTipProps) {
  const side = x < width / 2 ? { left: x } : { right: width - x };
  return (
    <div className="span-tip" role="status" style={side} hidden={named === null}>
      {named ? (
        <>
          <b>{named.title}</b>
          {named.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </>
      ) : null}
    </div>
  );
}
