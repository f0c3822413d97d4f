import { describe, expect, it } from 'vitest';
import { trayOf } from '../../../src/cluster/links.ts';
import { Family } from '../../../src/scene/near/tubes.ts';
import { trayBoxes, trayUnits } from '../../../src/scene/tray/bodies.ts';
import { headBoxes } from '../../../src/scene/tray/head.ts';
import { trayLanes } from '../../../src/scene/tray/lanes.ts';

describe('trayLanes', () => {
  it('lets ten NeuronLink cables leave at the front and two EFA cables rise', () => {
    const { tubes } = trayLanes(2, 5);
    const leaving = tubes.filter((tube) => tube.fadeEnd);
    expect(leaving.filter((tube) => tube.family !== Family.efa)).toHaveLength(10);
    expect(leaving.filter((tube) => tube.family === Family.efa)).toHaveLength(2);
  });

  it('bridges its two chips on every tray, half its lanes in ring direction and half against it', () => {
    for (let server = 1; server <= 4; server++) {
      for (let tray = 2; tray <= 9; tray++) {
        const bridge = trayLanes(server, tray).tubes.slice(0, 8);
        for (const tube of bridge) {
          expect(trayOf(tube.chip)).toMatchObject({ server, tray });
          const across = tube.points[tube.points.length - 1][0] - tube.points[0][0];
          // From the side on which the ring's sending chip stands to the other, or back.
          const on = trayOf(tube.chip).side === 0 ? 1 : -1;
          expect(Math.sign(across)).toBe(tube.way === 'back' ? -on : on);
        }
        expect(bridge.filter((tube) => tube.way === 'on')).toHaveLength(4);
      }
    }
  });

  it('has no broken numbers', () => {
    for (const tray of [2, 3, 8, 9]) {
      for (const { points } of trayLanes(3, tray).tubes)
        expect(points.flat().every(Number.isFinite)).toBe(true);
    }
  });
});

describe('trayBoxes', () => {
  it('holds two chips of eight arrays and four stacks of memory each, of the chips that the tray holds', () => {
    const fields = trayUnits(2, 5);
    expect(fields.filter(({ unit }) => unit === 'tensor')).toHaveLength(16);
    expect(fields.filter(({ unit }) => unit === 'stack')).toHaveLength(8);
    // Tray t5 of a server holds chips 5 and 6; server 2 begins at 16.
    expect(new Set(fields.map((field) => field.chip))).toEqual(new Set([21, 22]));
  });

  it('draws bodies with an extent, in fewer than 15,000 triangles', () => {
    const boxes = [...trayBoxes(), ...headBoxes()];
    for (const { size, at } of boxes) {
      expect(size.every((side) => side > 0)).toBe(true);
      expect(at.every(Number.isFinite)).toBe(true);
    }
    expect(boxes.length * 10).toBeLessThan(15_000);
  });
});
