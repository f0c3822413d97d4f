import type { ResolvedScenario } from '../../scenario/scenario.ts';
import type { Detail, DetailRequest } from '../../timeline/detail.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { type Plan, planStep } from '../run/plan.ts';
import { simulateStep } from '../step.ts';
import { collectiveDetail, replicaDetail } from './collective.ts';
import { focusEntry, focusLayer, focusPass } from './focus.ts';
import { kernelDetail, tileDetail } from './kernel.ts';
import { layerDetail } from './layer.ts';
import { microbatchDetail } from './microbatch.ts';

/** The step that was asked about last: one visitor looks into one step at a time. */
let last: { readonly key: string; readonly timeline: Timeline; readonly plan: Plan } | null = null;

/**
 * The inside of a part of a step: a microbatch, a layer, a collective, a kernel or a tile. Its seconds and bytes are those
 * of the step's record to rounding. Where the pass has no collective (or kernel), the layer is shown instead, and
 * `lens` says so. Throws one sentence for what the step does not have.
 */
export function detailOf(scenario: ResolvedScenario, request: DetailRequest): Detail {
  const { timeline, plan } = stepOf(scenario);
  if (request.lens === 'collective' && 'time' in request) {
    const detail = replicaDetail(timeline, plan, request.cls, request.time);
    if (detail) return detail;
  }
  const pass = focusPass(timeline, request);
  if (request.lens === 'microbatch') return microbatchDetail(timeline, pass);
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
    last = { key, timeline: simulateStep(scenario).timeline, plan: planStep(scenario) };
  }
  return last;
}
