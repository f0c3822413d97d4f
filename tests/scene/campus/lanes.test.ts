import { describe, expect, it } from 'vitest';
import { HUB, METRES } from '../../../src/cluster/metres.ts';
import { plotCentre } from '../../../src/cluster/places.ts';
import { laneRibbons } from '../../../src/scene/campus/lanes.ts';

const site = (buildings: number) => ({ buildings, halls: 4, rows: 12, positions: 24, filled: 23 });

describe('lanes to the hub', () => {
  for (const buildings of [7, 14, 30])
    it(`join each of ${buildings} buildings with the hub, there and back, around every other building`, () => {
      const ribbons = laneRibbons(site(buildings));
      const rings = 4;
      expect(ribbons).toHaveLength(2 * buildings + rings);
      for (let b = 0; b < buildings; b++) {
        const { x, z } = plotCentre(b);
        const out = ribbons[2 * b].way;
        const end = out[out.length - 1];
        expect(Math.abs(Math.abs(out[0][0] - x) - METRES.building.width / 2)).toBeLessThan(6);
        expect(Math.max(Math.abs(end[0] - HUB.x), Math.abs(end[2] - HUB.z))).toBeLessThan(HUB.size / 2 + 4);
        const back = ribbons[2 * b + 1].way;
        expect(Math.hypot(back[0][0] - end[0], back[0][2] - end[2])).toBeLessThan(6);
        for (const [px, , pz] of out.slice(1))
          for (let other = 0; other < buildings; other++) {
            const plot = plotCentre(other);
            const clear =
              Math.abs(px - plot.x) > METRES.building.width / 2 - 0.01 ||
              Math.abs(pz - plot.z) > METRES.building.depth / 2;
            expect(`${b + 1} clear of ${other + 1}: ${clear || (other === b && z === pz)}`).toBe(
              `${b + 1} clear of ${other + 1}: true`,
            );
          }
      }
    });
});
