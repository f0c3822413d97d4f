import { scaleLinear } from 'd3-scale';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { usePopulation } from '../usePopulation.ts';
import { ChartCanvas } from './ChartCanvas.tsx';
import { Playhead } from './Playhead.tsx';
import { type Row, rowsOf } from './rows.ts';
import { Transport } from './Transport.tsx';

const MOST_ROWS = 24;
/** CSS pixels between labels of the axis, at least. */
const TICK_WIDTH = 90;
/** Room of the words at the start of the axis, CSS pixels. */
const NOTE_WIDTH = 210;

/** The step in time: one row a pipeline stage, the playhead over them, the controls beside them. */
export function TimelineBar() {
  const words = useWords();
  const timeline = useRainier((state) => state.result?.timeline);
  const rows = useMemo(() => rowsOf(timeline?.classes ?? 1, MOST_ROWS), [timeline?.classes]);
  const box = useRef<HTMLDivElement>(null);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width: w, height: h } = entry.contentRect;
      setSize({ width: Math.floor(w), height: Math.floor(h) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <section className="timeline" aria-label={words('timeline.label')}>
      <Transport />
      <div className="lanes">
        <div className="lanes-box" ref={box} style={{ '--rows': rows.length } as CSSProperties}>
          {timeline ? (
            <>
              <ChartCanvas timeline={timeline} rows={rows} width={width} height={height} />
              <PlaceMark rows={rows} />
              <Playhead width={width} />
            </>
          ) : null}
        </div>
        {timeline ? <Axis seconds={timeline.seconds} width={width} rows={rows} /> : null}
      </div>
    </section>
  );
}

/** Marks the rows of the place at hand. */
function PlaceMark({ rows }: { rows: readonly Row[] }) {
  const at = useRainier((state) => state.selected ?? state.view.at);
  const population = usePopulation(at);
  if (!population || population.classes.length === 0) return null;
  const first = rows.findIndex(({ last }) => last >= population.classes[0]);
  const last = rows.findLastIndex((row) => row.first <= population.classes[population.classes.length - 1]);
  if (first < 0 || last < first || (first === 0 && last === rows.length - 1)) return null;
  return (
    <div
      className="place-mark"
      style={{
        top: `${(100 * first) / rows.length}%`,
        height: `${(100 * (last - first + 1)) / rows.length}%`,
      }}
    />
  );
}

/** Seconds under the rows, and what a row is. */
function Axis({ seconds, width, rows }: { seconds: number; width: number; rows: readonly Row[] }) {
  const words = useWords();
  const format = useFormat();
  const scale = scaleLinear([0, seconds], [0, 100]);
  const ticks = scale
    .ticks(Math.max(2, Math.floor(width / TICK_WIDTH)))
    .filter((tick) => tick === 0 || (scale(tick) / 100) * width > NOTE_WIDTH);
  const size = rows.length > 0 ? rows[0].last - rows[0].first + 1 : 1;
  return (
    <div className="axis" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} className="tick" style={{ left: `${scale(tick)}%` }} data-first={tick === 0}>
          {tick === 0
            ? size === 1
              ? words(rows.length === 1 ? 'timeline.rows.one' : 'timeline.rows.each')
              : words('timeline.rows.some', { count: size })
            : format.seconds(tick)}
        </span>
      ))}
    </div>
  );
}
