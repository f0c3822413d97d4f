import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/cluster/address.ts';
import { childrenOf, chipIndex, exists } from '../../src/cluster/site.ts';
import { clusters } from '../../src/facts/clusters.ts';
import { planOf } from '../../src/floorplan/atlas.ts';
import { fitInto } from '../../src/floorplan/paint.ts';
import type { Plan, Rect } from '../../src/floorplan/plan.ts';

const site = clusters['rainier-2025'].site!;
const PLACES: readonly Address[] = [
  [],
  [3],
  [3, 2],
  [3, 2, 4],
  [3, 2, 4, 17],
  [3, 2, 4, 17, 2],
  [3, 2, 4, 17, 2, 5],
  [3, 2, 4, 17, 2, 1],
  [3, 2, 4, 17, 2, 5, 1],
  [3, 2, 4, 17, 2, 5, 1, 6],
];

const apart = (a: Rect, b: Rect): boolean =>
  a.x + a.w <= b.x + 1e-9 || b.x + b.w <= a.x + 1e-9 || a.y + a.h <= b.y + 1e-9 || b.y + b.h <= a.y + 1e-9;

describe('planOf', () => {
  const plans = PLACES.map((place) => ({ place: `${place}`, plan: planOf(site, place) }));
  it.each([...plans, { place: 'a cube', plan: planOf(site, [3, 2, 4, 17], true) }])(
    'draws $place inside its frame, no place over another',
    ({ plan }: { plan: Plan }) => {
      for (const { x, y, w, h } of [...plan.children, ...plan.cells, ...plan.bodies]) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9);
        expect(x + w).toBeLessThanOrEqual(plan.width + 1e-9);
        expect(y + h).toBeLessThanOrEqual(plan.height + 1e-9);
      }
      plan.children.forEach((a, i) => {
        for (const b of plan.children.slice(i + 1)) expect(apart(a, b)).toBe(true);
      });
    },
  );

  it('offers every child of a place, each of which the site has', () => {
    for (const place of PLACES.filter(({ length }) => ![4, 5].includes(length))) {
      const { children } = planOf(site, place);
      expect(children).toHaveLength(childrenOf(site, place));
      for (const { address } of children) {
        expect(exists(site, address)).toBe(true);
        expect(address.slice(0, place.length)).toEqual(place);
      }
    }
  });

  it('offers all 64 chips of an UltraServer, each showing itself', () => {
    const { children, cells } = planOf(site, [3, 2, 4, 17]);
    expect(children).toHaveLength(64);
    children.forEach(({ address }, i) => {
      expect(chipIndex(site, address)).toBe(cells[i].chip);
    });
    expect(new Set(cells.map(({ chip }) => chip)).size).toBe(64);
  });

  it('draws the torus so that it can be seen to wrap: 96 links in each server pair of axes, 32 stubs a axis', () => {
    const { wires } = planOf(site, [3, 2, 4, 17]);
    const open = wires.filter((wire) => wire.open);
    // 32 rings in X and Y, each closed by a stub at both ends; 96 straight links; four bundles of four in Z.
    expect(open).toHaveLength(64);
    expect(wires.length - open.length).toBe(96 + 16);
  });

  it('unfolds the torus into a cube of all chips and all links, each ring closed outside its line', () => {
    const { children, cells, wires } = planOf(site, [3, 2, 4, 17], true);
    expect(new Set(cells.map(({ chip }) => chip)).size).toBe(64);
    expect(children.map(({ address }) => chipIndex(site, address))).toEqual(cells.map(({ chip }) => chip));
    expect(wires).toHaveLength(192);
    expect(wires.filter(({ points }) => points.length > 2)).toHaveLength(48);
    for (const axis of ['x', 'y', 'z']) expect(wires.filter((wire) => wire.axis === axis)).toHaveLength(64);
  });

  it('shows every row of the campus by a chip of its own', () => {
    const { cells } = planOf(site, []);
    expect(cells).toHaveLength(7 * 4 * 12);
    expect(new Set(cells.map(({ chip }) => chip)).size).toBe(336);
  });
});

describe('fitInto', () => {
  it('scales to the tighter side and lies in the middle', () => {
    expect(fitInto({ width: 10, height: 5 }, { x: 100, y: 0, w: 200, h: 200 })).toEqual({
      scale: 20,
      x: 100,
      y: 50,
    });
  });
});
