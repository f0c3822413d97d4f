import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/cluster/address.ts';
import { METRES, PLOTS } from '../../src/cluster/metres.ts';
import { campusPlace, centreOf, placeOf } from '../../src/cluster/places.ts';

const site = { buildings: 30, halls: 4, rows: 12, positions: 24, filled: 24 };
const at = (text: string, closed = false) => placeOf(site, parseAddress(text)!, closed);

describe('places', () => {
  it('give each of thirty buildings a plot of its own', () => {
    expect(new Set(PLOTS.map(String)).size).toBe(30);
    const { size } = campusPlace(site);
    expect(size[0]).toBe(5 * METRES.plot.pitchX);
    expect(size[2]).toBe(6 * METRES.plot.pitchZ);
  });

  it('stand inside the place around them', () => {
    const inside = (outer: string, inner: string) => {
      const a = at(outer, true);
      const b = at(inner, true);
      const [x, , z] = centreOf(b);
      const [ox, , oz] = centreOf(a);
      const cos = Math.cos(a.yaw);
      const sin = Math.sin(a.yaw);
      const localX = (x - ox) * cos - (z - oz) * sin;
      const localZ = (x - ox) * sin + (z - oz) * cos;
      expect(Math.abs(localX), inner).toBeLessThanOrEqual(a.size[0] / 2 + 1e-9);
      expect(Math.abs(localZ), inner).toBeLessThanOrEqual(a.size[2] / 2 + 0.2);
    };
    inside('b3', 'b3/h4');
    inside('b3/h4', 'b3/h4/r12');
    inside('b3/h4', 'b3/h4/r1/u24');
    inside('b3/h4/r1', 'b3/h4/r1/u1');
    inside('b3/h4/r2', 'b3/h4/r2/u24');
    inside('b3/h4/r2/u24', 'b3/h4/r2/u24/s4/t9');
    inside('b3/h4/r2/u24/s4/t9', 'b3/h4/r2/u24/s4/t9/c2');
    inside('b3/h4/r2/u24/s4/t9/c2', 'b3/h4/r2/u24/s4/t9/c2/n8');
  });

  it('face the cold aisles: odd rows west, even rows east, backs to a shared hot aisle', () => {
    const first = at('b1/h1/r1');
    const second = at('b1/h1/r2');
    expect(Math.sin(first.yaw)).toBeCloseTo(-1, 12);
    expect(Math.sin(second.yaw)).toBeCloseTo(1, 12);
    expect(second.x - first.x).toBeCloseTo(METRES.row.hotAisle + METRES.row.depth, 9);
  });

  it('number positions southwards in every row', () => {
    for (const row of [1, 2])
      expect(at(`b1/h1/r${row}/u2`).z - at(`b1/h1/r${row}/u1`).z).toBeCloseTo(1.25, 9);
  });

  it('stack 18 trays in a rack, head trays at the outer ends', () => {
    const heights = [
      at('b1/h1/r1/u1/s1/t1').y,
      at('b1/h1/r1/u1/s1/t2').y,
      at('b1/h1/r1/u1/s2/t9').y,
      at('b1/h1/r1/u1/s2/t1').y,
    ];
    expect([...heights].sort((a, b) => a - b)).toEqual(heights);
    expect(heights[3] + METRES.tray.height).toBeLessThan(METRES.rack.height);
  });
});
