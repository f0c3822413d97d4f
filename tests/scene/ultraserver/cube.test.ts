import { describe, expect, it } from 'vitest';
import { torusLinks } from '../../../src/cluster/links.ts';
import { distance, type Point } from '../../../src/scene/near/curve.ts';
import { neuronLinkCables } from '../../../src/scene/ultraserver/cables.ts';
import { CUBE, chipUnder, cubeAt, cubeLink } from '../../../src/scene/ultraserver/cube.ts';
import { morphGeometry, ways } from '../../../src/scene/ultraserver/morph.ts';
import { tabletGeometry } from '../../../src/scene/ultraserver/tablets.ts';

const chips = Array.from({ length: 64 }, (_, chip) => cubeAt(chip));
const last = (points: readonly Point[]): Point => points[points.length - 1];

describe('the unfolded torus', () => {
  it('sets 64 chips on a grid of 4 × 4 × 4 round its middle', () => {
    for (const axis of [0, 1, 2]) {
      expect(new Set(chips.map((at) => at[axis].toFixed(6))).size).toBe(4);
      expect(chips.reduce((sum, at) => sum + at[axis], 0) / 64).toBeCloseTo(CUBE.middle[axis], 9);
    }
    expect(new Set(chips.map(String)).size).toBe(64);
  });

  it('draws 144 straight links of one pitch and 48 that close outside the cube', () => {
    const low = [0, 1, 2].map((axis) => Math.min(...chips.map((at) => at[axis])));
    const high = [0, 1, 2].map((axis) => Math.max(...chips.map((at) => at[axis])));
    let straight = 0;
    for (const link of torusLinks()) {
      const points = cubeLink(link);
      if (!link.wraps) {
        straight++;
        expect(points).toHaveLength(2);
        expect(distance(points[0], points[1])).toBeCloseTo(CUBE.pitch[link.axis], 9);
        continue;
      }
      const axis = { x: 0, y: 2, z: 1 }[link.axis];
      // Out beyond both ends of its line, and back to the other end of it.
      expect(Math.min(...points.map((p) => p[axis]))).toBeLessThan(low[axis] - 0.1);
      expect(Math.max(...points.map((p) => p[axis]))).toBeGreaterThan(high[axis] + 0.1);
      expect(distance(points[0], last(points))).toBeCloseTo(3 * CUBE.pitch[link.axis], 9);
    }
    expect(straight).toBe(144);
  });

  it('ends every link within its chips, or at their corner', () => {
    for (const link of torusLinks()) {
      const points = cubeLink(link);
      const reach = Math.hypot(CUBE.chip[0], CUBE.chip[2]) / 2;
      expect(distance(points[0], cubeAt(link.from))).toBeLessThan(reach);
      expect(distance(last(points), cubeAt(link.to))).toBeLessThan(reach);
    }
  });

  it('keeps the chips of one ring clear of the lines of another', () => {
    for (const link of torusLinks()) {
      if (!link.wraps) continue;
      for (const point of cubeLink(link).slice(4, -4))
        for (const at of chips) expect(distance(point, at)).toBeGreaterThan(0.03);
    }
  });
});

describe('ways', () => {
  const all = ways(neuronLinkCables());

  it('have as many points in the racks as in the cube, and the ends of both', () => {
    expect(all).toHaveLength(192);
    for (const { cable, racks, cube, along } of all) {
      expect(racks).toHaveLength(cube.length);
      expect([along[0], along[along.length - 1]]).toEqual([0, 1]);
      expect(distance(racks[0], cable.points[0])).toBeLessThan(1e-9);
      expect(distance(last(racks), last(cable.points))).toBeLessThan(1e-9);
      expect(distance(last(cube), last(cubeLink(cable.link)))).toBeLessThan(1e-9);
    }
  });

  it('take fewer than 15,000 triangles together with the chips', () => {
    const triangles = (morphGeometry(all).index!.count + tabletGeometry().index!.count) / 3;
    expect(triangles).toBeLessThan(15_000);
  });
});

describe('chipUnder', () => {
  it('finds every chip from above its own server, and none beside the cube', () => {
    for (const [chip, [x, y, z]] of chips.entries())
      expect(chipUnder([x, y + 0.2, z], [0, -1, 0])?.chip).toBe(chip);
    expect(chipUnder([5, 5, 5], [0, -1, 0])).toBeNull();
  });

  it('finds the nearest of those in one line, and how far it is', () => {
    const [x, y, z] = chips[48];
    const hit = chipUnder([x, y + 1, z], [0, -1, 0]);
    expect(hit?.chip).toBe(48);
    expect(hit?.t).toBeCloseTo(1 - CUBE.chip[1] / 2, 9);
  });
});
