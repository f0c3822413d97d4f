import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../src/cluster/groups.ts';
import { chipOfRank, coordinate, type Job, placeJob, rankOfChip } from '../../src/cluster/job.ts';
import { GROUPS, type Layout, Mate, mateOf, membersOf, shareGroup } from '../../src/cluster/mates.ts';
import { pickedChip } from '../../src/cluster/picked.ts';
import { spreadOf } from '../../src/cluster/spread.ts';
import type { Dimension, SiteLayout } from '../../src/scenario/scenario.ts';
import { scenarioWith } from '../sim/scenario.ts';

const site: SiteLayout = { buildings: 2, halls: 2, rows: 4, positions: 6, filled: 5 };
const ORDER: readonly Dimension[] = ['tensor', 'context', 'expert', 'data', 'pipeline'];

function layoutOf(
  sizes: { tensor: number; context: number; data: number; pipeline: number; expert: number },
  order: readonly Dimension[] = ORDER,
): Layout {
  const scenario = scenarioWith({ parallel: { ...sizes, order } });
  return { job: placeJob(scenario, site), expert: sizes.expert };
}

/** Small layouts in any order, of at most 5,120 ranks. */
const layouts = fc
  .record({
    tensor: fc.constantFrom(1, 2, 3, 4, 16),
    context: fc.constantFrom(1, 2, 4),
    data: fc.constantFrom(1, 2, 5, 6, 12),
    pipeline: fc.constantFrom(1, 2, 3, 5),
    share: fc.nat(),
    order: fc.shuffledSubarray([...ORDER], { minLength: 5, maxLength: 5 }),
  })
  .map(({ share, order, ...sizes }) => {
    const replicas = sizes.context * sizes.data;
    const divisors = Array.from({ length: replicas }, (_, i) => i + 1).filter((n) => replicas % n === 0);
    return layoutOf({ ...sizes, expert: divisors[share % divisors.length] }, order);
  });

/** What groups are, said plainly: coordinates that agree, and numbers of replicas that fall into one block. */
function together({ job, expert }: Layout, group: Dimension, a: number, b: number): boolean {
  const [p, q] = [a, b].map((rank) => ({
    tensor: coordinate(job, rank, 'tensor'),
    context: coordinate(job, rank, 'context'),
    data: coordinate(job, rank, 'data'),
    pipeline: coordinate(job, rank, 'pipeline'),
  }));
  const number = ({ context, data }: typeof p): number =>
    job.stride.context <= job.stride.data
      ? context + data * job.size.context
      : data + context * job.size.data;
  if (group === 'tensor') return p.context === q.context && p.data === q.data && p.pipeline === q.pipeline;
  if (group === 'context') return p.tensor === q.tensor && p.data === q.data && p.pipeline === q.pipeline;
  if (group === 'pipeline') return p.tensor === q.tensor && p.context === q.context && p.data === q.data;
  if (p.tensor !== q.tensor || p.pipeline !== q.pipeline) return false;
  return group === 'data' || Math.floor(number(p) / expert) === Math.floor(number(q) / expert);
}

