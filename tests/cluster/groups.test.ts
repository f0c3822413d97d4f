import { describe, expect, it } from 'vitest';
import { groupOf, groupsOf, linkClasses } from '../../src/cluster/groups.ts';
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

  it('lays sixteen ranks on the plane of a server, or across the servers, or on a line', () => {
    expect(told(16, 1)).toEqual(['scaleUp 0 4 128 true', 'scaleUp 1 4 128 true']);
    expect(told(16, 4)).toEqual(['scaleUp 1 4 128 true', 'scaleUp 2 4 64 true']);
    // Two groups interleave on the first axis; the plane of the others is theirs by turns of two.
    expect(told(16, 2)).toEqual(['scaleUp 0 2 64 true', 'scaleUp 1 4 128 true', 'scaleUp 2 2 64 false']);
    expect(groupOf(cluster, 16, 4).dims.map(({ links }) => links)).toEqual([[1], [2]]);
  });

  it('names the classes of link', () => {
    expect(linkClasses(cluster)).toEqual(['axis 1', 'axis 2', 'axis 3', 'network']);
    expect(groupOf(cluster, 128, 1).dims.map(({ links }) => links)).toEqual([[0], [1], [2], [3]]);
    expect(groupOf(cluster, 6, 1).dims.map(({ links }) => links)).toEqual([[0, 1]]);
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

  it('fans experts over the torus and the network', () => {
    const { expert } = groupsOf(
      scenarioWith({ parallel: { tensor: 16, data: 64, expert: 8, pipeline: 1, expertTensor: 1 } }),
    );
    expect(expert.dims.map(({ axis, size, kind }) => [axis, size, kind])).toEqual([
      [2, 4, 'ring'],
      [-1, 2, 'switch'],
    ]);
  });

  it('counts the time of light between halls', () => {
    const site = { buildings: 2, halls: 4, rows: 12, positions: 24, filled: 23 };
    const { pipeline, data } = groupsOf(scenarioWith({ cluster: { site }, parallel: { data: 150 } }));
    const base = cluster.scaleOut.latency / 2;
    const metres = (latency: number) => (2 * (latency - base)) / 5e-9;
    // Seven halls: a stage goes to the next row of the same hall, a replica's gradients through halls and buildings.
    expect(metres(pipeline.dims[0].latency)).toBeGreaterThan(1);
    expect(metres(pipeline.dims[0].latency)).toBeLessThan(10);
    expect(metres(data.dims[0].latency)).toBeGreaterThan(200);
    // Stages beside each other in a row, replicas in other rows.
    const turned = groupsOf(
      scenarioWith({
        cluster: { site },
        parallel: { data: 150, order: ['tensor', 'context', 'expert', 'pipeline', 'data'] },
      }),
    );
    expect(turned.pipeline.stride).toBe(64);
    expect(groupsOf(scenarioWith()).data.dims[0].latency).toBe(base);
  });
});
