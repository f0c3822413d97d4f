import type { Detail } from '../../timeline/detail.ts';
import { lastSpan } from '../../timeline/spans.ts';
import { Stream } from '../../timeline/timeline.ts';

/** Axes of the torus, ways along a link (0 in ring direction, 1 against it), and links of a ring. */
export const AXES = 3;
export const WAYS = 2;
export const RING = 4;
/** Sorts of link that a collective may treat differently: `(axis × 2 + way) × 4 + position of the link in its ring`. */
export const SORTS = AXES * WAYS * RING;
/** Numbers a sort: light 0 … 1, place of the head 0 … 1, length of the tail as a share of the link, 1 for a true hop. */
export const FIELDS = 4;

/** A collective by sort of link: which row of its detail each has, −1 for none. */
export interface Rings {
  readonly detail: Detail;
  /** Seconds of the whole. */
  readonly seconds: number;
  readonly rows: Int16Array;
  /** Share of the whole in which each sort is busy. */
  readonly busy: Float32Array;
  /** Bytes of the largest message. */
  readonly largest: number;
}

/** Tails of the smallest and the largest message, and of a mean, as shares of a link. */
const TAIL = { short: 0.07, long: 0.34, mean: 0.22 } as const;

/** The rows of a collective's detail by sort of link. Members that fill a part of an axis repeat along it. */
export function ringsOf(detail: Detail): Rings {
  const rows = new Int16Array(SORTS).fill(-1);
  const busy = new Float32Array(SORTS);
  const seconds = detail.end - detail.start;
  const members = new Array<number>(AXES).fill(0);
  for (const row of detail.rows) {
    if (row.what === 'link' && row.axis >= 0 && row.axis < AXES)
      members[row.axis] = Math.max(members[row.axis], row.from + 1, row.to + 1);
  }
  detail.rows.forEach((row, index) => {
    if (row.what !== 'link' || row.network !== 'scaleUp' || row.axis < 0 || row.axis >= AXES) return;
    const way = row.direction === 1 ? 0 : 1;
    // Against the ring a message leaves the link's far end.
    const link = way === 0 ? row.from : row.to;
    // Where every rank does the same over its port, so does every link.
    const step = link < 0 ? 1 : members[row.axis];
    for (let at = Math.max(0, link); at < RING; at += step) {
      const sort = (row.axis * WAYS + way) * RING + at;
      rows[sort] = index;
      busy[sort] = row.bytes / row.bandwidth / seconds;
    }
  });
  const { bytes } = detail.timeline;
  return { detail, seconds, rows, busy, largest: bytes.reduce((a, b) => Math.max(a, b), 0) };
}

/**
 * What every sort of link carries `t` seconds after the collective began: the message under way runs from port to port
 * while its bytes do, brighter the more of the link it takes, its tail longer the more bytes it has. A closed form of
 * `t`. Writes `SORTS × FIELDS` numbers.
 */
export function hopsAt({ detail, rows, largest }: Rings, t: number, out: Float32Array): void {
  const { timeline } = detail;
  for (let sort = 0; sort < SORTS; sort++) {
    const at = sort * FIELDS;
    out[at] = 0;
    out[at + 3] = 1;
    const index = rows[sort];
    if (index < 0) continue;
    const span = lastSpan(timeline, index, Stream.scaleUp, t);
    if (span < 0 || t >= timeline.end[span]) continue;
    const row = detail.rows[index];
    const lasts = timeline.end[span] - timeline.start[span];
    const rate = timeline.bytes[span] / lasts;
    out[at] = row.what === 'link' ? Math.min(1, Math.sqrt(rate / row.bandwidth)) : 0;
    out[at + 1] = (t - timeline.start[span]) / lasts;
    out[at + 2] = TAIL.short + (TAIL.long - TAIL.short) * Math.sqrt(timeline.bytes[span] / largest);
  }
}

/** The mean of a stretch of time in which collectives ran for a `share`; pulses at `head` only say which way. */
export function meanHops(rings: Rings | null, share: number, head: number, out: Float32Array): void {
  for (let sort = 0; sort < SORTS; sort++) {
    const at = sort * FIELDS;
    // Unless it is known how the collective goes, every ring is lit in its own direction.
    const busy = rings ? rings.busy[sort] : Math.floor(sort / RING) % WAYS === 0 ? 1 : 0;
    out[at] = Math.sqrt(share * busy);
    out[at + 1] = head;
    out[at + 2] = TAIL.mean;
    out[at + 3] = 0;
  }
}
