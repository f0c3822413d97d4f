import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { parseAddress } from '../../cluster/address.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { usePlayhead } from '../usePlayhead.ts';
import { populationAt } from '../usePopulation.ts';
import { stateText, twigName } from './wording.ts';
import './pointed.css';

/** From the pointer to the tag, CSS pixels: beside a mouse, above a finger. */
const BESIDE = { x: 14, y: 18 };
const ABOVE = 30;
/** Kept free at the edges of the picture. */
const EDGE = 8;

/** Where a pointer is in the picture, CSS pixels. */
interface Spot {
  x: number;
  y: number;
  readonly finger: boolean;
}

/** Name and state of the place that is pointed at, beside the pointer; after a tap, above the finger. Who hears the page
 *  finds the same in the tree of places. */
export function Pointed() {
  const { store } = useSession();
  const hovered = useRainier((state) => state.hovered);
  const at = useRainier((state) => state.view.at);
  const [tapped, setTapped] = useState<string | null>(null);
  const [held, setHeld] = useState(false);
  const spot = useRef<Spot>({ x: 0, y: 0, finger: false });
  const tag = useRef<HTMLDivElement>(null);
  const shown = held ? null : (hovered ?? tapped);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was tapped is another place's after the journey
  useEffect(() => setTapped(null), [at]);
  useEffect(() => {
    const stage = document.querySelector('.stage');
    if (!stage) return;
    const follow = (event: PointerEvent): void => {
      const box = stage.getBoundingClientRect();
      spot.current = {
        x: event.clientX - box.left,
        y: event.clientY - box.top,
        finger: event.pointerType === 'touch',
      };
      put(tag.current, spot.current);
    };
    const down = (event: PointerEvent): void => {
      setHeld(true);
      setTapped(null);
      follow(event);
    };
    const up = (event: PointerEvent): void => {
      setHeld(false);
      follow(event);
      // The picture has selected it by now.
      if (event.type === 'pointerup' && event.pointerType === 'touch') setTapped(store.getState().selected);
    };
    const listeners = [
      ['pointermove', follow],
      ['pointerdown', down],
      ['pointerup', up],
      ['pointercancel', up],
    ] as const;
    for (const [name, listener] of listeners) stage.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of listeners) stage.removeEventListener(name, listener as EventListener);
    };
  }, [store]);
  useLayoutEffect(() => put(tag.current, spot.current));
  return (
    <div ref={tag} className="pointed" aria-hidden="true" hidden={shown === null}>
      {shown === null ? null : <PlaceNow at={shown} />}
    </div>
  );
}

function PlaceNow({ at }: { readonly at: string }) {
  const words = useWords();
  const format = useFormat();
  const clock = usePlayhead();
  const job = useRainier((state) => state.job);
  const timeline = useRainier((state) => state.result?.timeline);
  return (
    <>
      <b>{twigName(words, parseAddress(at) ?? [])}</b>
      {job && timeline ? (
        <span>{stateText(words, format, timeline, populationAt(job, at), clock.seconds)}</span>
      ) : null}
    </>
  );
}

/** Moves the tag to the pointer, inside the picture. */
function put(tag: HTMLElement | null, { x, y, finger }: Spot): void {
  const room = tag?.parentElement;
  if (!tag || !room || tag.hidden) return;
  const { offsetWidth: width, offsetHeight: height } = tag;
  const left = finger ? x - width / 2 : x + BESIDE.x;
  const below = !finger && y + BESIDE.y + height < room.clientHeight - EDGE;
  const top = below ? y + BESIDE.y : y - height - (finger ? ABOVE : EDGE);
  const inside = Math.max(EDGE, Math.min(room.clientWidth - width - EDGE, left));
  tag.style.transform = `translate(${Math.round(inside)}px, ${Math.round(Math.max(EDGE, top))}px)`;
}
