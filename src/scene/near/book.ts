import type { Detail, DetailRequest } from '../../timeline/detail.ts';
import { activeSpan, isCollective } from '../../timeline/spans.ts';
import { Stream, type Timeline } from '../../timeline/timeline.ts';
import { type Rings, ringsOf } from './rings.ts';

/** A collective under way, or the next of its pass: how it goes, and when it ends (seconds of the step). */
export interface Running {
  rings: Rings | null;
  end: number;
}

/** How the collectives of a step go on their links: each asked for once, since layers repeat. */
export interface Book {
  /** The collective of class `cls` that runs at `t` or comes next in its pass; false where there is none. Its rings are
   *  null until they are known. */
  find(timeline: Timeline, cls: number, t: number, out: Running): boolean;
}

/** `inside` answers what a part of the step is like; `arrived` is called when it has. */
export function createBook(inside: (request: DetailRequest) => Promise<Detail>, arrived: () => void): Book {
  let of: Timeline | null = null;
  let sameAs = new Int32Array(0);
  let known: (Rings | null)[] = [];
  let asked: boolean[] = [];

  const ask = (sort: number, cls: number, time: number): void => {
    asked[sort] = true;
    const mine = known;
    inside({ lens: 'collective', cls, time })
      .then((detail) => {
        if (detail.lens === 'collective') mine[sort] = ringsOf(detail);
        if (mine === known) arrived();
      })
      // The step has been replaced meanwhile: its successor asks for itself.
      .catch(() => {});
  };

  return {
    find(timeline, cls, t, out) {
      if (of !== timeline) {
        of = timeline;
        sameAs = sorts(timeline);
        known = [];
        asked = [];
      }
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
      if (!asked[sort]) ask(sort, cls, t);
      out.rings = known[sort] ?? null;
      out.end = timeline.start[span] + end[low];
      return true;
    },
  };
}

/** For each entry of the patterns, a number that entries which go alike share. */
function sorts({ patterns }: Timeline): Int32Array<ArrayBuffer> {
  const { kind, bytes, start, end } = patterns;
  const numbers = new Map<string, number>();
  return Int32Array.from({ length: kind.length }, (_, e) => {
    if (!isCollective(kind[e])) return -1;
    const name = `${kind[e]} ${bytes[e].toPrecision(6)} ${(end[e] - start[e]).toPrecision(6)}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}
