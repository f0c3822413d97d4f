import '../../state/laterWords.ts';
import { type CSSProperties, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { parseAddress } from '../../cluster/address.ts';
import { coarser, finer, isDetail, lensOf } from '../../state/lens.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import type { Lens } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { Axis } from './Axis.tsx';
import { LensField } from './LensField.tsx';
import { lanesOf, rowAt, rowsIn } from './lanes.ts';
import { type Named, nameSpan, rowName } from './naming.ts';
import { Playhead } from './Playhead.tsx';
import type { Stretch } from './rows.ts';
import { StepLanes } from './StepLanes.tsx';
import { Transport } from './Transport.tsx';
import { Under } from './Under.tsx';
import { type Zoom, zoomBy } from './useZoom.ts';

/** Share of a chart below which zooming in asks the simulator for the next lens. */
const ENTER: Readonly<Record<string, number>> = {
  ...{ step: 0.2, microbatch: 0.02, layer: 0.12, kernel: 0.1 },
};

/** Numbers in the address of a hall: the last place that holds every stage. */
const HALL = 2;

const DetailCanvas = lazy(async () => ({ default: (await import('./DetailCanvas.tsx')).DetailCanvas }));

/** The step in time, or the inside of a part of it: rows of spans, the playhead over them, the controls beside them. */
export function TimelineBar() {
  const words = useWords();
  const format = useFormat();
  const { store, clock } = useSession();
  const timeline = useRainier((state) => state.result?.timeline);
  const detail = useRainier((state) => state.detail);
  const lens = useRainier((state) => lensOf(state.view));
  const baseline = useRainier((state) => state.baseline?.result.timeline ?? null);
  const lanes = useMemo(() => (timeline ? lanesOf(timeline, baseline) : []), [timeline, baseline]);
  const longest = lanes.reduce((most, lane) => Math.max(most, lane.timeline.seconds), 0);
  const [critical, setCritical] = useState(false);
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
    () => (detail ? { from: detail.start, to: detail.end } : { from: 0, to: longest || 1 }),
    [detail, longest],
  );
  const [chosen, setChosen] = useState<{ readonly of: Stretch; readonly shown: Stretch } | null>(null);
  // A stretch chosen on one chart means nothing on the next.
  const shown = chosen?.of === whole ? chosen.shown : whole;
  const show = (stretch: Stretch): void => setChosen({ of: whole, shown: stretch });
  const setLens = (next: Lens): void => store.setState(({ view }) => ({ view: { ...view, lens: next } }));
  const lookInto = (cls: number): void =>
    store.setState(({ selected, view }) => ({ lookedInto: { cls, at: selected ?? view.at } }));
  // Where a place holds many stages, the one that was pressed is the one that finer lenses look into.
  const press = (row: number): void => {
    const { selected, view } = store.getState();
    const first = detail ? -1 : (rowAt(lanes, row)?.row.first ?? -1);
    if (first >= 0 && (parseAddress(selected ?? view.at) ?? []).length <= HALL) lookInto(first);
  };
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
        : (rowAt(lanes, Math.floor(y * rowsIn(lanes)))?.row.first ?? -1);
      if (cls >= 0) lookInto(cls);
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
    const under = rowAt(lanes, row);
    if (!under) return null;
    const { lane, row: of } = under;
    const stage = words('timeline.row.stage', { number: of.first + 1 });
    const told = lane.name === '' ? stage : `${lane.name}, ${stage}`;
    return nameSpan(words, format, lane.timeline, of.first, at, told, false);
  };
  const count = detail ? detail.rows.length : rowsIn(lanes);
  return (
    <section className={timeline ? 'timeline' : 'timeline awaited'} aria-label={words('timeline.label')}>
      <Transport />
      <div className="lanes">
        <div
          className="lanes-box"
          ref={box}
          style={{ '--rows': detail ? Math.max(12, rowsIn(lanes)) : rowsIn(lanes) } as CSSProperties}
        >
          {timeline && width > 0 ? (
            <>
              {detail ? (
                <Suspense>
                  <DetailCanvas detail={detail} stretch={shown} width={width} height={height} />
                </Suspense>
              ) : (
                <StepLanes lanes={lanes} stretch={shown} width={width} height={height} critical={critical} />
              )}
              <Playhead width={width} zoom={zoom} rows={count} name={name} onPress={press} />
            </>
          ) : null}
        </div>
        {timeline ? (
          <div className="under">
            <Axis stretch={shown} zero={whole.from} width={width} />
            <div className="under-tools">
              <Under detail={detail} rows={lanes[lanes.length - 1].rows} />
              {detail ? null : (
                <button
                  type="button"
                  className="plain small"
                  aria-pressed={critical}
                  onClick={() => setCritical(!critical)}
                >
                  {words('timeline.critical')}
                </button>
              )}
              <LensField onZoom={(factor) => zoomBy(zoom, factor, middleOf(shown, clock.seconds), 0.5)} />
            </div>
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
