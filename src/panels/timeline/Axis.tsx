import { scaleLinear } from 'd3-scale';
import { useFormat } from '../useFormat.ts';
import type { Stretch } from './rows.ts';

/** CSS pixels between labels of the axis, at least. */
const TICK_WIDTH = 90;
/** Room of the words at the start of the axis, CSS pixels. */
const NOTE_WIDTH = 210;

interface AxisProps {
  readonly stretch: Stretch;
  /** Where the chart's own time begins, simulated seconds of the step. */
  readonly zero: number;
  readonly width: number;
  readonly note: string;
}

/** Seconds under the rows, each where it is in them, and what the rows show. */
export function Axis({ stretch, zero, width, note }: AxisProps) {
  const format = useFormat();
  const scale = scaleLinear([stretch.from - zero, stretch.to - zero], [0, width]);
  // About as wide as its words are.
  const room = Math.max(NOTE_WIDTH, note.length * 7.2 + 12);
  const ticks = scale.ticks(Math.max(2, Math.floor(width / TICK_WIDTH))).filter((tick) => scale(tick) > room);
  return (
    <div className="axis" aria-hidden="true">
      <span className="tick" style={{ left: 0 }} data-first="true">
        {note}
      </span>
      {ticks.map((tick) => (
        <span key={tick} className="tick" style={{ left: scale(tick) }} data-first="false">
          {format.seconds(tick)}
        </span>
      ))}
    </div>
  );
}