describe('the groups of a rank', () => {
  it('are those that brute force finds, in any layout and order', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), fc.constantFrom(...GROUPS), (layout, pick, group) => {
        const { ranks } = layout.job;
        const rank = pick % ranks;
        const all = Array.from({ length: ranks }, (_, other) => other);
        const expected = all.filter((other) => together(layout, group, rank, other));
        expect(membersOf(layout, rank, group)).toEqual(expected);
        expect(all.filter((other) => shareGroup(layout, group, rank, other))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('are as large as the simulator counts them', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), ({ job, expert }, pick) => {
        const { tensor, context, data, pipeline } = job.size;
        const groups = groupsOf(scenarioWith({ parallel: { tensor, context, data, pipeline, expert } }));
        for (const group of GROUPS)
          expect(membersOf({ job, expert }, pick % job.ranks, group)).toHaveLength(groups[group].size);
      }),
      { numRuns: 50 },
    );
  });

  it('are the same for each of their members, itself among them', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), fc.constantFrom(...GROUPS), (layout, pick, group) => {
        const members = membersOf(layout, pick % layout.job.ranks, group);
        expect(members).toContain(pick % layout.job.ranks);
        for (const member of members) expect(membersOf(layout, member, group)).toEqual(members);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a mate', () => {
  const layout = layoutOf({ tensor: 4, context: 2, data: 6, pipeline: 3, expert: 4 });
  const at = (t: number, c: number, d: number, p: number) => t + 4 * (c + 2 * (d + 6 * p));

  it('is named by the closest group that both are in', () => {
    const names = Object.keys(Mate);
    const mate = (other: number, only: Dimension | null = null) =>
      names[mateOf(layout, only, at(1, 0, 2, 1), other)];
    expect(mate(at(1, 0, 2, 1))).toBe('self');
    expect(mate(at(3, 0, 2, 1))).toBe('tensor');
    expect(mate(at(1, 1, 2, 1))).toBe('context');
    // Replicas 4 … 7 share experts: context and data numbered together.
    expect(mate(at(1, 0, 3, 1))).toBe('expert');
    expect(mate(at(1, 1, 3, 1))).toBe('expert');
    expect(mate(at(1, 1, 4, 1))).toBe('data');
    expect(mate(at(1, 0, 2, 0))).toBe('pipeline');
    expect(mate(at(2, 0, 2, 0))).toBe('none');
    expect(mate(-1)).toBe('none');
  });

  it('is named by one kind alone where only that is asked for', () => {
    const mate = (only: Dimension, other: number) => mateOf(layout, only, at(0, 0, 0, 0), other);
    // A context mate holds the same weights, too.
    expect(mate('data', at(0, 1, 0, 0))).toBe(Mate.data);
    expect(mate('expert', at(0, 1, 0, 0))).toBe(Mate.expert);
    expect(mate('tensor', at(0, 1, 0, 0))).toBe(Mate.none);
  });
});

describe('the picked chip', () => {
  it('is the place itself, or the first chip in it; a head tray stands for its server', () => {
    expect(pickedChip(site, [])).toBe(0);
    expect(pickedChip(site, [1, 1, 1, 2])).toBe(64);
    expect(pickedChip(site, [1, 1, 2])).toBe(5 * 64);
    expect(pickedChip(site, [1, 1, 1, 1, 3])).toBe(32);
    expect(pickedChip(site, [1, 1, 1, 1, 3, 1])).toBe(32);
    expect(pickedChip(site, [1, 1, 1, 1, 3, 3])).toBe(33);
    expect(pickedChip(site, [1, 1, 1, 1, 3, 3, 2])).toBe(34);
    expect(pickedChip(site, [1, 1, 1, 1, 3, 3, 2, 5])).toBe(34);
  });
});

describe('the spread of a group', () => {
  it('counts servers, UltraServers, rows, halls and buildings', () => {
    // The default job in small: a UltraServer a tensor group, a row a stage, a column of rows a replica.
    const layout = layoutOf({ tensor: 64, context: 1, data: 20, pipeline: 4, expert: 1 });
    const rank = rankOfChip(layout.job, pickedChip(site, [2, 1, 3, 4]));
    expect(spreadOf(layout, rank, 'tensor')).toMatchObject({ chips: 64, servers: 4, ultraservers: 1 });
    expect(spreadOf(layout, rank, 'pipeline')).toMatchObject({ chips: 4, rows: 4, halls: 1 });
    expect(spreadOf(layout, rank, 'data')).toEqual({
      chips: 20,
      servers: 20,
      ultraservers: 20,
      rows: 4,
      halls: 4,
      buildings: 2,
    });
  });
});

it('keeps every member on a chip of the job', () => {
  const job: Job = layoutOf({ tensor: 16, context: 1, data: 11, pipeline: 3, expert: 1 }).job;
  for (const member of membersOf({ job, expert: 1 }, 40, 'data'))
    expect(rankOfChip(job, chipOfRank(job, member))).toBe(member);
});
