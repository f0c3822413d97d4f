import { strikingFaults } from '../../cluster/faults.ts';
import { placeJob } from '../../cluster/job.ts';
import { ScenarioError } from '../../scenario/error.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';

/** A layout with the faults that strike it: what is broken on chips that it leaves idle does it no harm. Throws as a step does for
 *  faults that cannot be on this cluster. */
export function withStrikingFaults(scenario: ResolvedScenario): ResolvedScenario {
  const { faults, cluster } = scenario;
  if (faults.length === 0) return scenario;
  if (!cluster.site)
    throw new ScenarioError('faults', `need a cluster whose halls are known, which ${cluster.name} is not`);
  return { ...scenario, faults: strikingFaults(scenario, placeJob(scenario, cluster.site)) };
}
