import { activeSpan, lastSpan } from './spans.ts';
import { STREAMS, Stream, type Timeline } from './timeline.ts';

/** The chain of work that makes a step as long as it is. */
export interface CriticalPath {
  /** Spans of the timeline, in order of time. */
  readonly spans: Uint32Array;
  /** Class of each. */
  readonly classes: Uint32Array;
  /** When the chain leaves it, seconds: before its end where gradients set out while it still runs. */
  readonly until: Float64Array;
  /** Seconds on the chain by what they are spent on; with `waiting` (nothing on record reaches from one span of the chain to
   *  the next) they add up to the step. */
  readonly passes: number;
  readonly messages: number;
  readonly traffic: number;
  readonly waiting: number;
}

/** Two instants are one when they are this near, as a share of the step: ends and starts are sums of rounded numbers. */
const NEAR = 1e-9;

/**
 * Walks back from the span that ends last. What a span waited for is what ended last before it began: the span before it
 * on the compute or data stream of its class, a message that arrived, or, where all replicas or stages wait for each
 * other, what another class ended at that very instant. Gradients that set out during a pass waited for its part so far.
 */
export function criticalPath(timeline: Timeline): CriticalPath {
  const { start, end, seconds } = timeline;
  const before = causes(timeline);
  const chain: Link[] = [];
  const sum = { passes: 0, messages: 0, traffic: 0 };
  let link: Link | null = lastOf(timeline);
  let until = link ? end[link.span] : 0;
  const left: number[] = [];
  while (link) {
    chain.push(link);
    left.push(until);
    const { span, cls } = link;
    const stream = streamOf(timeline, cls, span);
    sum[SPENT_ON[stream]] += until - start[span];
    link = start[span] > NEAR * seconds ? before(span, cls, stream) : null;
    until = link ? Math.min(start[span], end[link.span]) : 0;
  }
  chain.reverse();
  return {
    spans: Uint32Array.from(chain, ({ span }) => span),
    classes: Uint32Array.from(chain, ({ cls }) => cls),
    until: Float64Array.from(left.reverse()),
    ...sum,
    waiting: Math.max(0, seconds - sum.passes - sum.messages - sum.traffic),
  };
}

/** A span and its class. */
interface Link {
  readonly span: number;
  readonly cls: number;
}

/** What the seconds of a stream are spent on. */
const SPENT_ON: Readonly<Record<Stream, 'passes' | 'messages' | 'traffic'>> = {
  [Stream.compute]: 'passes',
  [Stream.scaleUp]: 'traffic',
  [Stream.sendForward]: 'messages',
  [Stream.sendBackward]: 'messages',
  [Stream.data]: 'traffic',
};

/** What a span waited for; null where nothing on record did. */
function causes(timeline: Timeline): (span: number, cls: number, stream: Stream) => Link | null {
  const { classes, start, end, seconds, tracks } = timeline;
  const near = NEAR * seconds;
  const arrived = arrivalsOf(timeline);
  /** The last of a stream that has ended by `t`. */
  const ended = (cls: number, stream: Stream, t: number): Link | null => {
    let span = lastSpan(timeline, cls, stream, t);
    const first = tracks[cls * STREAMS + stream];
    while (span >= first && (end[span] > t + near || start[span] >= t)) span--;
    return span >= first ? { span, cls } : null;
  };
  const latest = (links: readonly (Link | null)[], t: number): Link | null => {
    let best: Link | null = null;
    for (const link of links)
      if (link && start[link.span] < t && (!best || end[link.span] > end[best.span] + near)) best = link;
    return best;
  };
  return (span, cls, stream) => {
    const t = start[span];
    const own = ended(cls, Stream.compute, t);
    if (SPENT_ON[stream] === 'messages')
      // Both ways may share a wire.
      return latest([own, ended(cls, Stream.sendForward, t), ended(cls, Stream.sendBackward, t)], t);
    const best = latest([own, ended(cls, Stream.data, t), arrived(cls, t + near)], t);
    if (best && end[best.span] >= t - near) return best;
    const running = stream === Stream.data ? activeSpan(timeline, cls, Stream.compute, t) : -1;
    if (running >= 0 && start[running] < t) return { span: running, cls };
    const others = Array.from({ length: classes }, (_, other) => [
      ended(other, Stream.compute, t),
      ended(other, Stream.data, t),
    ]);
    return latest([best, ...others.flat()], t);
  };
}

/** The span that ends last, of any class. */
function lastOf({ end, tracks, classes }: Timeline): Link | null {
  let span = -1;
  let cls = 0;
  for (let c = 0; c < classes; c++)
    for (let i = tracks[c * STREAMS]; i < tracks[(c + 1) * STREAMS]; i++)
      if (span < 0 || end[i] > end[span]) {
        span = i;
        cls = c;
      }
  return span < 0 ? null : { span, cls };
}

function streamOf({ tracks }: Timeline, cls: number, span: number): Stream {
  let stream = STREAMS - 1;
  while (tracks[cls * STREAMS + stream] > span) stream--;
  return stream as Stream;
}

/** The message that arrived last at a class by an instant. */
function arrivalsOf({ tracks, classes, peer, end }: Timeline): (cls: number, t: number) => Link | null {
  const to = Array.from({ length: classes }, (): Link[] => []);
  for (let cls = 0; cls < classes; cls++)
    for (const stream of [Stream.sendForward, Stream.sendBackward])
      for (let span = tracks[cls * STREAMS + stream]; span < tracks[cls * STREAMS + stream + 1]; span++)
        if (peer[span] >= 0) to[peer[span]].push({ span, cls });
  for (const list of to) list.sort((a, b) => end[a.span] - end[b.span]);
  return (cls, t) => {
    const list = to[cls];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (end[list[middle].span] <= t) low = middle + 1;
      else high = middle;
    }
    return low > 0 ? list[low - 1] : null;
  };
}
