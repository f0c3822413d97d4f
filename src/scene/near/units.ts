import { WINDOW } from '../../state/pace.ts';
import type { Detail } from '../../timeline/detail.ts';
import { lastSpan } from '../../timeline/spans.ts';
import { STREAMS, Stream, type Timeline } from '../../timeline/timeline.ts';
import { type Activity, LEGIBLE, PULSE } from './activity.ts';
import type { Book, Kernel } from './book.ts';
import { eachSpan } from './busy.ts';

/** The parts of a core that a tile passes, in the order of the rows of a kernel's detail. */
export const UNITS = ['load', 'compute', 'drain', 'store'] as const;

/** What the inside of one class of chips is seen doing. */
export interface Inside {
  /** How far the kernel at hand is, 0 … 1; of a pass whose kernels are too short to be seen, how far that is. */
  level: number;
  /** 1 where it is the tensor engine that computes, 0 where vector and scalar engine do. */
  tensor: number;
  /** Share of the bytes through memory that come in. */
  read: number;
  /** Number of the tile that is computed, from 0. */
  tile: number;
  /** Share of the window in which each unit is busy. */
  readonly busy: [load: number, compute: number, drain: number, store: number];
  /** How far each unit is with its tile, 0 … 1; where tiles are too short to be followed, a legible pace. */
  readonly done: [load: number, compute: number, drain: number, store: number];
}

export function createInside(): Inside {
  return { level: 0, tensor: 1, read: 0.75, tile: 0, busy: [0, 0, 0, 0], done: [0, 0, 0, 0] };
}

/**
 * What the engines and memories of a core of class `cls` are seen doing at `t` seconds of the step, played at `speed`
 * simulated seconds a second; `activity` is what its chip does then (activity.ts).
 *
 * A kernel that lasts long enough to be seen is shown tile by tile, as its detail has it: how far each unit is with its
 * tile, and for which share of the last 0.3 s (on the wall) it was busy. Shorter kernels are shown by their shares. While
 * the chip waits for its links no unit is busy, and what was computed stays where it is.
 */
export function insideAt(
  timeline: Timeline,
  cls: number,
  t: number,
  speed: number,
  activity: Activity,
  book: Book,
  out: Inside = createInside(),
): Inside {
  const pace = Math.max(speed, 1e-12);
  const clock = t / 2 ** Math.round(Math.log2(pace * PULSE));
  const running = book.kernel(timeline, cls, t, kernel);
  out.tensor = 1;
  out.read = 0.75;
  out.tile = Math.floor(clock);
  for (let u = 0; u < UNITS.length; u++) out.done[u] = clock - Math.floor(clock);
  if (!running || (kernel.end - kernel.start) / pace < LEGIBLE) {
    const works = activity.phase > 0 ? activity.work : 0;
    // Between kernels, while a collective runs, the results of the last one lie there whole.
    const waits = !running && activity.phase > 0 && activity.work < 0.02 && activity.link > 0.5;
    out.level = waits ? 1 : activity.progress;
    out.busy[0] = out.busy[3] = Math.sqrt(activity.memory);
    out.busy[1] = out.busy[2] = works;
    if (waits) out.done.fill(1);
    return out;
  }
  out.level = (t - kernel.start) / (kernel.end - kernel.start);
  if (!kernel.tiles) {
    out.busy[0] = out.busy[3] = Math.sqrt(activity.memory);
    out.busy[1] = out.busy[2] = activity.work;
    return out;
  }
  tilesAt(kernel.tiles, t - kernel.start, pace, out);
  return out;
}

const kernel: Kernel = { tiles: null, start: 0, end: 0 };

/** Units of a kernel `t` seconds after its start. */
function tilesAt({ subject, timeline, rows }: Detail, t: number, pace: number, out: Inside): void {
  out.tensor = subject.flops > 0 ? 1 : 0;
  const to = Math.max(t, 1e-12);
  const from = Math.max(0, to - WINDOW * pace);
  let loaded = 0;
  let stored = 0;
  for (let u = 0; u < UNITS.length && u < rows.length; u++) {
    busy = 0;
    eachSpan(timeline, u, Stream.compute, from, to, addBusy);
    out.busy[u] = busy / (to - from);
    const span = lastSpan(timeline, u, Stream.compute, t);
    const first = timeline.tracks[u * STREAMS];
    const one = Math.max(span, first);
    const lasts = timeline.end[one] - timeline.start[one];
    if (u === 0) loaded = timeline.bytes[one];
    if (u === 3) stored = timeline.bytes[one];
    if (u === 1) out.tile = Math.max(0, span - first);
    // From one tile's beginning to the next one's it is `slot` seconds.
    const next = one + 1 < timeline.tracks[u * STREAMS + 1] ? one + 1 : one - 1;
    const slot = next < first ? lasts : Math.abs(timeline.start[next] - timeline.start[one]);
    if (slot / pace < LEGIBLE) continue;
    out.done[u] = span < 0 ? 0 : Math.min(1, (t - timeline.start[span]) / lasts);
  }
  if (loaded + stored > 0) out.read = loaded / (loaded + stored);
}

let busy = 0;
function addBusy(_: number, begin: number, end: number): void {
  busy += end - begin;
}
