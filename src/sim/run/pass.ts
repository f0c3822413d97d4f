import type { PatternEntry } from '../../timeline/recorder.ts';
import { Kind } from '../../timeline/timeline.ts';
import type { Flow, FlowSpan } from './flow.ts';
import { type LaneItem, type PlayedLane, playLane } from './lane.ts';
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
  /** Share of the engines that a collective takes from compute beside it, unless it says so itself. */
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

/** A pass as its rank's lane played it. */
export interface PassRun {
  /** Until the rank is through and the traffic of the pass itself has left. */
  readonly seconds: number;
  /** When that traffic has left. */
  readonly left: number;
  readonly lane: PlayedLane;
  /** What ran beside, and where it stands in the lane. */
  readonly flows: readonly Flow[];
  readonly at: readonly number[];
}

/** An item of the lane that the rank is seen doing; null where it waits for weights. */
interface Shown {
  readonly item: number;
  readonly layer: number;
  readonly timed: TimedEntry | null;
}

/**
 * Plays a pass. The weights of the next part are on their way while one part works; gradients leave while the next one
 * does; all of them have left when the pass ends. Waiting for weights, and for the last traffic, stands in the pattern
 * as such. Whatever travels at once shares its links (lane.ts).
 */
export function playPass(parts: readonly PassPart[], setting: PassSetting): Pass {
  const shown: Shown[] = [];
  const run = runPass(parts, setting, shown);
  const spans = flowSpans(run);
  const byStart = (a: FlowSpan, b: FlowSpan) => a.start - b.start;
  return {
    pattern: patternOf(shown, run.lane.end, run.left),
    seconds: run.seconds,
    data: spans.filter(isData).sort(byStart),
    hidden: spans.filter(({ queue }) => queue === 'hidden').sort(byStart),
    message: messageSeconds(run),
  };
}

const NONE: readonly Flow[] = [];

/** Plays a pass for its times alone, of which a search asks for very many: `shown`, where given, is told what is seen. */
export function runPass(
  parts: readonly PassPart[],
  { engines, message }: PassSetting,
  shown: Shown[] | null = null,
): PassRun {
  const items: LaneItem[] = [];
  const flows: Flow[] = [];
  const at: number[] = [];
  const outlives: boolean[] = [];
  const issue = (flow: Flow, stays: boolean): void => {
    at.push(items.length);
    flows.push(flow);
    outlives.push(stays);
    items.push(flow);
  };
  if (message) issue(message, true);
  // Gathers of a part stand together in the lane.
  let coming = items.length;
  let due = parts.length > 0 ? parts[0].gathers : NONE;
  for (const flow of due) issue(flow, false);
  for (let index = 0; index < parts.length; index++) {
    const { layer, entries, scatters, reductions = NONE } = parts[index];
    const first = coming;
    const awaited = due.length;
    coming = items.length;
    due = index + 1 < parts.length ? parts[index + 1].gathers : NONE;
    for (const flow of due) issue(flow, false);
    for (let i = 0; i < awaited; i++) {
      shown?.push({ item: items.length, layer, timed: null });
      items.push({ type: 'wait', item: first + i });
    }
    for (const timed of entries) {
      if (timed.beside) for (const flow of timed.beside) issue(flow, false);
      shown?.push({ item: items.length, layer, timed });
      items.push(timed);
    }
    for (const flow of scatters) issue(flow, false);
    for (const flow of reductions) issue(flow, true);
  }
  const lane = playLane(items, { memoryBound: memoryBoundShare(parts), engines });
  let left = 0;
  for (let i = 0; i < flows.length; i++) if (!outlives[i]) left = Math.max(left, lane.end[at[i]]);
  return { seconds: Math.max(lane.done, left), left, lane, flows, at };
}

/** What ran beside a pass, in the order in which it was issued. */
export function flowSpans({ flows, at, lane }: PassRun): FlowSpan[] {
  return flows.map(({ kind, bytes, queue }, index) => {
    const start = lane.start[at[index]];
    return { kind, bytes, queue, start, seconds: lane.end[at[index]] - start };
  });
}

/** Traffic of weights and gradients. */
export function isData({ queue }: FlowSpan): boolean {
  return queue === 'dense' || queue === 'experts';
}

/** Seconds that the message beside a pass takes: it is issued first. */
export function messageSeconds({ flows, at, lane }: PassRun): number {
  return flows.length > 0 && flows[0].queue === 'message' ? lane.end[at[0]] - lane.start[at[0]] : 0;
}

/** Share of the compute of a pass that is bound by memory. The mean stands for every operator: which of them a flow meets
 *  is chance. */
function memoryBoundShare(parts: readonly PassPart[]): number {
  let compute = 0;
  let bound = 0;
  for (const { entries } of parts) {
    for (const { type, seconds, load } of entries) {
      if (type === 'collective') continue;
      compute += seconds;
      bound += seconds * (load[MEMORY] ?? 0);
    }
  }
  return compute > 0 ? bound / compute : 0;
}

/** What a rank is seen doing: its entries one after the other, each until it ends, and the wait for the last traffic. */
function patternOf(shown: readonly Shown[], end: readonly number[], left: number): PatternEntry[] {
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
