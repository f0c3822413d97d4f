import type { PatternEntry } from '../../timeline/recorder.ts';
import { isCollective } from '../../timeline/spans.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { Flow, FlowSpan } from './flow.ts';
import { type LaneItem, playLane } from './lane.ts';
import { MEMORY } from './share.ts';
import type { TimedEntry } from './template.ts';

/** A part of the model in a pass: what it does, what must be there before, what leaves after. */
export interface PassPart {
  readonly layer: number;
  readonly entries: readonly TimedEntry[];
  /** Weights gathered for it (ZeRO-3), prefetched while the part before it works. */
  readonly gathers: readonly Flow[];
  /** Gradients scattered when it is done (ZeRO-2 and -3). */
  readonly scatters: readonly Flow[];
  /** Gradients reduced from when it is done, for which the pass does not wait. */
  readonly reductions?: readonly Flow[];
}

/** What a pass meets beside its own traffic. */
export interface PassSetting {
  /** Share of the engines that a collective takes from compute beside it; a message is a plain copy and takes none. */
  readonly engines: number;
  /** The result of the pass before, which leaves as this one begins, as the next one's input comes; null where stages
   *  pass nothing. */
  readonly message: Flow | null;
}

/** One pass of a microbatch through a chunk. */
export interface Pass {
  readonly pattern: readonly PatternEntry[];
  /** Until the rank is through and the traffic of the pass itself has left. */
  readonly seconds: number;
  /** Weight and gradient traffic beside it; reductions may last longer than the pass. */
  readonly data: readonly FlowSpan[];
  /** Collectives that run under the operators they feed or empty. */
  readonly hidden: readonly FlowSpan[];
  /** How long the message beside it takes. */
  readonly message: number;
}

/**
 * Plays a pass. The weights of the next part are on their way while one part works; gradients leave while the next one
 * does; all of them have left when the pass ends. Waiting for weights, and for the last traffic, stands in the pattern
 * as such. Whatever travels at once shares its links (lane.ts).
 */
export function playPass(parts: readonly PassPart[], { engines, message }: PassSetting): Pass {
  const items: LaneItem[] = [];
  const shown: { readonly item: number; readonly layer: number; readonly timed: TimedEntry | null }[] = [];
  const flows: { readonly item: number; readonly flow: Flow; readonly outlives: boolean }[] = [];
  const issue = (flow: Flow, outlives = false): number => {
    const { seconds, load, queue } = flow;
    const taken = flow === message ? 0 : engines;
    const item = items.push({ type: 'collective', seconds, load, queue, engines: taken }) - 1;
    flows.push({ item, flow, outlives });
    return item;
  };
  if (message) issue(message, true);
  let coming = parts.length > 0 ? parts[0].gathers.map((flow) => issue(flow)) : [];
  parts.forEach(({ layer, entries, scatters, reductions = [] }, index) => {
    const awaited = coming;
    coming = index + 1 < parts.length ? parts[index + 1].gathers.map((flow) => issue(flow)) : [];
    for (const item of awaited) {
      shown.push({ item: items.length, layer, timed: null });
      items.push({ type: 'wait', item });
    }
    for (const timed of entries) {
      for (const flow of timed.beside ?? []) issue(flow);
      shown.push({ item: items.length, layer, timed });
      const { kind, seconds, load } = timed;
      items.push(
        isCollective(kind)
          ? { type: 'collective', seconds, load, queue: null }
          : { type: 'compute', seconds },
      );
    }
    for (const flow of scatters) issue(flow);
    for (const flow of reductions) issue(flow, true);
  });
  const played = playLane(items, { memoryBound: memoryBoundShare(parts) });
  const spanOf = ({ item, flow }: (typeof flows)[number]): FlowSpan => {
    const { kind, bytes, queue } = flow;
    return { kind, bytes, queue, start: played.start[item], seconds: played.end[item] - played.start[item] };
  };
  const spans = flows.map(spanOf);
  const own = spans.filter((_, index) => !flows[index].outlives);
  const left = own.reduce((latest, span) => Math.max(latest, span.start + span.seconds), 0);
  const byStart = (a: FlowSpan, b: FlowSpan) => a.start - b.start;
  const isData = ({ queue }: FlowSpan) => queue === 'dense' || queue === 'experts';
  return {
    pattern: patternOf(shown, played.end, left),
    seconds: Math.max(played.done, left),
    data: spans.filter(isData).sort(byStart),
    hidden: spans.filter(({ queue }) => queue === 'hidden').sort(byStart),
    message: spans.find(({ queue }) => queue === 'message')?.seconds ?? 0,
  };
}

/** Share of the compute of a pass that is bound by memory. The mean stands for every operator: which of them a flow meets
 *  is chance. */
function memoryBoundShare(parts: readonly PassPart[]): number {
  let compute = 0;
  let bound = 0;
  for (const { entries } of parts) {
    for (const { kind, seconds, load } of entries) {
      if (isCollective(kind)) continue;
      compute += seconds;
      bound += seconds * (load[MEMORY] ?? 0);
    }
  }
  return compute > 0 ? bound / compute : 0;
}

/** What a rank is seen doing: its entries one after the other, each until it ends, and the wait for the last traffic. */
function patternOf(
  shown: readonly { readonly item: number; readonly layer: number; readonly timed: TimedEntry | null }[],
  end: readonly number[],
  left: number,
): PatternEntry[] {
  const pattern: PatternEntry[] = [];
  let at = 0;
  for (const { item, layer, timed } of shown) {
    if (end[item] <= at) continue;
    const { kind, bytes, flops } = timed ?? { kind: Kind.dataAllGather, bytes: 0, flops: 0 };
    pattern.push({ start: at, end: end[item], kind, layer, bytes, flops });
    at = end[item];
  }
  if (left > at) {
    const nothing = { layer: -1, bytes: 0, flops: 0 };
    pattern.push({ start: at, end: left, kind: Kind.dataReduceScatter, ...nothing });
  }
  return pattern;
}
