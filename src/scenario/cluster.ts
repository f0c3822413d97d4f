import type { ChipSpec } from '../facts/chip.ts';
import { chipSpec, chips } from '../facts/chips.ts';
import { domainSize } from '../facts/cluster.ts';
import { clusters } from '../facts/clusters.ts';
import { fabrics } from '../facts/fabrics.ts';
import { ScenarioError } from './error.ts';
import type { ClusterRequest, ResolvedScenario } from './scenario.ts';

export type Cluster = ResolvedScenario['cluster'];

/** Cluster of a scenario that names none. */
export const DEFAULT_CLUSTER = 'rainier-2025';
/** Chip, and networks of a described chip, where a described cluster says none. */
const DEFAULT_CHIP = 'trainium2';

/**
 * A preset by its id, or a described cluster. What a description leaves out: the chip is Trainium2, the networks are
 * the usual ones of the chip (facts/fabrics.ts; Trainium2's for a described chip), and there is one fast domain.
 */
export function resolveCluster(request: string | ClusterRequest = DEFAULT_CLUSTER): Cluster {
  if (typeof request === 'string') return presetCluster(request);
  const chip = request.chip ?? DEFAULT_CHIP;
  const known = typeof chip === 'string';
  const spec = known ? knownChip(chip) : chip;
  const fabric = fabrics[known ? chip : DEFAULT_CHIP];
  const scaleUp = request.scaleUp ?? fabric.scaleUp;
  if (scaleUp.kind === 'torus' && scaleUp.dims.length !== scaleUp.linkBandwidth.length) {
    const field = 'cluster.scaleUp.linkBandwidth';
    throw new ScenarioError(
      field,
      `must have a value for each of ${scaleUp.dims.length} dims`,
      scaleUp.linkBandwidth,
    );
  }
  const count = request.chips ?? domainSize(scaleUp);
  return {
    id: null,
    name: `${count.toLocaleString('en-US')} ${spec.name}`,
    chip: spec,
    chips: count,
    scaleUp,
    scaleOut: request.scaleOut ?? fabric.scaleOut,
    site: null,
  };
}

function presetCluster(id: string): Cluster {
  if (!Object.hasOwn(clusters, id)) {
    throw new ScenarioError('cluster', `must be one of ${Object.keys(clusters).join(', ')}`, id);
  }
  const { name, chip, chips, scaleUp, scaleOut, site } = clusters[id];
  return { id, name, chip: chipSpec(chip), chips, scaleUp, scaleOut, site };
}

function knownChip(id: string): ChipSpec {
  if (!Object.hasOwn(chips, id)) {
    throw new ScenarioError('cluster.chip', `must be one of ${Object.keys(chips).join(', ')}`, id);
  }
  return chipSpec(id);
}
