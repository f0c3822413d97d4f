import { domainSize, type Fabric, type ScaleUp } from '../../facts/cluster.ts';
import { clusters } from '../../facts/clusters.ts';
import { fabrics } from '../../facts/fabrics.ts';
import { placedSite } from '../../scenario/placed.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { ClusterRequest, ResolvedScenario, ScaleUpRequest, Scenario } from '../../scenario/scenario.ts';

type Cluster = ResolvedScenario['cluster'];

const USUAL_CHIP = 'trainium2';
/** Most chips that the steppers offer; more can be typed. */
const MOST_CHIPS = 2 ** 20;
/** Speeds of a link that are offered, as multiples of the usual one. */
const MULTIPLES = [0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, 8];

/** Id of the chip; null for one that is described by its numbers. */
export function chipId({ cluster }: Scenario, { id }: Cluster): string | null {
  if (id !== null) return clusters[id].chip;
  const chip = typeof cluster === 'object' ? cluster.chip : undefined;
  return typeof chip === 'object' ? null : (chip ?? USUAL_CHIP);
}

/** The networks that are usual around the chip. */
export function usualFabric(scenario: Scenario, cluster: Cluster): Fabric {
  return fabrics[chipId(scenario, cluster) ?? USUAL_CHIP];
}

/** Speed of a link of the torus (in X, where dimensions differ), or of a chip's way to the switch, bytes/s one way. */
export function linkSpeed(scaleUp: ScaleUp): number {
  return scaleUp.kind === 'torus' ? scaleUp.linkBandwidth[0] : scaleUp.bandwidth;
}

/** Whole fast domains, each twice the last, and as many as the presets of the chip have. */
export function chipChoices({ scaleUp, chip }: Cluster): number[] {
  const found = new Set<number>();
  for (let count = domainSize(scaleUp); count <= MOST_CHIPS; count *= 2) found.add(count);
  if (chip.name !== 'Trainium2') return [...found];
  for (const preset of Object.values(clusters)) found.add(preset.chips);
  // Counts that make no equal rows can be typed; they are not drawn.
  const drawn = [...found].filter((count) => placedSite('trainium2', count, scaleUp) !== null);
  return (drawn.length > 0 ? drawn : [...found]).sort((a, b) => a - b);
}

export function speedChoices(usual: number): number[] {
  return MULTIPLES.map((multiple) => multiple * usual);
}

/** As many chips of the same kind, on the same links. */
export function withChips(scenario: Scenario, cluster: Cluster, chips: number): Scenario {
  return kept({ ...scenario, cluster: plain({ ...requestOf(scenario, cluster), chips }) });
}

/** As many chips of another kind, on the links usual for it; what was given of layout and batch becomes automatic. */
export function withChip(
  { parallel: _, training, ...rest }: Scenario,
  cluster: Cluster,
  chip: string,
): Scenario {
  // Other chips have other number formats, too.
  const { globalBatch: __, microbatch: ___, precision: ____, ...kept } = training ?? {};
  const size = domainSize(fabrics[chip].scaleUp);
  const chips = Math.max(1, Math.round(cluster.chips / size)) * size;
  return { ...rest, cluster: plain({ chip, chips }), training: kept };
}

/** The same with links of another speed inside the fast domain, bytes/s (of a torus: in X, the others in proportion);
 *  undefined for the usual one. The layout stays, so that the links alone make the difference. */
export function withLinkSpeed(scenario: Scenario, cluster: Cluster, speed: number | undefined): Scenario {
  const request = requestOf(scenario, cluster);
  const usual = usualFabric(scenario, cluster).scaleUp;
  const now = cluster.scaleUp;
  const { linkBandwidth: _, bandwidth: __, ...rest } = (request.scaleUp ?? {}) as Record<string, unknown>;
  const given = (): object => {
    if (speed === undefined || speed === linkSpeed(usual)) return rest;
    if (now.kind === 'switch') return { ...rest, bandwidth: speed };
    const same = usual.kind === 'torus' && usual.dims.length === now.dims.length;
    const base = same ? usual.linkBandwidth : now.linkBandwidth;
    return { ...rest, linkBandwidth: base.map((bandwidth) => bandwidth * (speed / base[0])) };
  };
  return pinned(scenario, plain({ ...request, scaleUp: given() as ScaleUpRequest }));
}

/** The same for the network between the fast domains, bytes/s of a chip. */
export function withNetworkSpeed(scenario: Scenario, cluster: Cluster, speed: number | undefined): Scenario {
  const request = requestOf(scenario, cluster);
  const { bandwidth: _, ...rest } = request.scaleOut ?? {};
  const isUsual = speed === undefined || speed === usualFabric(scenario, cluster).scaleOut.bandwidth;
  return pinned(scenario, plain({ ...request, scaleOut: isUsual ? rest : { ...rest, bandwidth: speed } }));
}

/** The cluster of a scenario as a description. */
function requestOf({ cluster: asked }: Scenario, { id, chips }: Cluster): ClusterRequest {
  return typeof asked === 'object' ? asked : { chip: id === null ? USUAL_CHIP : clusters[id].chip, chips };
}

/** The preset that a description comes to, or the description without what is empty. */
function plain({ scaleUp, scaleOut, ...request }: ClusterRequest): string | ClusterRequest {
  const has = (part: object | undefined): boolean => part !== undefined && Object.keys(part).length > 0;
  if (!has(scaleUp) && !has(scaleOut)) {
    const preset = Object.values(clusters).find(
      ({ chip, chips }) => chip === (request.chip ?? USUAL_CHIP) && chips === request.chips,
    );
    return preset?.id ?? request;
  }
  return { ...request, ...(has(scaleUp) ? { scaleUp } : {}), ...(has(scaleOut) ? { scaleOut } : {}) };
}

/** What was given of layout and batch where that can be on the new cluster; else open again. */
function kept(scenario: Scenario): Scenario {
  const { globalBatch: _, ...training } = scenario.training ?? {};
  const { data: __, ...parallel } = scenario.parallel ?? {};
  const ways = [scenario, { ...scenario, training }, { ...scenario, training, parallel }];
  return ways.find(canBe) ?? { ...scenario, training, parallel: {} };
}

function canBe(scenario: Scenario): boolean {
  try {
    resolveScenario(scenario);
    return true;
  } catch {
    return false;
  }
}

/** Another cluster under the layout that is there: sizes that would now be found differently are given. */
function pinned(scenario: Scenario, cluster: Scenario['cluster']): Scenario {
  const { parallel, training } = resolveScenario(scenario);
  const changed = { ...scenario, cluster };
  const after = resolveScenario(changed);
  const sizes = (['tensor', 'context', 'pipeline', 'data', 'expert'] as const).filter(
    (name) => after.parallel[name] !== parallel[name],
  );
  const recomputes = JSON.stringify(after.training.recompute) !== JSON.stringify(training.recompute);
  if (sizes.length === 0 && !recomputes) return changed;
  const { tensor, pipeline, data } = parallel;
  const given = Object.fromEntries(sizes.map((name) => [name, parallel[name]]));
  return {
    ...changed,
    parallel: { ...scenario.parallel, tensor, pipeline, data, ...given },
    training: recomputes ? { ...scenario.training, recompute: training.recompute } : scenario.training,
  };
}
