import { expect, it } from 'vitest';
import { METRES as M } from '../../../src/cluster/metres.ts';
import { BOX_TRIANGLES } from '../../../src/scene/near/boxes.ts';
import { chipWindows, rackBoxes, slotOf } from '../../../src/scene/ultraserver/bodies.ts';

it('shows 64 chip windows, two a tray, none over another', () => {
  const windows = chipWindows();
  expect(windows.map((w) => w.chip)).toEqual(Array.from({ length: 64 }, (_, chip) => chip));
  for (const a of windows) {
    for (const b of windows) {
      const apart =
        Math.abs(a.at[0] - b.at[0]) >= M.window.width || Math.abs(a.at[1] - b.at[1]) >= M.window.height;
      expect(a === b || apart).toBe(true);
    }
  }
  const perTray = new Map<number, number>();
  for (const { slot } of windows) perTray.set(slot!, (perTray.get(slot!) ?? 0) + 1);
  expect(perTray.size).toBe(32);
  expect(new Set(perTray.values())).toEqual(new Set([2]));
});

it('numbers the trays of an UltraServer 0 to 35', () => {
  const slots = [1, 2, 3, 4].flatMap((s) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((t) => slotOf(s, t)));
  expect(slots).toEqual(Array.from({ length: 36 }, (_, i) => i));
});

it('keeps every body inside the racks and the plinth, in fewer than 12,000 triangles', () => {
  const boxes = rackBoxes();
  for (const { at, size } of boxes) {
    expect(size.every((side) => side > 0)).toBe(true);
    expect(at[1] - size[1] / 2).toBeGreaterThanOrEqual(0);
    expect(at[1] + size[1] / 2).toBeLessThanOrEqual(M.rack.height + 0.001);
  }
  expect(boxes.length * BOX_TRIANGLES).toBeLessThan(12_000);
});
