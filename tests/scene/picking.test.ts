import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRES } from '../../src/cluster/metres.ts';
import { placeOf } from '../../src/cluster/places.ts';
import { toCampus } from '../../src/scene/camera/homes.ts';
import { createJourney } from '../../src/scene/journey.ts';
import { pick, type Ray, rayThrough, toLocal } from '../../src/scene/picking.ts';

const site = { buildings: 7, halls: 4, rows: 12, positions: 24, filled: 23 };

/** A ray from `from` to `to`, both campus frame. */
function towards(from: readonly [number, number, number], to: readonly [number, number, number]): Ray {
  return {
    origin: { x: from[0], y: from[1], z: from[2] },
    direction: { x: to[0] - from[0], y: to[1] - from[1], z: to[2] - from[2] },
  };
}

const ultraserver = fc.tuple(
  fc.integer({ min: 1, max: 7 }),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 23 }),
);

describe('pick', () => {
  it('finds a building from above and nothing beside it', () => {
    const { x, z } = placeOf(site, [3]);
    expect(pick(site, towards([x, 900, z + 10], [x, 0, z + 10]), 1, [])?.address).toEqual([3]);
    expect(pick(site, towards([x + 140, 900, z], [x + 140, 0, z]), 1, [])).toBeNull();
  });

  it('finds the UltraServer whose front is pointed at', () => {
    fc.assert(
      fc.property(ultraserver, fc.double({ min: -0.6, max: 0.6, noNaN: true }), (address, aside) => {
        const place = placeOf(site, address);
        const ray = towards(toCampus(place, aside, 1.2, 0.8), toCampus(place, aside, 1.2, 0));
        const hit = pick(site, ray, 4, address);
        expect(hit?.address).toEqual(address);
        expect(hit?.t).toBeCloseTo(1, 9);
      }),
    );
  });

  it('finds every tray behind its own face, as metres.ts stacks them', () => {
    fc.assert(
      fc.property(
        ultraserver,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (address, server, tray) => {
          const full = [...address, server, tray];
          const place = placeOf(site, full, true);
          const y = METRES.tray.height / 2;
          const ray = towards(toCampus(place, 0.05, y, 0.7), toCampus(place, 0.05, y, 0));
          expect(pick(site, ray, 6, address)?.address).toEqual(full);
        },
      ),
    );
  });

  it('finds chip and core on the tray that is drawn out', () => {
    const tray = [2, 3, 4, 5, 1, 6];
    for (const chip of [1, 2])
      for (let core = 1; core <= 8; core++) {
        const address = [...tray, chip, core];
        const place = placeOf(site, address);
        const ray = towards(toCampus(place, 0, 0.2, 0), toCampus(place, 0, 0, 0));
        expect(pick(site, ray, 8, address)?.address).toEqual(address);
        expect(pick(site, ray, 7, address)?.address).toEqual([...tray, chip]);
      }
  });

  it('passes rows that have sunk out of the view', () => {
    const near = placeOf(site, [1, 1, 1]);
    const far = placeOf(site, [1, 1, 3]);
    const ray = towards([near.x - 9, 1, near.z], [far.x, 1, far.z]);
    expect(pick(site, ray, 3, [1, 1])?.address).toEqual([1, 1, 1]);
    expect(pick(site, ray, 3, [1, 1], (row) => row[2] > 2)?.address).toEqual([1, 1, 3]);
  });

  it('sees through to nothing where a ray passes over the rows', () => {
    const { x, z } = placeOf(site, [1, 1]);
    expect(pick(site, towards([x - 60, 5, z], [x + 60, 5, z]), 3, [1, 1])).toBeNull();
  });
});

describe('rayThrough', () => {
  it('goes through the looked-at point in the middle of the canvas', () => {
    const journey = createJourney();
    journey.target.set(10, 2, -30);
    journey.eye.set(120, 80, 90);
    const { origin, direction } = rayThrough(journey, journey.width / 2, journey.height / 2);
    const t = journey.eye.distanceTo(journey.target);
    expect(origin.x + direction.x * t).toBeCloseTo(10, 9);
    expect(origin.y + direction.y * t).toBeCloseTo(2, 9);
    expect(origin.z + direction.z * t).toBeCloseTo(-30, 9);
  });
});

describe('toLocal', () => {
  it('undoes toCampus', () => {
    const place = placeOf(site, [5, 2, 8, 9]);
    const [x, y, z] = toCampus(place, 0.3, 1.1, -0.4);
    const local = toLocal(place, { x, y, z });
    expect(local.x).toBeCloseTo(0.3, 9);
    expect(local.y).toBeCloseTo(1.1, 9);
    expect(local.z).toBeCloseTo(-0.4, 9);
  });
});
