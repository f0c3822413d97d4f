import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { usePlayhead } from '../usePlayhead.ts';
import type { Named } from './naming.ts';
import { SpanTip } from './SpanTip.tsx';
import { useZoom, type Zoom, zoomBy } from './useZoom.ts';

/** The last instant that still belongs to the step, as a share of it. */
export const LAST = 0.9999;
/** A brush narrower than this is a slip, CSS pixels. */
const LEAST_BRUSH = 6;
/** Where frames are further apart than this, milliseconds, the line moves together with the words, ten times a second. */
const SLOW_MS = 30;
/** What a press of a key zooms by. */
const KEY_ZOOM = 0.5;

interface PlayheadProps {
  /** CSS pixels. */
  readonly width: number;
  readonly zoom: Zoom;
  readonly rows: number;
  /** Names the span of a row at an instant. */
  readonly name: (row: number, at: number) => Named | null;
  /** Told of the row that is pressed. */
  readonly onPress: (row: number) => void;
}

/** What lies over the chart: the playhead, dragged or moved by keys; zoom, brush, and the name of the span that is pointed
 *  at. It moves without React, as a layer of its own, so that nothing is laid out or painted for it. */
export function Playhead({ width, zoom, rows, name, onPress }: PlayheadProps) {
  const words = useWords();
  const format = useFormat();
  const { clock, store } = useSession();
  const track = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const resumes = useRef(false);
  /** Where the line stood before the finger that is down. */
  const stood = useRef(0);
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
  const [pointed, setPointed] = useState<{ x: number; named: Named } | null>(null);
  const [row, setRow] = useState(0);
  const pinching = useZoom(track, zoom);
  const { shown, whole } = zoom;
  usePlayhead();

  useEffect(() => {
    let last = Number.NaN;
    let seen = 0;
    const move = (): void => {
      const share = (clock.seconds - shown.from) / (shown.to - shown.from);
      // By its own width: a frame in which nothing of the page moves but the scene costs a fraction of one that has to
      // be put together anew from all its parts.
      const away = share < 0 ? 'before' : share > 1 ? 'after' : '';
      const x = 2 * Math.round((Math.min(1, Math.max(0, share)) * width) / 2);
      if ((x === last && line.current?.dataset.away === away) || !line.current) return;
      last = x;
      line.current.dataset.away = away;
      line.current.style.transform = `translateX(${x}px)`;
    };
    const follow = (): void => {
      const now = performance.now();
      const slow = clock.playing && now - seen > SLOW_MS;
      seen = now;
      if (!slow) move();
    };
    move();
    const stops = [clock.onFrame(follow), clock.onTick(move)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [clock, width, shown]);

  const place = (event: PointerEvent): { at: number; x: number; y: number } => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return { at: shown.from, x: 0, y: 0 };
    const x = Math.min(box.width, Math.max(0, event.clientX - box.left));
    const y = Math.min(0.999, Math.max(0, (event.clientY - box.top) / box.height));
    return { at: shown.from + (x / box.width) * (shown.to - shown.from), x, y };
  };
  const seek = (at: number): void => clock.seek(Math.min(LAST * clock.duration, Math.max(0, at)));
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    if (pinching.current) {
      // The first finger of a pinch has not meant an instant.
      clock.seek(stood.current);
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    const { at, x, y } = place(event);
    if (event.shiftKey) {
      setBrush({ from: x, to: x });
      return;
    }
    resumes.current = clock.playing;
    stood.current = clock.seconds;
    clock.pause();
    seek(at);
    onPress(Math.floor(y * rows));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (pinching.current) return;
    const { at, x, y } = place(event);
    if (brush) setBrush({ from: brush.from, to: x });
    else if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(at);
    const under = Math.floor(y * rows);
    const named = name(under, at);
    if (named?.key !== pointed?.named.key || under !== row) {
      setPointed(named && { x, named });
      setRow(under);
    }
  };
  const release = (): void => {
    if (brush && Math.abs(brush.to - brush.from) >= LEAST_BRUSH) {
      const per = (shown.to - shown.from) / width;
      const [a, b] = [Math.min(brush.from, brush.to), Math.max(brush.from, brush.to)];
      zoom.show({ from: shown.from + a * per, to: shown.from + b * per });
    }
    setBrush(null);
    if (resumes.current) clock.play();
    resumes.current = false;
  };
  const key = (event: KeyboardEvent): void => {
    const { duration, seconds } = clock;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !store.getState().settings.shortcuts) return;
    const by = (shown.to - shown.from) * (event.shiftKey ? 0.1 : 0.01);
    const middle = (row + 0.5) / rows;
    const point = (next: number): void => {
      const named = name(next, seconds);
      setRow(next);
      const x = ((seconds - shown.from) / (shown.to - shown.from)) * width;
      setPointed(named && { x: Math.min(width, Math.max(0, x)), named });
    };
    const acts: Record<string, () => void> = {
      ArrowLeft: () => seek(seconds - by),
      ArrowRight: () => seek(seconds + by),
      ArrowUp: () => point((row + rows - 1) % rows),
      ArrowDown: () => point((row + 1) % rows),
      PageDown: () => seek(seconds - duration * 0.1),
      PageUp: () => seek(seconds + duration * 0.1),
      Home: () => seek(whole.from),
      End: () => seek(Math.min(whole.to, duration * LAST)),
      '+': () => zoomBy(zoom, KEY_ZOOM, seconds, middle),
      '=': () => zoomBy(zoom, KEY_ZOOM, seconds, middle),
      '-': () => zoomBy(zoom, 1 / KEY_ZOOM, seconds, middle),
      '0': () => zoom.show(whole),
      Enter: () => zoom.enter(seconds, middle),
      Backspace: () => zoom.leave(),
    };
    if (!Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  };
  return (
    <>
      <div
        ref={track}
        className="playhead-track"
        role="slider"
        tabIndex={0}
        aria-label={words('timeline.playhead')}
        aria-description={words('timeline.keys')}
        aria-valuemin={0}
        aria-valuemax={clock.duration}
        aria-valuenow={clock.seconds}
        aria-valuetext={words('timeline.at', {
          at: format.seconds(clock.seconds),
          whole: format.seconds(clock.duration),
        })}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={() => setPointed(null)}
        onBlur={() => setPointed(null)}
        onDoubleClick={() => zoom.enter(clock.seconds, (row + 0.5) / rows)}
        onKeyDown={key}
      >
        <div ref={line} className="playhead" />
        {brush ? (
          <div
            className="brush"
            style={{ left: Math.min(brush.from, brush.to), width: Math.abs(brush.to - brush.from) }}
          />
        ) : null}
      </div>
      <SpanTip x={pointed?.x ?? 0} width={width} named={pointed?.named ?? null} />
    </>
  );
}
