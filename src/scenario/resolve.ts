import { layoutProblem } from './check.ts';
import { resolveCluster } from './cluster.ts';
import { layOut } from './layout.ts';
import { preferredLayout } from './opening.ts';
import type { ResolvedScenario, Scenario, StackRequest } from './scenario.ts';
import { resolveModel } from './shape.ts';

/** Switches of the software stack where a scenario says none: flash attention, recomputation that stops at the last
 *  value needed, gradients reduced while the backward pass runs. */
const STACK: Required<StackRequest> = {
  name: 'default',
  attentionKernel: 'flash',
  earlyStopRecompute: true,
  overlapGradients: true,
  fp8Recipe: 'tensorwise',
  dropout: false,
  evenStages: false,
  fusedLoss: true,
  fusedOperators: true,
  asyncTensor: false,
  overlapWeights: false,
  sendOnce: false,
  overlapExperts: false,
  graphs: false,
  keepsOutputs: false,
  gradientBuffer: false,
};

/**
 * Gives every field of a scenario: the cluster and model it names or describes, an automatic layout for what it leaves
 * open (layout.ts), defaults for the rest. Throws a ScenarioError for names that are unknown, for layouts that cannot
 * be (check.ts); never for memory that does not suffice.
 * Takes what `parseScenario` gave.
 */
export function resolveScenario(scenario: Scenario): ResolvedScenario {
  const cluster = resolveCluster(scenario.cluster);
  const model = resolveModel(scenario.model);
  const resolved = layOut({
    rest: {
      version: 1,
      cluster,
      model,
      stack: { ...STACK, ...scenario.stack },
      run: scenario.run ?? null,
      faults: scenario.faults ?? [],
      seed: scenario.seed ?? 1,
    },
    training: scenario.training ?? {},
    parallel: scenario.parallel ?? {},
    preferred: preferredLayout(scenario.model, cluster.id),
  });
  const problem = layoutProblem(resolved);
  if (problem) throw problem;
  return resolved;
}
