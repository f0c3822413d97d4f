import { describe, expect, it } from 'vitest';
import { groupOf, groupsOf } from '../../src/cluster/groups.ts';
import { scenarioWith } from '../sim/scenario.ts';

const { cluster } = scenarioWith();
const told = (size: number, stride: number) =>
  groupOf(cluster, size, stride).dims.map(
    ({ network, axis, size: n, bandwidth, wrap }) => `${network} ${axis} ${n} ${bandwidth / 1e9} ${wrap}`,
  );

describe('groupOf', () => {
  it('gives a group of 64 all three rings of an UltraServer', () => {
    expect(told(64, 1)).toEqual(['scaleUp 0 4 128 true', 'scaleUp 1 4 128 true', 'scaleUp 2 4 64 true']);
  });

  it('gives a group of 8 a ring of four and an open pair', () => {
    expect(told(8, 1)).toEqual(['scaleUp 0 4 128 true', 'scaleUp 1 2 128 false']);
  });

  it('steps over what lies further in', () => {
    expect(told(4, 16)).toEqual(['scaleUp 2 4 64 true']);
    // Two groups interleave on the first axis and share its links; each hop is two long.
    expect(told(2, 2)).toEqual(['scaleUp 0 2 64 true']);
    expect(groupOf(cluster, 2, 2).dims[0].latency).toBe(3e-6);
  });

  it('reaches other UltraServers over the network, each chip by its own port', () => {
    const group = groupOf(cluster, 644, 64);
    expect(group).toMatchObject({ membersPerDomain: 1, domains: 644 });
    expect(told(644, 64)).toEqual(['scaleOut -1 644 25 true']);
    expect(told(128, 1).at(-1)).toBe('scaleOut -1 2 25 true');
    expect(groupOf(cluster, 128, 1)).toMatchObject({ membersPerDomain: 64, domains: 2 });
  });

  it('makes a line of members that fill no part of the torus', () => {
    expect(told(6, 1)).toEqual(['scaleUp 0 6 64 false']);
  });

  it('has no wires for one rank', () => {
    expect(told(1, 1)).toEqual([]);
  });

  it('puts up to `size` ranks behind a switch', () => {
    const scaleUp = { kind: 'switch', size: 8, bandwidth: 450e9, latency: 1e-6 } as const;
    const group = groupOf({ ...cluster, scaleUp }, 32, 1);
    expect(group.dims.map(({ kind, size, bandwidth }) => [kind, size, bandwidth])).toEqual([
      ['switch', 8, 450e9],
      ['switch', 4, 25e9],
    ]);
  });

  it('thins the network by its oversubscription', () => {
    const scaleOut = { ...cluster.scaleOut, oversubscription: 4 };
    expect(groupOf({ ...cluster, scaleOut }, 2, 64).dims[0].bandwidth).toBe(6.25e9);
  });
});

describe('groupsOf', () => {
  it('numbers ranks in the given order, innermost first', () => {
    const { tensor, data, pipeline } = groupsOf(scenarioWith());
    expect([tensor.stride, data.stride, pipeline.stride]).toEqual([1, 64, 64 * 644]);
    const turned = groupsOf(
      scenarioWith({ parallel: { order: ['pipeline', 'data', 'tensor', 'context', 'expert'] } }),
    );
    expect([turned.pipeline.stride, turned.data.stride, turned.tensor.stride]).toEqual([1, 12, 12 * 644]);
  });

  it('keeps experts inside data, and finds the copies of their weights', () => {
    const groups = groupsOf(
      scenarioWith({ parallel: { tensor: 4, data: 64, expert: 16, expertTensor: 2, pipeline: 1 } }),
    );
    expect(groups.expert).toMatchObject({ size: 16, stride: 4, domains: 1 });
    expect(groups.expertTensor).toMatchObject({ size: 2, stride: 1 });
    // Two tensor ranks that do not share the matrices, times four groups of experts.
    expect(groups.expertData).toMatchObject({ size: 8, domains: 4 });
  });
});
