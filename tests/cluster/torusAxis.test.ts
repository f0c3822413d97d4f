import { expect, it } from 'vitest';
import { axisCounts } from '../../src/cluster/torusAxis.ts';
import { ultraserver } from '../../src/facts/ultraserver.ts';

it('splits the links of the torus by dimension into traces, cables and cables between the racks', () => {
  expect(axisCounts('x')).toEqual({ links: 64, rings: 16, inTray: 32, cables: 32, betweenRacks: 0 });
  expect(axisCounts('y')).toEqual({ links: 64, rings: 16, inTray: 0, cables: 64, betweenRacks: 0 });
  expect(axisCounts('z')).toEqual({ links: 64, rings: 16, inTray: 0, cables: 64, betweenRacks: 32 });
});

it('agrees with what is published and derived of an UltraServer', () => {
  const all = (['x', 'y', 'z'] as const).map(axisCounts);
  const sum = (of: keyof (typeof all)[number]): number =>
    all.reduce((total, counts) => total + counts[of], 0);
  expect(sum('links')).toBe(ultraserver.links.value);
  expect(sum('cables')).toBe(ultraserver.cables.value);
  expect(sum('inTray')).toBe(ultraserver.linksInsideTrays.value);
  expect(sum('betweenRacks')).toBe(ultraserver.linksAcrossRacks.value);
});
