import { describe, expect, it } from 'vitest';
import { groupsOf, linkClasses } from '../../src/cluster/groups.ts';
import { linkLoadOf, type Traffic } from '../../src/cluster/linkLoad.ts';
import { constantsOf } from '../../src/sim/calibration/chips.ts';
import { exchangeCosts, messageCost } from '../../src/sim/run/exchange.ts';
import { resourceOfLink } from '../../src/sim/run/share.ts';
import { Kind } from '../../src/timeline/timeline.ts';
import { scenarioWith } from '../sim/scenario.ts';

/** Seconds that the simulator keeps each class of link busy for a byte sent, at full link rates; large messages, so
 *  that no latency counts. */
function simulated(scenario: ReturnType<typeof scenarioWith>, traffic: Traffic): number[] {
  const { chip } = scenario.cluster;
  const machine = {
    chip,
    constants: { ...constantsOf(chip), scaleUp: 1, scaleOut: 1, collectiveSeconds: 0 },
  };
  const groups = groupsOf(scenario);
  const kind = traffic === 'expert' ? Kind.expertAllToAll : Kind.tensorAllGather;
  const cost =
    traffic === 'pipeline'
      ? messageCost(1e15, groups.pipeline, machine)
      : exchangeCosts(machine)(kind, 1e15, groups[traffic]);
  return linkClasses(scenario.cluster).map(
    (_, link) => ((cost.load[resourceOfLink(link)] ?? 0) * cost.seconds) / cost.bytes,
  );
}

const pipeline = { pipeline: 1 };
describe('the load of links', () => {
  it.each([
    ['tensor', { tensor: 64 }],
    ['tensor', { tensor: 16, ...pipeline }],
    ['tensor', { tensor: 8, ...pipeline }],
    ['tensor', { tensor: 4, ...pipeline }],
    ['tensor', { tensor: 128, data: 2, ...pipeline }],
    ['context', { tensor: 16, context: 4, ...pipeline }],
    ['data', { tensor: 64 }],
    ['data', { tensor: 16, data: 32, ...pipeline }],
    ['expert', { tensor: 4, data: 64, expert: 16, ...pipeline }],
    ['expert', { tensor: 16, data: 64, expert: 8, ...pipeline }],
    ['pipeline', {}],
    ['pipeline', { tensor: 16, data: 1, pipeline: 4 }],
  ] as const)('of %s traffic is what the simulator puts on them, with %o', (traffic, parallel) => {
    const scenario = scenarioWith({ parallel, training: { zero: 0 } });
    const load = linkLoadOf(scenario)[traffic];
    simulated(scenario, traffic).forEach((seconds, link) => {
      expect(load[link] * 1e9, `link ${link}`).toBeCloseTo(seconds * 1e9, 6);
    });
  });

  it('fills all axes of the torus alike, at what a chip can send', () => {
    const { tensor } = linkLoadOf(scenarioWith());
    // Six links of 128, 128 and 64 GB/s, both ways round: 640 GB/s.
    expect([...tensor]).toEqual([1 / 640e9, 1 / 640e9, 1 / 640e9, 0]);
  });
});
