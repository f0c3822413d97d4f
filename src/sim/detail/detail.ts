import type { ResolvedScenario } from '../../scenario/scenario.ts';
import type { Detail, DetailRequest } from '../../timeline/detail.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { type Plan, planStep } from '../run/plan.ts';
import { planOfClass, type Replica, replicasOf } from '../run/slowed.ts';
import { faultsOf, simulateStep } from '../step.ts';
import { collectiveDetail, replicaDetail } from './collective.ts';
import { focusEntry, focusLayer, focusPass } from './focus.ts';
import { kernelDetail, tileDetail } from './kernel.ts';
import { layerDetail } from './layer.ts';
import { microbatchDetail } from './microbatch.ts';

/** The step that was asked about last: one visitor looks into one step at a time. */
let last: {
  readonly key: string;
  readonly timeline: Timeline;
  readonly plan: Plan;
  /** Every kind of replica of the step: those that a fault touches have slower wires or operators. */
  readonly replicas: readonly Replica[];
} | null = null;

/**
 * The inside of a part of a step: a microbatch, a layer, a collective, a kernel or a tile. Its seconds and bytes are those
 * of the step's record to rounding. Where the pass has no collective (or kernel), the layer is shown instead, and
 * `lens` says so. Throws one sentence for what the step does not have.
 */
export function detailOf(scenario: ResolvedScenario, request: DetailRequest): Detail {
  const { timeline, plan: healthy, replicas } = stepOf(scenario);
  const { plan, classes } = planOfClass(healthy, replicas, request.cls);
  if (request.lens === 'collective' && 'time' in request) {
    // All replicas take part in the reduction of gradients, which goes at the pace of the slowest of them.
    const plans = [plan, ...replicas.flatMap(({ rows, planOf }) => rows.map(({ stage }) => planOf(stage)))];
    const detail = replicaDetail(timeline, [...new Set(plans)], request.cls, request.time);
    if (detail) return detail;
  }
  const pass = focusPass(timeline, request);
  if (request.lens === 'microbatch') return microbatchDetail(timeline, pass, classes);
  const layer = focusLayer(timeline, pass, request);
  if (request.lens === 'layer') return layerDetail(timeline, pass, layer);
  const focused = focusEntry(timeline, pass, layer, request, request.lens === 'collective');
  if (!focused) return layerDetail(timeline, pass, layer);
  if (request.lens === 'collective') return collectiveDetail(timeline, plan, pass, focused);
  if (request.lens === 'kernel') return kernelDetail(timeline, plan, pass, focused);
  return tileDetail(timeline, plan, pass, focused, 'time' in request ? request.time : null);
}

function stepOf(scenario: ResolvedScenario): NonNullable<typeof last> {
  const key = JSON.stringify(scenario);
  if (last?.key !== key) {
    const { timeline } = simulateStep(scenario);
    const plan = planStep(scenario);
    last = { key, timeline, plan, replicas: replicasOf(plan, faultsOf(scenario)) };
  }
  return last;
}
