import type { ChipSpec } from '../facts/chip.ts';
import { chipSpec, chips } from '../facts/chips.ts';
import { domainSize } from '../facts/cluster.ts';
import { clusters } from '../facts/clusters.ts';
import { fabrics } from '../facts/fabrics.ts';
import { ScenarioError } from './error.ts';
import { placedSite } from './placed.ts';
import type { ChipRequest, ClusterRequest, ResolvedScenario, ScaleUp, ScaleUpRequest } from './scenario.ts';

export type Cluster = ResolvedScenario['cluster'];

/** Cluster of a scenario that names none. */
export const DEFAULT_CLUSTER = 'rainier-2025';
/** Chip, and networks of a described chip, where a described cluster says none. */
const DEFAULT_CHIP = 'trainium2';

/** Fast domain whose values a described switch takes where the chip has a torus. */
const DEFAULT_SWITCH = 'h100';

/**
 * A preset by its id, or a described cluster. What a description leaves out: chip and values of a chip are Trainium2's,
 * the networks and their values are the usual ones of the chip (facts/fabrics.ts; Trainium2's for a described chip, an
 * H100's for a switch where the chip has a torus), a described network wraps and is not oversubscribed, and there
 * is one fast domain. Where its chips stand is in placed.ts.
 */
export function resolveCluster(request: string | ClusterRequest = DEFAULT_CLUSTER): Cluster {
  if (typeof request === 'string') return presetCluster(request);
  const chip = request.chip ?? DEFAULT_CHIP;
  const known = typeof chip === 'string';
  const spec = known ? knownChip(chip) : describedChip(chip);
  const fabric = fabrics[known ? chip : DEFAULT_CHIP];
  const scaleUp = request.scaleUp ? describedDomain(request.scaleUp, fabric.scaleUp) : fabric.scaleUp;
  const count = request.chips ?? domainSize(scaleUp);
  return {
    id: null,
    name: `${count.toLocaleString('en-US')} ${spec.name}`,
    chip: spec,
    chips: count,
    scaleUp,
    scaleOut: request.scaleOut
      ? { ...fabric.scaleOut, oversubscription: 1, ...request.scaleOut }
      : fabric.scaleOut,
    site: placedSite(chip, count, scaleUp),
  };
}

function describedChip(chip: ChipRequest): ChipSpec {
  const usual = knownChip(DEFAULT_CHIP);
  return {
    ...usual,
    name: 'described chip',
    ...chip,
    // Rates of other formats are not taken over: a chip may lack them.
    peak: { ...chip.peak, bf16: chip.peak?.bf16 ?? usual.peak.bf16 },
  };
}

function describedDomain(asked: ScaleUpRequest, usual: ScaleUp): ScaleUp {
  if (isSwitch(asked, usual)) {
    const base = usual.kind === 'switch' ? usual : fabrics[DEFAULT_SWITCH].scaleUp;
    return { ...base, ...asked, kind: 'switch' } as Switch;
  }
  const base = (usual.kind === 'torus' ? usual : fabrics[DEFAULT_CHIP].scaleUp) as Torus;
  const { dims = base.dims, linkBandwidth, wrap = true, latency = base.latency } = asked as Partial<Torus>;
  if (linkBandwidth && dims.length !== linkBandwidth.length) {
    const rule = `must have a value for each of ${dims.length} dims`;
    throw new ScenarioError('cluster.scaleUp.linkBandwidth', rule, linkBandwidth);
  }
  // More dims than the usual torus has take the bandwidth of its last.
  const links =
    linkBandwidth ?? dims.map((_, dim) => base.linkBandwidth[Math.min(dim, base.linkBandwidth.length - 1)]);
  return { kind: 'torus', dims, wrap, linkBandwidth: links, latency };
}

type Torus = Extract<ScaleUp, { kind: 'torus' }>;
type Switch = Extract<ScaleUp, { kind: 'switch' }>;

function isSwitch(asked: ScaleUpRequest, usual: ScaleUp): boolean {
  if (asked.kind) return asked.kind === 'switch';
  if ('size' in asked || 'bandwidth' in asked) return true;
  if ('dims' in asked || 'wrap' in asked || 'linkBandwidth' in asked) return false;
  return usual.kind === 'switch';
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
