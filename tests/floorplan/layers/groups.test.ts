import { describe, expect, it } from 'vitest';
import type { Address } from '../../../src/cluster/address.ts';
import { placeJob, rankOfChip } from '../../../src/cluster/job.ts';
import { Mate, mateOf } from '../../../src/cluster/mates.ts';
import { planOf } from '../../../src/floorplan/atlas.ts';
import { mateCells, matesOfChip } from '../../../src/floorplan/layers/groups.ts';
import type { SiteLayout } from '../../../src/scenario/scenario.ts';
import { scenarioWith } from '../../sim/scenario.ts';

const site: SiteLayout = { buildings: 2, halls: 2, rows: 4, positions: 6, filled: 5 };
const job = placeJob(scenarioWith({ parallel: { tensor: 64, data: 20, pipeline: 4 } }), site);
const layout = { job, expert: 1 };
const PICKED = 64 * 7 + 3;
const mates = matesOfChip(layout, PICKED, null);
const on = (address: Address) => mateCells(planOf(site, address), address, site.filled, mates);
const count = (address: Address, mate: Mate) => on(address).filter((cell) => cell.mate === mate).length;

describe('the groups of a chip on plans', () => {
  it('are the mates that the picture in 3D shows', () => {
    for (let chip = 0; chip < 64 * 80; chip++)
      expect(mates.get(chip) ?? Mate.none).toBe(
        mateOf(layout, null, rankOfChip(job, PICKED), rankOfChip(job, chip)),
      );
  });

  it('mark UltraServers from the campus to a hall, chips from a row on', () => {
    // UltraServer 7 is b1/h1/r2/u3: its row, in each of four halls, holds the replicas; its column the stages.
    expect(count([], Mate.tensor)).toBe(1);
    expect(count([], Mate.data)).toBe(19);
    expect(count([], Mate.pipeline)).toBe(3);
    expect(count([1, 2], Mate.data)).toBe(5);
    expect(count([1, 1], Mate.pipeline)).toBe(3);
    expect(count([1, 1, 2], Mate.data)).toBe(4);
    expect(count([1, 1, 2, 3], Mate.tensor)).toBe(63);
    expect(count([1, 1, 2, 3], Mate.self)).toBe(1);
    expect(on([2, 1, 1])).toEqual([]);
  });

  it('lie inside the cells they mark', () => {
    const plan = planOf(site, []);
    for (const { rect } of on([]))
      expect(
        plan.cells.some(
          (cell) => cell.x === rect.x && rect.y >= cell.y - 1e-9 && rect.y + rect.h <= cell.y + cell.h + 1e-9,
        ),
      ).toBe(true);
  });
});
