import '../state/laterWords.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Address, depthOf, formatAddress, parentOf, parseAddress } from '../cluster/address.ts';
import { classOfChip } from '../cluster/job.ts';
import { pickedChip } from '../cluster/picked.ts';
import { palettes } from '../look/palette.ts';
import { placeName } from '../state/names.ts';
import { useRainier, useSession } from '../state/session.tsx';
import { useWords, type Words } from '../state/words.tsx';
import './floorplan.css';
import { planOf } from './atlas.ts';
import { mateCells, matesOfChip } from './layers/groups.ts';
import { fitInto, paint, type Sheet } from './paint.ts';
import type { Plan, Rect } from './plan.ts';

/** Room kept free for what stands around the plan, CSS pixels. */
const ROOM = { top: 64, side: 28, bottom: 36, left: 320, wide: 860, narrowTop: 190, narrowBottom: 120 };

/** The same places as in 3D, seen flat: where WebGL is missing, and where reading is better than flying. */
export function Floorplan() {
  const words = useWords();
  const { store, clock, flyTo, setTraveller } = useSession();
  const at = useRainier((state) => state.view.at);
  const job = useRainier((state) => state.job);
  const timeline = useRainier((state) => state.result?.timeline ?? null);
  const theme = useRainier((state) => state.theme);
  const labels = useRainier((state) => state.labels);
  const axis = useRainier((state) => state.axis);
  const webgl = useRainier((state) => state.webgl);
  const selected = useRainier((state) => state.selected);
  const layer = useRainier((state) => state.layer);
  const kind = useRainier((state) => state.kind);
  const expert = useRainier((state) => (state.resultOf ?? state.resolved).parallel.expert);
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

  const mates = useMemo(() => {
    if (!job || layer !== 'groups') return null;
    const chip = pickedChip(job.site, parseAddress(selected ?? at) ?? []);
    return matesOfChip({ job, expert }, chip, kind);
  }, [job, layer, expert, selected, at, kind]);

  const sheet = useMemo((): Sheet | null => {
    if (!job || width === 0) return null;
    const plan = planOf(job.site, address);
    const classes = Int32Array.from(plan.cells, ({ chip }) => classOfChip(job, chip));
    return {
      plan,
      classes,
      uniform: uniformGroups(plan, classes),
      timeline,
      palette: palettes[theme],
      axis,
      mates: mates && mateCells(plan, address, job.site.filled, mates),
      fit: fitInto(plan, roomIn(width, height)),
      width,
      height,
    };
  }, [job, address, timeline, theme, axis, mates, width, height]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !sheet) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    context.canvas.width = Math.round(sheet.width * ratio);
    context.canvas.height = Math.round(sheet.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const draw = (): void => paint(context, sheet, clock.seconds);
    draw();
    return clock.onFrame(draw);
  }, [sheet, clock]);

  const name = placeName(words, address);
  return (
    <div className="floorplan">
      <canvas ref={canvas} role="img" aria-label={words('plan.label', { place: name })} />
      {sheet?.plan.bodies.map(({ name: body, address: of, ...rect }, i) =>
        (body || of) && labels ? (
          <span
            key={i}
            className={of ? 'plan-name corner' : 'plan-name'}
            style={styleOf(sheet, rect)}
            aria-hidden="true"
          >
            {body ? words(`plan.${body}`) : placeName(words, of ?? [])}
          </span>
        ) : null,
      )}
      {sheet?.plan.children.map((child) => (
        <button
          key={formatAddress(child.address)}
          type="button"
          className={child.address.length >= 7 ? 'plan-place inner' : 'plan-place'}
          style={styleOf(sheet, child)}
          aria-label={fullName(words, address, child.address)}
          aria-current={formatAddress(child.address) === selected ? 'true' : undefined}
          onClick={() => void flyTo(formatAddress(child.address))}
        >
          {labels ? <span>{shortName(words, address, child.address)}</span> : null}
        </button>
      ))}
      <p className="plan-note">
        {words(webgl ? 'page.floorplan' : 'page.noWebgl')}{' '}
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

/** Where the plan may lie: clear of the bar above, and on wide screens of what stands at the left. */
function roomIn(width: number, height: number): Rect {
  const wide = width > ROOM.wide;
  const left = wide ? ROOM.left : ROOM.side;
  // Where the picture is low, words give way to the plan.
  const low = height < 480;
  const top = wide || low ? ROOM.top : ROOM.narrowTop;
  const bottom = wide || low ? ROOM.bottom : ROOM.narrowBottom;
  return { x: left, y: top, w: width - left - ROOM.side, h: height - top - bottom };
}

function styleOf({ fit }: Sheet, { x, y, w, h }: Rect) {
  return {
    left: fit.x + x * fit.scale,
    top: fit.y + y * fit.scale,
    width: w * fit.scale,
    height: h * fit.scale,
  };
}

/** What a place inside another is called there: a chip of an UltraServer by server, tray and number. */
function fullName(words: Words, outer: Address, inner: Address): string {
  const steps = inner.length - outer.length;
  return Array.from({ length: steps }, (_, i) => placeName(words, inner.slice(0, outer.length + i + 1))).join(
    ', ',
  );
}

/** Names in full where there is room, the number alone where many stand close together, none for 64 chips. */
function shortName(words: Words, outer: Address, inner: Address): string {
  const depth = depthOf(inner);
  if (depth === 'building' || depth === 'hall') return placeName(words, inner);
  if (depth !== 'chip') return String(inner[inner.length - 1]);
  return depthOf(outer) === 'tray' ? placeName(words, inner) : '';
}

/** Groups of cells in which all belong to one class: those fill as one. */
function uniformGroups(plan: Plan, classes: Int32Array): Set<number> {
  const seen = new Map<number, number>();
  const mixed = new Set<number>();
  plan.cells.forEach(({ group }, i) => {
    if (group === undefined) return;
    const before = seen.get(group);
    if (before === undefined) seen.set(group, classes[i]);
    else if (before !== classes[i]) mixed.add(group);
  });
  return new Set([...seen.keys()].filter((group) => !mixed.has(group)));
}
