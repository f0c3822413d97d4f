import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { usePlayhead } from '../usePlayhead.ts';

/** The last instant that still belongs to the step, as a share of it. */
export const LAST = 0.9999;

/** The playhead over the chart (`width` CSS pixels): dragged, or moved by keys. It moves without React, as a layer of
 *  its own, so that nothing is laid out or painted for it. */
export function Playhead({ width }: { width: number }) {
  const words = useWords();
  const format = useFormat();
  const { clock } = useSession();
  const track = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const resumes = useRef(false);
  usePlayhead();

  useEffect(() => {
    let shown = Number.NaN;
    const move = (): void => {
      const share = clock.duration > 0 ? clock.seconds / clock.duration : 0;
      // By its own width: a frame in which nothing of the page moves but the scene costs a fraction of one that has to
      // be put together anew from all its parts.
      const x = 2 * Math.round((share * width) / 2);
      if (x === shown || !line.current) return;
      shown = x;
      line.current.style.transform = `translateX(${x}px)`;
    };
    move();
    return clock.onFrame(move);
  }, [clock, width]);

  const seekTo = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const share = Math.min(LAST, Math.max(0, (event.clientX - box.left) / box.width));
    clock.seek(share * clock.duration);
  };
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    resumes.current = clock.playing;
    clock.pause();
    seekTo(event);
  };
  const release = (): void => {
    if (resumes.current) clock.play();
    resumes.current = false;
  };
  const key = (event: KeyboardEvent): void => {
    const { duration, seconds } = clock;
    const by = duration * (event.shiftKey ? 0.1 : 0.01);
    const to: Record<string, number> = {
      ArrowLeft: seconds - by,
      ArrowDown: seconds - by,
      ArrowRight: seconds + by,
      ArrowUp: seconds + by,
      PageDown: seconds - duration * 0.1,
      PageUp: seconds + duration * 0.1,
      Home: 0,
      End: duration * LAST,
    };
    if (!Object.hasOwn(to, event.key)) return;
    event.preventDefault();
    clock.seek(Math.min(duration * LAST, Math.max(0, to[event.key])));
  };
  return (
    <div
      ref={track}
      className="playhead-track"
      role="slider"
      tabIndex={0}
      aria-label={words('timeline.playhead')}
      aria-valuemin={0}
      aria-valuemax={clock.duration}
      aria-valuenow={clock.seconds}
      aria-valuetext={words('timeline.at', {
        at: format.seconds(clock.seconds),
        whole: format.seconds(clock.duration),
      })}
      onPointerDown={press}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={key}
    >
      <div ref={line} className="playhead" />
    </div>
  );
}
