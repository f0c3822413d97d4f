import { describe, expect, it } from 'vitest';
import { NOT_IN_JOB, placeJob, rankOfChip } from '../../../src/cluster/job.ts';
import { Mate, mateOf } from '../../../src/cluster/mates.ts';
import { chipsOf } from '../../../src/cluster/site.ts';
import type { Dimension, SiteLayout } from '../../../src/scenario/scenario.ts';
import { createClassTexture } from '../../../src/scene/classTexture.ts';
import { createMateMap } from '../../../src/scene/layers/mateMap.ts';
import { scenarioWith } from '../../sim/scenario.ts';

const site: SiteLayout = { buildings: 1, halls: 2, rows: 3, positions: 4, filled: 3 };
const ORDERS: readonly (readonly Dimension[])[] = [
  ['tensor', 'context', 'expert', 'data', 'pipeline'],
  ['data', 'tensor', 'pipeline', 'context', 'expert'],
];

function mapOf(order: readonly Dimension[]) {
  const sizes = { tensor: 8, context: 2, data: 9, pipeline: 5, expert: 3 };
  const job = placeJob(scenarioWith({ parallel: { ...sizes, order } }), site);
  const layout = { job, expert: sizes.expert };
  const map = createMateMap(layout, createClassTexture(job));
  return { layout, map, texels: map.texture.image.data as unknown as Uint16Array };
}

describe.each(ORDERS.map((order) => [order.join(' '), order] as const))('mates laid %s', (_, order) => {
  const { layout, map, texels } = mapOf(order);
  const { job } = layout;

  it.each([[null], ['tensor'], ['data'], ['expert']] as const)('are those of the picked chip: %s', (only) => {
    // Each pick takes the one before it back.
    for (const picked of [0, 130, 77, 64 * 3 + 5]) {
      map.pick(picked, only);
      const rank = rankOfChip(job, picked);
      for (let chip = 0; chip < chipsOf(site); chip++) {
        const other = rankOfChip(job, chip);
        if (other < 0) expect(texels[chip]).toBe(NOT_IN_JOB);
        else expect(texels[chip] & 15, `chip ${chip}`).toBe(mateOf(layout, only, rank, other));
      }
    }
  });

  it('tell of each UltraServer which mate is commonest in it, of as many the closest', () => {
    map.pick(70, null);
    const rank = rankOfChip(job, 70);
    for (let first = 0; first < chipsOf(site); first += 64) {
      if (texels[first] === NOT_IN_JOB) continue;
      const counts = new Array<number>(7).fill(0);
      for (let chip = first; chip < first + 64; chip++)
        counts[mateOf(layout, null, rank, rankOfChip(job, chip))] += 1;
      counts[Mate.none] = 0;
      const most = Math.max(...counts);
      expect(texels[first] >> 4).toBe(most === 0 ? Mate.none : counts.indexOf(most));
    }
  });

  it('are none for no chip, and for one that is not in the job', () => {
    const outside = Array.from({ length: chipsOf(site) }, (__, chip) => chip).find(
      (chip) => rankOfChip(job, chip) < 0,
    )!;
    for (const chip of [-1, outside]) {
      map.pick(0, null);
      map.pick(chip, null);
      expect(texels.every((texel) => texel === NOT_IN_JOB || texel === Mate.none)).toBe(true);
    }
  });
});
