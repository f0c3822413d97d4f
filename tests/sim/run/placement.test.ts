import { describe, expect, it } from 'vitest';
import { type Group, groupsOf } from '../../../src/cluster/groups.ts';
import type { ResolvedScenario } from '../../../src/scenario/scenario.ts';
import { constantsOf } from '../../../src/sim/calibration/chips.ts';
import { exchangeCosts, messageCost } from '../../../src/sim/run/exchange.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { isCollective, spansIn } from '../../../src/timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../../src/timeline/timeline.ts';
import { scenarioWith } from '../scenario.ts';

const SERVERS_LAST: ResolvedScenario['parallel']['order'] = [
  'tensor',
  'context',
  'expert',
  'data',
  'pipeline',
];
const SERVERS_FIRST: typeof SERVERS_LAST = ['data', 'tensor', 'context', 'expert', 'pipeline'];

const { chip } = scenarioWith().cluster;
const machine = { chip, constants: { ...constantsOf(chip), scaleUp: 1, scaleOut: 1 } };
const gather = (group: Group, bytes: number) => exchangeCosts(machine)(Kind.tensorAllGather, bytes, group);

function job(parallel: Partial<ResolvedScenario['parallel']>, more: Parameters<typeof scenarioWith>[0] = {}) {
  return scenarioWith({
    cluster: { chips: 64, ...more.cluster },
    parallel: { pipeline: 1, ...parallel },
    training: { globalBatch: 64, sequence: 1024, shardGroup: parallel.data, ...more.training },
  });
}

describe('a tensor group of 16', () => {
  const tensor = (order: typeof SERVERS_LAST) => groupsOf(job({ tensor: 16, data: 4, order })).tensor;

  it('gathers over the four links a chip has in a server, or over two of them and two to other servers', () => {
    const hops = 4 * 1.5e-6;
    expect(gather(tensor(SERVERS_LAST), 1e9).seconds).toBeCloseTo((15 / 16) * (1 / 512) + hops, 12);
    expect(gather(tensor(SERVERS_FIRST), 1e9).seconds).toBeCloseTo((15 / 16) * (1 / 384) + hops, 12);
  });

  it('loads the axes it lies on, and memory with two bytes for each it sends', () => {
    const [memory, ...axes] = gather(tensor(SERVERS_LAST), 1e12).load;
    expect(axes).toHaveLength(2);
    for (const axis of axes) expect(axis).toBeCloseTo(1, 4);
    expect(memory).toBeCloseTo((2 * 512e9) / (2.9e12 * machine.constants.memory), 3);
  });

  it('makes the step slower when it is laid across servers', () => {
    const tensorSeconds = (order: typeof SERVERS_LAST) =>
      simulateStep(job({ tensor: 16, data: 4, order })).summary.breakdown.tensor;
    const ratio = tensorSeconds(SERVERS_FIRST) / tensorSeconds(SERVERS_LAST);
    expect(ratio).toBeGreaterThan(1.25);
    expect(ratio).toBeLessThan(4 / 3 + 0.02);
  });
});

it('gathers over a ring and an open pair in a group of 8', () => {
  const { tensor } = groupsOf(job({ tensor: 8, data: 8 }));
  // Seven eighths of the buffer over 256 + 128 GB/s, three hops: two round the ring, one over the pair.
  expect(gather(tensor, 1e9).seconds).toBeCloseTo((7 / 8) * (1 / 384) + 3 * 1.5e-6, 12);
});

it('gathers over torus and network at once in a group of 128', () => {
  const { tensor } = groupsOf(scenarioWith({ parallel: { tensor: 128, data: 2, pipeline: 1 } }));
  const { seconds, load } = gather(tensor, 64e9);
  // Behind the port a chip receives half of a 64th part of the buffer: 0.5 GB; the torus takes 63/64 at 640 GB/s.
  expect(seconds).toBeGreaterThan((63 / 64) * 0.1);
  expect(seconds).toBeLessThan((63 / 64) * 0.1 * 1.1);
  expect(load.length).toBe(5);
  expect(load[4] * seconds).toBeCloseTo(0.5 / 25, 9);
});

describe('messages between stages', () => {
  it('take one link of an axis inside an UltraServer, and the port to the network outside', () => {
    const inside = groupsOf(job({ tensor: 16, data: 1, pipeline: 4 })).pipeline;
    expect(messageCost(64e6, inside, machine).seconds).toBeCloseTo(1e-3 + 1.5e-6, 12);
    const outside = groupsOf(scenarioWith()).pipeline;
    expect(messageCost(25e6, outside, machine).seconds).toBeCloseTo(1e-3 + 15e-6, 12);
    expect(messageCost(25e6, outside, machine).load.slice(1)).toEqual([0, 0, 0, 1e-3 / (1e-3 + 15e-6)]);
  });

  it('move a step when stages stand beside each other on the torus', () => {
    const seconds = (order: typeof SERVERS_LAST) =>
      simulateStep(job({ tensor: 16, data: 4, pipeline: 4, order }, { cluster: { chips: 256 } })).summary.step
        .seconds;
    const near: typeof SERVERS_LAST = ['tensor', 'pipeline', 'context', 'expert', 'data'];
    expect(seconds(near)).not.toBeCloseTo(seconds(SERVERS_LAST), 4);
  });
});

/** Seconds that collectives of tensor groups take in the last backward pass and in the one before. */
function inBackward(timeline: Timeline): { last: number; before: number } {
  const { from, to } = spansIn(timeline, 0, Stream.compute);
  const passes = [];
  for (let i = from; i < to; i++) if (timeline.kind[i] === Kind.backward) passes.push(timeline.pattern[i]);
  const seconds = (pattern: number) => {
    const { offsets, start, end, kind } = timeline.patterns;
    let sum = 0;
    for (let e = offsets[pattern]; e < offsets[pattern + 1]; e++)
      if (isCollective(kind[e])) sum += end[e] - start[e];
    return sum;
  };
  return { last: seconds(passes.at(-1)!), before: seconds(passes.at(-2)!) };
}

describe('gradients beside tensor collectives', () => {
  it('leave them alone on other axes', () => {
    const { last, before } = inBackward(simulateStep(job({ tensor: 4, data: 16 })).timeline);
    expect(last / before).toBeCloseTo(1, 9);
  });

  it('share the axis that both groups lie on', () => {
    // Eight ranks take the first axis and pairs of the second, on which the replicas interleave.
    const { last, before } = inBackward(simulateStep(job({ tensor: 8, data: 8 })).timeline);
    expect(last / before).toBeGreaterThan(1.05);
    expect(last / before).toBeLessThan(2);
  });
});
