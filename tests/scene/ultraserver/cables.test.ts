import { describe, expect, it } from 'vitest';
import { torusLinks } from '../../../src/cluster/links.ts';
import { METRES as M } from '../../../src/cluster/metres.ts';
import { distance, type Point } from '../../../src/scene/near/curve.ts';
import { PIECE_TRIANGLES } from '../../../src/scene/near/tubes.ts';
import { efaCables, laneOf, neuronLinkCables } from '../../../src/scene/ultraserver/cables.ts';
import { PORTS, portAt } from '../../../src/scene/ultraserver/ports.ts';

const cables = neuronLinkCables();
const last = (points: readonly Point[]): Point => points[points.length - 1];

describe('neuronLinkCables', () => {
  it('draws each of the 192 links once: 160 cables and 32 bars on trays', () => {
    const keys = new Set(cables.map(({ link }) => `${link.axis} ${link.from} ${link.to}`));
    expect(keys).toEqual(new Set(torusLinks().map((l) => `${l.axis} ${l.from} ${l.to}`)));
    expect(cables).toHaveLength(192);
    expect(cables.filter(({ link }) => link.inTray)).toHaveLength(32);
  });

  it('starts and ends every cable at ports of its two chips, each port taken once', () => {
    const ports = new Map<string, string>();
    for (let chip = 0; chip < 64; chip++) {
      for (const port of PORTS) ports.set(portAt(chip, port).join(), `${chip} ${port}`);
    }
    expect(ports.size).toBe(320);
    const taken = new Set<string>();
    for (const { link, points } of cables) {
      if (link.inTray) continue;
      const start = ports.get(points[0].join());
      const end = ports.get(last(points).join());
      expect(start?.split(' ')[0]).toBe(String(link.from));
      expect(end?.split(' ')[0]).toBe(String(link.to));
      taken.add(start!).add(end!);
    }
    expect(taken.size).toBe(320);
  });

  it('keeps each Z ring in one slot of its lanes, so that it closes on itself', () => {
    for (let chip = 0; chip < 16; chip++) {
      for (const z of [1, 2, 3]) expect(laneOf(chip + 16 * z)).toEqual(laneOf(chip));
    }
    const slots = new Set(Array.from({ length: 16 }, (_, chip) => JSON.stringify(laneOf(chip))));
    expect(slots.size).toBe(16);
  });

  it('lets exactly 32 Z cables cross between the racks', () => {
    const crossing = cables.filter(
      ({ link, points }) => link.axis === 'z' && points[0][0] * last(points)[0] < 0,
    );
    expect(crossing).toHaveLength(32);
  });

  it('stays before the trays and close to them, without gaps or broken numbers', () => {
    for (const { points } of cables) {
      for (const [i, p] of points.entries()) {
        expect(p.every(Number.isFinite)).toBe(true);
        expect(p[2]).toBeGreaterThan(0);
        expect(p[2]).toBeLessThan(0.2);
        expect(Math.abs(p[0])).toBeLessThan(M.rack.pitch / 2 + 0.3);
        if (i > 0) expect(distance(p, points[i - 1])).toBeGreaterThan(1e-6);
      }
    }
  });

  it('takes fewer than 10,000 triangles', () => {
    const segments = cables.reduce((sum, { points }) => sum + points.length - 1, 0);
    expect(segments * PIECE_TRIANGLES).toBeLessThan(10_000);
  });
});

describe('efaCables', () => {
  it('leads one cable of every chip up through the roof', () => {
    const efa = efaCables();
    expect(efa.map((tube) => tube.chip)).toEqual(Array.from({ length: 64 }, (_, chip) => chip));
    for (const { points } of efa) {
      expect(points[0][1]).toBeLessThan(M.rack.height);
      expect(last(points)[1]).toBeGreaterThan(M.rack.height + 0.5);
      expect(points.flat().every(Number.isFinite)).toBe(true);
    }
  });
});
