import type { Detail, DetailRequest } from '../../timeline/detail.ts';
import { activeSpan, isCollective, patternEntryAt } from '../../timeline/spans.ts';
import { Stream, type Timeline } from '../../timeline/timeline.ts';
import { type Rings, ringsOf } from './rings.ts';

/** A collective under way, or the next of its pass: how it goes, and when it ends (seconds of the step). */
export interface Running {
  rings: Rings | null;
  end: number;
}

/** A kernel under way: its tiles, and when it began and ends (seconds of the step). */
export interface Kernel {
  tiles: Detail | null;
  start: number;
  end: number;
}

/** How the collectives and kernels of a step go on inside: each asked for once, since layers repeat. */
export interface Book {
  /** The collective of class `cls` that runs at `t` or comes next in its pass; false where there is none. Its rings are
   *  null until they are known. */
  find(timeline: Timeline, cls: number, t: number, out: Running): boolean;
  /** The kernel of class `cls` that runs at `t`; false where none does. Its tiles are null until they are known. */
  kernel(timeline: Timeline, cls: number, t: number, out: Kernel): boolean;
}

/** `inside` answers what a part of the step is like; `arrived` is called when it has. */
export function createBook(inside: (request: DetailRequest) => Promise<Detail>, arrived: () => void): Book {
  let of: Timeline | null = null;
  let sameAs = new Int32Array(0);
  let rings: (Rings | null)[] = [];
  let tiles: (Detail | null)[] = [];
  let asked: boolean[] = [];

  /** Starts anew for another step. */
  const open = (timeline: Timeline): void => {
    if (of === timeline) return;
    of = timeline;
    sameAs = sorts(timeline);
    rings = [];
    tiles = [];
    asked = [];
  };
  const ask = (lens: 'collective' | 'kernel', sort: number, cls: number, time: number): void => {
    if (asked[sort]) return;
    asked[sort] = true;
    const mine = asked;
    inside({ lens, cls, time })
      .then((detail) => {
        if (mine !== asked || detail.lens !== lens) return;
        if (lens === 'collective') rings[sort] = ringsOf(detail);
        else tiles[sort] = detail;
        arrived();
      })
      // The step has been replaced meanwhile: its successor asks for itself.
      .catch(() => {});
  };

  return {
    find(timeline, cls, t, out) {
      open(timeline);
      const span = activeSpan(timeline, cls, Stream.compute, t);
      const pattern = span < 0 ? -1 : timeline.pattern[span];
      if (pattern < 0) return false;
      const { offsets, end, kind } = timeline.patterns;
      const inside = t - timeline.start[span];
      let low = offsets[pattern];
      let high = offsets[pattern + 1];
      const last = high;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (end[middle] <= inside) low = middle + 1;
        else high = middle;
      }
      while (low < last && !isCollective(kind[low])) low++;
      if (low >= last) return false;
      const sort = sameAs[low];
      ask('collective', sort, cls, t);
      out.rings = rings[sort] ?? null;
      out.end = timeline.start[span] + end[low];
      return true;
    },
    kernel(timeline, cls, t, out) {
      open(timeline);
      const span = activeSpan(timeline, cls, Stream.compute, t);
      const entry = patternEntryAt(timeline, span, t);
      const { start, end, kind } = timeline.patterns;
      if (entry < 0 || isCollective(kind[entry])) return false;
      const sort = sameAs[entry];
      ask('kernel', sort, cls, t);
      out.tiles = tiles[sort] ?? null;
      out.start = timeline.start[span] + start[entry];
      out.end = timeline.start[span] + end[entry];
      return true;
    },
  };
}

/** For each entry of the patterns, a number that entries which go alike share. */
function sorts({ patterns }: Timeline): Int32Array<ArrayBuffer> {
  const { kind, bytes, flops, start, end } = patterns;
  const numbers = new Map<string, number>();
  return Int32Array.from({ length: kind.length }, (_, e) => {
    const seconds = (end[e] - start[e]).toPrecision(6);
    const name = `${kind[e]} ${bytes[e].toPrecision(6)} ${flops[e].toPrecision(6)} ${seconds}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}
