import type { PatternEntry } from '../../timeline/recorder.ts';
import type { Flow, FlowSpan } from './flow.ts';
import { type PassPart, playPass } from './pass.ts';
import { type ChunkPlan, type Plan, reducingPass } from './plan.ts';
import type { PartWeights } from './traffic.ts';

/** The pass of a chunk's last microbatch in which gradients become ready: longer than the others where gradients take wires it needs. */
export interface LastBackward {
  readonly seconds: number;
  /** The stretched pattern; the chunk's own where nothing is in the way. */
  readonly pattern: readonly PatternEntry[];
  /** Gradient collectives in order, earliest starts from the start of the pass. */
  readonly data: readonly FlowSpan[];
}

/** What of a plan the reduction of gradients depends on. */
export type ReducingPlan = Pick<Plan, 'scenario' | 'traffic' | 'setting'>;

/** A pass that is about to reduce gradients. */
export interface Reducing extends Pick<ChunkPlan, 'reducing' | 'buckets'> {
  /** Its backward passes have gradient traffic of their own. */
  readonly scatters: boolean;
}

/** How gradients of a chunk are reduced: in the parts of its last pass, or by flows after it, of which there may be none. */
export function reductionsOf(
  { scenario, traffic }: ReducingPlan,
  { reducing, buckets, scatters }: Reducing,
): { readonly parts: readonly PassPart[] | null; readonly flows: readonly Flow[] } {
  const reductions = buckets.map((weights) => traffic.lastReductions(weights));
  if (!scenario.stack.overlapGradients || scatters || reductions.every((flows) => flows.length === 0)) {
    return { parts: null, flows: reductions.flat() };
  }
  const parts = reducing.map(({ layer, entries, gathers, scatters }, index): PassPart => {
    return { layer, entries, gathers, scatters, reductions: reductions[index] };
  });
  return { parts, flows: [] };
}

/**
 * Plays the last backward pass of a chunk with the reduction of its gradients beside it: part by part as they become
 * ready; or all after its end, where the software does not overlap them or every pass has gradient traffic of its own.
 */
export function playLastBackward(plan: ReducingPlan, cell: ChunkPlan): LastBackward {
  const pass = reducingPass(cell);
  const { reducing, buckets, backwardData } = cell;
  const { parts, flows } = reductionsOf(plan, { reducing, buckets, scatters: backwardData.length > 0 });
  if (!parts) return { seconds: pass.seconds, pattern: pass.pattern, data: after(pass.seconds, flows) };
  const played = playPass(parts, plan.setting);
  return { seconds: played.seconds, pattern: played.pattern, data: played.data };
}

/** Flows one after the other. */
function after(start: number, flows: readonly Flow[]): FlowSpan[] {
  let now = start;
  return flows.map(({ kind, seconds, bytes, queue }) => {
    now += seconds;
    return { kind, seconds, bytes, queue, start: now - seconds };
  });
}

/** The all-gathers of updated weights after a sharded optimizer; nothing where every pass gathers its own, or where the first forward
 *  pass of the next step does. */
export function gatherWeights(plan: Pick<Plan, 'scenario' | 'traffic'>, weights: PartWeights): Flow[] {
  if (plan.scenario.stack.overlapWeights) return [];
  return plan.traffic.updates(weights);
}
