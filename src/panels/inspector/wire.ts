import { type Group, groupsOf } from '../../cluster/groups.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { Kind } from '../../timeline/timeline.ts';

export type Wire = 'neuronLink' | 'efa';

/** The network a message of a kind travels on: that of its group, and EFA as soon as one hop leaves the fast domain. */
export function wireOf(scenario: ResolvedScenario): (kind: Kind) => Wire {
  const groups = groupsOf(scenario);
  const wire = (group: Group): Wire => (group.domains > 1 ? 'efa' : 'neuronLink');
  return (kind) => {
    switch (kind) {
      case Kind.contextExchange:
        return wire(groups.context);
      case Kind.expertAllToAll:
        return wire(groups.expert);
      case Kind.sendForward:
      case Kind.sendBackward:
        return wire(groups.pipeline);
      case Kind.dataReduceScatter:
      case Kind.dataAllGather:
      case Kind.dataAllReduce:
        return wire(groups.data);
      default:
        return wire(groups.tensor);
    }
  };
}
