import { useEffect, useLayoutEffect, useRef } from 'react';
import { parseAddress } from '../../cluster/address.ts';
import { useRainier } from '../../state/session.tsx';
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
  readonly x: number;
  readonly y: number;
  readonly finger: boolean;
}

/** Name and state of the place that is pointed at, beside the pointer; after a tap, above the finger. Who hears the page
 *  finds the same in the tree of places. */
export function Pointed() {
  const hovered = useRainier((state) => state.hovered);
  const spot = useRef<Spot>({ x: 0, y: 0, finger: false });
  const tag = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stage = document.querySelector<HTMLElement>('.stage');
    const over = new AbortController();
    const follow = ({ clientX, clientY, pointerType }: PointerEvent): void => {
      const box = stage?.getBoundingClientRect();
      if (!box) return;
      spot.current = { x: clientX - box.left, y: clientY - box.top, finger: pointerType === 'touch' };
      put(tag.current, spot.current);
    };
    for (const name of ['pointerdown', 'pointermove'] as const)
      stage?.addEventListener(name, follow, { signal: over.signal });
    return () => over.abort();
  }, []);
  useLayoutEffect(() => put(tag.current, spot.current));
  return (
    <div ref={tag} className="pointed" aria-hidden="true" hidden={hovered === null}>
      {hovered === null ? null : <PlaceNow at={hovered} />}
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
