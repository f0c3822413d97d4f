import { expect, it } from 'vitest';
import { torusLinks } from '../../../src/cluster/links.ts';
import { METRES as M } from '../../../src/cluster/metres.ts';
import { placeOf } from '../../../src/cluster/places.ts';
import { chipLanes, chipPorts } from '../../../src/scene/chip/lanes.ts';
import { BLOCKS, coreAt, hbmStacks, PLAN } from '../../../src/scene/chip/plan.ts';

const site = { buildings: 1, halls: 1, rows: 1, positions: 1, filled: 1 };

it('puts its NeuronCores where their addresses stand', () => {
  const chip = placeOf(site, [1, 1, 1, 1, 1, 2, 1]);
  for (let n = 1; n <= 8; n++) {
    const place = placeOf(site, [1, 1, 1, 1, 1, 2, 1, n]);
    const [x, y, z] = coreAt(n);
    const s = Math.sin(chip.yaw);
    const c = Math.cos(chip.yaw);
    expect(place.x).toBeCloseTo(chip.x + x * c + z * s, 9);
    expect(place.y).toBeCloseTo(chip.y + y, 9);
    expect(place.z).toBeCloseTo(chip.z - x * s + z * c, 9);
  }
});

it('keeps the blocks of a core apart and inside it', () => {
  for (const a of BLOCKS) {
    expect(Math.abs(a.x) + a.width / 2).toBeLessThanOrEqual(M.core.width / 2);
    expect(Math.abs(a.z) + a.depth / 2).toBeLessThanOrEqual(M.core.depth / 2);
    for (const b of BLOCKS) {
      if (a === b) continue;
      const gapX = Math.abs(a.x - b.x) - (a.width + b.width) / 2;
      const gapZ = Math.abs(a.z - b.z) - (a.depth + b.depth) / 2;
      expect(Math.max(gapX, gapZ)).toBeGreaterThanOrEqual(0);
    }
  }
});

it('stands dies and memory on the interposer without touching', () => {
  const [, [x]] = hbmStacks();
  expect(hbmStacks()).toHaveLength(4);
  expect(Math.abs(x) - PLAN.hbm.width / 2).toBeGreaterThan(M.die.x + M.die.width / 2);
  expect(Math.abs(x) + PLAN.hbm.width / 2).toBeLessThan(PLAN.interposer.width / 2);
});

it('gives a chip six ports, in on the left and out on the right, one a link', () => {
  for (let chip = 0; chip < 64; chip++) {
    const ports = chipPorts(chip);
    expect(ports).toHaveLength(6);
    expect(new Set(ports.map((port) => port.link)).size).toBe(6);
    for (const { link, x } of ports) expect(x > 0 ? link.from : link.to).toBe(chip);
  }
  expect(torusLinks()).toHaveLength(192);
});

it('carries NeuronLink in 40 lanes, memory in 56 and the dies in 36', () => {
  const { tubes } = chipLanes(21);
  expect(tubes).toHaveLength(40 + 56 + 36);
  for (const { points } of tubes) expect(points.flat().every(Number.isFinite)).toBe(true);
});
