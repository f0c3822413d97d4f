import { scaleLinear } from 'd3-scale';
import { useFormat } from '../useFormat.ts';
import type { Stretch } from './rows.ts';

/** CSS pixels between labels of the axis, at least. */
const TICK_WIDTH = 80;
/** Room that the last label needs before the end, CSS pixels. */
const LABEL_WIDTH = 56;

interface AxisProps {
  readonly stretch: Stretch;
  /** Where the chart's own time begins, simulated seconds of the step. */
  readonly zero: number;
  readonly width: number;
}

/** Seconds under the rows, each where it is in them. */
export function Axis({ stretch, zero, width }: AxisProps) {
  const format = useFormat();
  const scale = scaleLinear([stretch.from - zero, stretch.to - zero], [0, width]);
  const ticks = scale
    .ticks(Math.max(2, Math.floor(width / TICK_WIDTH)))
    .filter((tick) => scale(tick) <= width - LABEL_WIDTH);
  return (
    <div className="axis" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} className="tick" style={{ left: scale(tick) }}>
          {format.seconds(tick)}
        </span>
      ))}
    </div>
  );
}
