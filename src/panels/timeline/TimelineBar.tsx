import '../../state/laterWords.ts';
import { scaleLinear } from 'd3-scale';
import { type CSSProperties, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { coarser, finer, isDetail, lensOf } from '../../state/lens.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import type { Lens } from '../../state/store.ts';
import { useWords, type Words } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { usePopulation } from '../usePopulation.ts';
import { ChartCanvas } from './ChartCanvas.tsx';
import { LensField } from './LensField.tsx';
import { type Named, nameSpan, rowName, subjectName } from './naming.ts';
import { Playhead } from './Playhead.tsx';
import { type Row, rowsOf, type Stretch } from './rows.ts';
import { Transport } from './Transport.tsx';
import { type Zoom, zoomBy } from './useZoom.ts';

const MOST_ROWS = 24;
/** CSS pixels between labels of the axis, at least. */
const TICK_WIDTH = 90;
/** Room of the words at the start of the axis, CSS pixels. */
const NOTE_WIDTH = 210;

/** Share of a chart below which zooming in asks the simulator for the next lens. */
const ENTER: Readonly<Record<string, number>> = {
  ...{ step: 0.2, microbatch: 0.02, layer: 0.12, kernel: 0.1 },
};

const DetailCanvas = lazy(async () => ({ default: (await import('./DetailCanvas.tsx')).DetailCanvas }));

/** The step in time, or the inside of a part of it: rows of spans, the playhead over them, the controls beside them. */
export function TimelineBar() {
  const words = useWords();
  const format = useFormat();
  const { store, clock } = useSession();
  const timeline = useRainier((state) => state.result?.timeline);
  const detail = useRainier((state) => state.detail);
  const lens = useRainier((state) => lensOf(state.view));
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
  const whole = useMemo<Stretch>(
    () => (detail ? { from: detail.start, to: detail.end } : { from: 0, to: timeline?.seconds ?? 1 }),
    [detail, timeline],
  );
  const [chosen, setChosen] = useState<{ readonly of: Stretch; readonly shown: Stretch } | null>(null);
  // A stretch chosen on one chart means nothing on the next.
  const shown = chosen?.of === whole ? chosen.shown : whole;
  const show = (stretch: Stretch): void => setChosen({ of: whole, shown: stretch });
  const setLens = (next: Lens): void => store.setState(({ view }) => ({ view: { ...view, lens: next } }));
  const zoom: Zoom = {
    ...{ shown, whole, show },
    // An answer on its way belongs to the lens already.
    enterBelow: isDetail(lens) && !detail ? 0 : (ENTER[lens] ?? 0),
    enter(at, y) {
      const row = detail?.rows[Math.floor(y * detail.rows.length)];
      const next = finer(lens, row?.what === 'stream' && row.name === 'scaleUp');
      if (!next) return;
      const cls = detail
        ? row?.what === 'stage'
          ? row.cls
          : -1
        : (rows[Math.floor(y * rows.length)]?.first ?? -1);
      if (cls >= 0) {
        store.setState(({ selected, view }) => ({ lookedInto: { cls, at: selected ?? view.at } }));
      }
      clock.seek(at);
      setLens(next);
    },
    leave() {
      const next = coarser(lens);
      if (next) setLens(next);
    },
  };
  const name = (row: number, at: number): Named | null => {
    if (detail) {
      const of = detail.rows[row];
      const t = at - detail.start;
      return of
        ? nameSpan(words, format, detail.timeline, row, t, rowName(words, of), of.what === 'link')
        : null;
    }
    if (!timeline || !rows[row]) return null;
    const stage = words('timeline.row.stage', { number: rows[row].first + 1 });
    return nameSpan(words, format, timeline, rows[row].first, at, stage, false);
  };
  const count = detail ? detail.rows.length : rows.length;
  return (
    <section className="timeline" aria-label={words('timeline.label')}>
      <Transport />
      <div className="lanes">
        <div
          className="lanes-box"
          ref={box}
          style={{ '--rows': detail ? Math.max(12, rows.length) : rows.length } as CSSProperties}
        >
          {timeline ? (
            <>
              {detail ? (
                <Suspense>
                  <DetailCanvas detail={detail} stretch={shown} width={width} height={height} />
                </Suspense>
              ) : (
                <>
                  <ChartCanvas
                    timeline={timeline}
                    rows={rows}
                    stretch={shown}
                    width={width}
                    height={height}
                  />
                  <PlaceMark rows={rows} />
                </>
              )}
              <Playhead width={width} zoom={zoom} rows={count} name={name} />
            </>
          ) : null}
        </div>
        {timeline ? (
          <div className="under">
            <Axis
              stretch={shown}
              zero={whole.from}
              width={width}
              note={detail ? subjectName(words, detail) : rowsNote(words, rows)}
            />
            <LensField onZoom={(factor) => zoomBy(zoom, factor, middleOf(shown, clock.seconds), 0.5)} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** The instant that buttons zoom around: the playhead, where it is in sight. */
function middleOf({ from, to }: Stretch, seconds: number): number {
  return seconds >= from && seconds <= to ? seconds : (from + to) / 2;
}

/** What a row of the step is. */
function rowsNote(words: Words, rows: readonly Row[]): string {
  const size = rows.length > 0 ? rows[0].last - rows[0].first + 1 : 1;
  if (size > 1) return words('timeline.rows.some', { count: size });
  return words(rows.length === 1 ? 'timeline.rows.one' : 'timeline.rows.each');
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

interface AxisProps {
  readonly stretch: Stretch;
  /** Where the chart's own time begins, simulated seconds of the step. */
  readonly zero: number;
  readonly width: number;
  readonly note: string;
}

/** Seconds under the rows, and what they show. */
function Axis({ stretch, zero, width, note }: AxisProps) {
  const format = useFormat();
  const scale = scaleLinear([stretch.from - zero, stretch.to - zero], [0, 100]);
  // About as wide as its words are.
  const room = Math.max(NOTE_WIDTH, note.length * 7.2 + 12);
  const ticks = scale
    .ticks(Math.max(2, Math.floor(width / TICK_WIDTH)))
    .filter((tick) => (scale(tick) / 100) * width > room);
  return (
    <div className="axis" aria-hidden="true">
      <span className="tick" style={{ left: 0 }} data-first="true">
        {note}
      </span>
      {ticks.map((tick) => (
        <span key={tick} className="tick" style={{ left: `${scale(tick)}%` }} data-first="false">
          {format.seconds(tick)}
        </span>
      ))}
    </div>
  );
}
