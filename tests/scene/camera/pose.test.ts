import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/cluster/address.ts';
import { depthAt, fovAt, homeOf, reachOf } from '../../../src/scene/camera/homes.ts';
import { poseOf, samePose, viewOf } from '../../../src/scene/camera/pose.ts';
import { createFades, fadesAt } from '../../../src/scene/fades.ts';

const site = { buildings: 7, halls: 4, rows: 12, positions: 24, filled: 23 };
const WIDE = 16 / 9;
const PHONE = 390 / 844;
const PLACES = ['', 'b3', 'b3/h2', 'b3/h2/r4', 'b3/h2/r4/u17', 'b3/h2/r4/u17/s2/t5', 'b3/h2/r4/u17/s2/t5/c1'];

describe('home views', () => {
  it('lie inside their own level, also on a phone', () => {
    for (const aspect of [WIDE, PHONE, 1])
      for (const at of [...PLACES, `${PLACES[6]}/n6`]) {
        const address = parseAddress(at) ?? [];
        const home = homeOf(site, address, aspect);
        expect(`${at} ${depthAt(reachOf(home.distance, aspect))}`).toBe(`${at} ${address.length}`);
      }
  });

  it('look steadily closer and narrower from level to level', () => {
    const homes = PLACES.map((at) => homeOf(site, parseAddress(at) ?? [], WIDE));
    for (let i = 1; i < homes.length; i++) {
      expect(homes[i].distance).toBeLessThan(homes[i - 1].distance);
      expect(fovAt(homes[i].distance)).toBeLessThanOrEqual(fovAt(homes[i - 1].distance));
    }
    expect(fovAt(1290)).toBe(27);
    expect(fovAt(0.216)).toBe(18);
  });

  it('stand on the flat parts of the fades', () => {
    const at = (address: string) =>
      fadesAt(homeOf(site, parseAddress(address) ?? [], WIDE).distance, createFades());
    expect(at('').roof).toBe(1);
    expect(at('b3').roof).toBe(0);
    expect(at('b3').campus).toBe(1);
    expect(at('b3/h2').hall).toBe(1);
    expect(at('b3/h2').building).toBe(0);
    expect(at('b3/h2/r4').row).toBe(1);
    expect(at('b3/h2/r4').ultraserver).toBe(0);
    expect(at('b3/h2/r4/u17').ultraserver).toBe(1);
    expect(at('b3/h2/r4/u17').tray).toBe(0);
    expect(at('b3/h2/r4/u17/s2/t5').tray).toBe(1);
    expect(at('b3/h2/r4/u17/s2/t5').chip).toBe(0);
    expect(at('b3/h2/r4/u17/s2/t5/c1').chip).toBe(1);
  });
});

describe('a view kept by store and link', () => {
  it('is the same picture when it is read again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 2, max: 87, noNaN: true }),
        fc.double({ min: 0.013, max: 4000, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        (azimuth, elevation, distance, x, y, z) => {
          const pose = { azimuth, elevation, distance, target: [x, y, z] as const };
          const first = viewOf(site, pose, WIDE);
          const again = poseOf(site, { ...first, lens: null }, WIDE);
          // What is kept is what is then shown: reading and writing it once more changes nothing at all.
          expect(poseOf(site, { ...first, lens: null }, WIDE)).toEqual(again);
          expect(Math.abs(again.distance / distance - 1)).toBeLessThan(1e-4);
          expect(Math.abs(again.elevation - elevation)).toBeLessThan(1e-2);
        },
      ),
    );
  });

  it('takes poses a hair apart for one', () => {
    const pose = { azimuth: 179.999, elevation: 30, distance: 100, target: [1, 2, 3] as const };
    expect(samePose(pose, { ...pose, azimuth: -179.999 })).toBe(true);
    expect(samePose(pose, { ...pose, azimuth: 179 })).toBe(false);
    expect(samePose(pose, { ...pose, target: [1, 2, 3.1] as const })).toBe(false);
  });
});
