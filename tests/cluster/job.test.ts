import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/cluster/address.ts';
import {
  chipOfRank,
  classMap,
  classOfChip,
  coordinate,
  NOT_IN_JOB,
  placeJob,
  rankOfChip,
} from '../../src/cluster/job.ts';
import { chipIndex } from '../../src/cluster/site.ts';
import type { ResolvedScenario, SiteLayout } from '../../src/scenario/scenario.ts';

const site: SiteLayout = { buildings: 7, halls: 4, rows: 12, positions: 24, filled: 23 };

function job(tensor: number, pipeline: number, data: number) {
  const parallel = {
    tensor,
    context: 1,
    expert: 1,
    data,
    pipeline,
    order: ['tensor', 'context', 'expert', 'data', 'pipeline'],
  };
  return placeJob({ parallel } as unknown as ResolvedScenario, site);
}
const chip = (text: string) => chipIndex(site, parseAddress(text)!);

describe('a job on a site', () => {
  it('makes a row a stage and a column of rows a replica in the default layout', () => {
    const placed = job(64, 12, 644);
    expect(placed.halls).toBe(28);
    expect(classOfChip(placed, chip('b1/h1/r1/u1/s1/t2/c1'))).toBe(0);
    expect(classOfChip(placed, chip('b7/h4/r12/u23/s4/t9/c2'))).toBe(11);
    expect(classOfChip(placed, chip('b4/h2/r5/u9/s3/t4/c1'))).toBe(4);
    const replica = (text: string) => coordinate(placed, rankOfChip(placed, chip(text)), 'data');
    expect(replica('b1/h1/r1/u23/s1/t2/c1')).toBe(22);
    expect(replica('b1/h1/r9/u23/s1/t2/c1')).toBe(22);
    expect(replica('b1/h2/r9/u1/s1/t2/c1')).toBe(23);
  });

  it('uses every chip of the default job once, and takes a rank back from its chip', () => {
    const placed = job(64, 12, 644);
    for (const rank of [0, 63, 64, 41_215, 41_216, 300_000, 494_591])
      expect(rankOfChip(placed, chipOfRank(placed, rank))).toBe(rank);
    expect(classMap(placed, 494_592).includes(NOT_IN_JOB)).toBe(false);
  });

  it('keeps stages on rows of their own in a small job and leaves the other halls out', () => {
    const placed = job(64, 4, 8);
    expect(placed.halls).toBe(1);
    expect(classOfChip(placed, chip('b1/h1/r2/u8/s1/t2/c1'))).toBe(1);
    expect(classOfChip(placed, chip('b1/h1/r2/u9/s1/t2/c1'))).toBe(-1);
    expect(classOfChip(placed, chip('b1/h2/r1/u1/s1/t2/c1'))).toBe(-1);
    for (let rank = 0; rank < placed.ranks; rank += 7)
      expect(rankOfChip(placed, chipOfRank(placed, rank))).toBe(rank);
  });

  it.each([
    [64, 12, 644],
    [8, 12, 100],
    [8, 3, 20_000],
    [2, 126, 9],
    [1, 1, 494_592],
    [16, 2, 4],
    [128, 7, 13],
    [1, 5, 77],
  ])('maps every chip to the class it has by itself: tensor %i, pipeline %i, data %i', (...sizes) => {
    const placed = job(...sizes);
    const map = classMap(placed, 494_592);
    let differs = 0;
    for (let i = 0; i < map.length; i++) {
      const c = classOfChip(placed, i);
      if (map[i] !== (c < 0 ? NOT_IN_JOB : c)) differs += 1;
    }
    expect(differs).toBe(0);
  });

  it('counts as many chips in the job as there are ranks', () => {
    for (const [tensor, pipeline, data] of [
      [64, 12, 644],
      [8, 16, 100],
      [4, 24, 5151],
      [1, 1, 494_592],
      [32, 7, 2000],
    ]) {
      const placed = job(tensor, pipeline, data);
      const inJob = classMap(placed, 494_592).filter((c) => c !== NOT_IN_JOB).length;
      expect(inJob, `${tensor}×${pipeline}×${data}`).toBe(placed.ranks);
    }
  });
});
