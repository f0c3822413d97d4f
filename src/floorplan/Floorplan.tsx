import '../state/laterWords.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Address, contains, formatAddress, parentOf, parseAddress } from '../cluster/address.ts';
import { placeName } from '../state/names.ts';
import { useRainier, useSession } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import './floorplan.css';
import { fullName, shortName } from './names.ts';
import { paint, type Sheet } from './paint.ts';
import type { Rect } from './plan.ts';
import { sheetOf } from './sheet.ts';

/** Room kept free for what stands around the plan, CSS pixels. */
const ROOM = {
  top: 64,
  side: 28,
  bottom: 64,
  left: 320,
  wide: 860,
  narrowTop: 190,
  narrowBottom: 120,
  lowTop: 88,
  steeredTop: 160,
  lowBottom: 74,
  lowest: 52,
};

/** The same places as in 3D, seen flat: where WebGL is missing, and where reading is better than flying. */
export function Floorplan() {
  const words = useWords();
  const { store, clock, flyTo, setTraveller } = useSession();
  const at = useRainier((state) => state.view.at);
  const job = useRainier((state) => state.job);
  const result = useRainier((state) => state.result);
  const resultOf = useRainier((state) => state.resultOf);
  const resolved = useRainier((state) => state.resolved);
  const theme = useRainier((state) => state.theme);
  const axis = useRainier((state) => state.axis);
  const unfolded = useRainier((state) => state.unfolded);
  const selected = useRainier((state) => state.selected);
  const chip = useRainier((state) => state.chip);
  const layer = useRainier((state) => state.layer);
  const kind = useRainier((state) => state.kind);
  const led = useRainier((state) => state.tour !== null);
  const labels = useRainier((state) => state.labels);
  const webgl = useRainier((state) => state.webgl);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  const address = useMemo(() => parseAddress(at) ?? [], [at]);

  useEffect(() => {
    setTraveller(async (to) => {
      store.setState((state) => ({ view: { ...state.view, at: to, cam: null } }));
    });
    return () => setTraveller(null);
  }, [store, setTraveller]);

  useEffect(() => {
    const element = canvas.current?.parentElement;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const sheet = useMemo(
    () =>
      width === 0
        ? null
        : sheetOf(
            { job, at, result, resultOf, resolved, theme, axis, unfolded, layer, kind, selected, chip },
            { width, height, room: roomIn(width, height, led, isSteered(address)) },
          ),
    [
      job,
      at,
      result,
      resultOf,
      resolved,
      theme,
      axis,
      unfolded,
      layer,
      kind,
      selected,
      chip,
      width,
      height,
      led,
      address,
    ],
  );

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !sheet) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    context.canvas.width = Math.round(sheet.width * ratio);
    context.canvas.height = Math.round(sheet.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const draw = (): void => paint(context, sheet, clock);
    draw();
    return clock.onFrame(draw);
  }, [sheet, clock]);

  const name = placeName(words, address);
  const faults = (resultOf ?? resolved).faults.flatMap(({ at: place, to }) => (to ? [place, to] : [place]));
  const struck = faults.map((place) => parseAddress(place) ?? []);
  /** Whether a fault is in a place, or all around it. */
  const isStruck = (of: Address): boolean =>
    struck.some((place) => contains(of, place) || contains(place, of));
  return (
    <div className="floorplan">
      <canvas ref={canvas} role="img" aria-label={words('plan.label', { place: name })} />
      {sheet?.plan.bodies.map(({ name: body, address: of, ...rect }, i) =>
        (body || of) && labels && rect.w * sheet.fit.scale >= NUMBER ? (
          <span
            key={i}
            className={of ? 'plan-name corner' : 'plan-name'}
            style={styleOf(sheet, rect)}
            aria-hidden="true"
          >
            <span>
              {body ? words(`plan.${body}`) : nameIn(sheet, rect, of ?? [], placeName(words, of ?? []))}
            </span>
          </span>
        ) : null,
      )}
      {sheet?.plan.children.map((child) => (
        <button
          key={formatAddress(child.address)}
          type="button"
          className={child.address.length >= 7 ? 'plan-place inner' : 'plan-place'}
          style={styleOf(sheet, child)}
          data-fault={isStruck(child.address)}
          aria-label={
            isStruck(child.address)
              ? words('plan.struck', { place: fullName(words, address, child.address) })
              : fullName(words, address, child.address)
          }
          aria-current={formatAddress(child.address) === selected ? 'true' : undefined}
          onClick={() => void flyTo(formatAddress(child.address))}
        >
          {labels ? (
            <span>{nameIn(sheet, child, child.address, shortName(words, address, child.address))}</span>
          ) : null}
        </button>
      ))}
      <p className="plan-note">
        <span className="long" data-deep={address.length > 0}>
          {words(webgl ? 'page.floorplan' : 'page.noWebgl')}
        </span>
        <span className="short" data-deep={address.length > 0}>
          {words(webgl ? 'plan.flat' : 'plan.noWebgl')}
        </span>
        {address.length > 0 ? (
          <button
            type="button"
            className="plain"
            onClick={() => void flyTo(formatAddress(parentOf(address)))}
          >
            {words('plan.out', { place: placeName(words, parentOf(address)) })}
          </button>
        ) : null}
      </p>
    </div>
  );
}

/** Whether buttons stand over the plan: dates of the campus, dimensions of the torus. */
function isSteered({ length }: Address): boolean {
  return length === 0 || length === 4;
}

/** Where the plan may lie: clear of the bar above, and on wide screens of what stands at the left. */
function roomIn(width: number, height: number, led: boolean, steered: boolean): Rect {
  const wide = width > ROOM.wide;
  // On a phone the words of a tour take the lower half.
  if (led && !wide)
    return { x: ROOM.side, y: ROOM.top, w: width - 2 * ROOM.side, h: height / 2 - ROOM.top - ROOM.side };
  const left = wide ? ROOM.left : ROOM.side;
  // Where the picture is low, words give way to the plan.
  const low = height < 480;
  // As on a small phone, where the title leaves too (narrow.css).
  const lowest = height < 200;
  const top = wide
    ? ROOM.top
    : lowest
      ? ROOM.lowest
      : low
        ? steered
          ? ROOM.steeredTop
          : ROOM.lowTop
        : ROOM.narrowTop;
  const bottom = wide ? ROOM.bottom : lowest ? 8 : low ? ROOM.lowBottom : ROOM.narrowBottom;
  return { x: left, y: top, w: width - left - ROOM.side, h: height - top - bottom };
}

/** Room that a number needs, and each letter of a name, CSS pixels. */
const NUMBER = 14;
const LETTER = 6.8;

/** As much of a name as can stand at a place without lying over those of its neighbours: all of it, its number, nothing. */
function nameIn({ fit }: Sheet, { w }: Rect, address: Address, name: string): string {
  const room = w * fit.scale;
  if (room < NUMBER || name === '') return '';
  return name.length <= 3 || room >= LETTER * name.length ? name : String(address[address.length - 1]);
}

function styleOf({ fit }: Sheet, { x, y, w, h }: Rect) {
  return {
    left: fit.x + x * fit.scale,
    top: fit.y + y * fit.scale,
    width: w * fit.scale,
    height: h * fit.scale,
  };
}
