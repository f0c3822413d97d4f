import type { PatternEntry } from '../../timeline/recorder.ts';
import { Kind } from '../../timeline/timeline.ts';
import { type LaneItem, playLane } from './lane.ts';
import type { TimedEntry } from './template.ts';

/** A collective of data parallelism, timed. */
export interface DataCost {
  readonly kind: Kind;
  readonly seconds: number;
  readonly bytes: number;
  readonly wires: 'scaleUp' | 'scaleOut';
}

/** One collective of data parallelism, seconds relative to the start of what it runs beside. */
export interface DataSpan {
  readonly kind: Kind;
  readonly start: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** A part of the model in a pass: what it does, what must be there before, what leaves after. */
export interface PassPart {
  readonly layer: number;
  readonly entries: readonly TimedEntry[];
  /** Weights gathered for it (ZeRO-3), prefetched while the part before it works. */
  readonly gathers: readonly DataCost[];
  /** Gradients scattered when it is done (ZeRO-2 and -3). */
  readonly scatters: readonly DataCost[];
}

/** One pass of a microbatch through a chunk. */
export interface Pass {
  readonly pattern: readonly PatternEntry[];
  readonly seconds: number;
  /** Wires of each entry of the pattern; null for what is no collective. */
  readonly wires: readonly TimedEntry['wires'][];
  /** Entries of the pattern when each part is through. */
  readonly through: readonly number[];
  /** Weight and gradient traffic beside it. */
  readonly data: readonly DataSpan[];
}

/**
 * Plays a pass. The weights of the next part are on their way while one part works; gradients leave while the next one
 * does; all of them have left when the pass ends. Waiting for weights, and for the last gradients, stands in the pattern
 * as such. Compute runs slower beside traffic, by `slowdown` times its share of the time.
 */
export function playPass(parts: readonly PassPart[], slowdown: number): Pass {
  const items: LaneItem[] = [];
  const shown: { readonly item: number; readonly layer: number; readonly timed: TimedEntry | null }[] = [];
  const data: { readonly item: number; readonly cost: DataCost }[] = [];
  const slower = 1 + slowdown * trafficShare(parts);
  const issue = (cost: DataCost): number => {
    data.push({ item: items.length, cost });
    const { seconds, wires } = cost;
    return items.push({ type: 'collective', seconds, wires, blocking: false }) - 1;
  };
  const through: number[] = [];
  let coming = parts.length > 0 ? parts[0].gathers.map(issue) : [];
  parts.forEach(({ layer, entries, scatters }, index) => {
    const awaited = coming;
    coming = index + 1 < parts.length ? parts[index + 1].gathers.map(issue) : [];
    for (const item of awaited) {
      shown.push({ item: items.length, layer, timed: null });
      items.push({ type: 'wait', item });
    }
    for (const timed of entries) {
      shown.push({ item: items.length, layer, timed });
      const { seconds, wires } = timed;
      items.push(
        wires === null
          ? { type: 'compute', seconds: seconds * slower }
          : { type: 'collective', seconds, wires, blocking: true },
      );
    }
    scatters.forEach(issue);
    through.push(shown.length);
  });
  const played = playLane(items);
  const pattern: PatternEntry[] = [];
  const wires: TimedEntry['wires'][] = [];
  const counted: number[] = [];
  let at = 0;
  shown.forEach(({ item, layer, timed }, index) => {
    const end = played.end[item];
    if (end > at) {
      const { kind, bytes, flops } = timed ?? { kind: Kind.dataAllGather, bytes: 0, flops: 0 };
      // A collective that waits for the wires counts from when the rank waits for it.
      pattern.push({ start: at, end, kind, layer, bytes, flops });
      wires.push(timed?.wires ?? null);
      at = end;
    }
    while (counted.length < through.length && through[counted.length] === index + 1)
      counted.push(pattern.length);
  });
  if (played.seconds > at) {
    const tail = {
      start: at,
      end: played.seconds,
      kind: Kind.dataReduceScatter,
      layer: -1,
      bytes: 0,
      flops: 0,
    };
    pattern.push(tail);
    wires.push(null);
  }
  const spans = data.map(({ item, cost }) => ({ ...cost, start: played.start[item] }));
  return {
    pattern,
    wires,
    through: counted,
    seconds: played.seconds,
    data: spans.sort((a, b) => a.start - b.start),
  };
}

/** Seconds of traffic beside compute for each second of compute, 1 at most. */
function trafficShare(parts: readonly PassPart[]): number {
  let traffic = 0;
  let compute = 0;
  for (const { entries, gathers, scatters } of parts) {
    for (const { seconds } of [...gathers, ...scatters]) traffic += seconds;
    for (const { seconds, wires } of entries) if (wires === null) compute += seconds;
  }
  return compute > 0 ? Math.min(1, traffic / compute) : 0;
}
