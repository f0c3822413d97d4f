import { expect, it } from 'vitest';
import { CORNER, ringedChip } from '../../../src/scene/ultraserver/ringed.ts';

const site = { buildings: 1, halls: 1, rows: 1, positions: 2, filled: 2 };

it('is the chip that is pointed at, else the selected one, else the corner', () => {
  // Tray t2 of a server holds chips 0 and 3.
  expect(ringedChip(site, ['b1/h1/r1/u2/s1/t2/c2', 'b1/h1/r1/u2/s2/t2/c1'])).toBe(3);
  expect(ringedChip(site, [null, 'b1/h1/r1/u2/s2/t2/c1/n4'])).toBe(16);
  expect(ringedChip(site, ['b1/h1/r1/u2', null])).toBe(CORNER);
  expect(ringedChip(site, ['b1/h1/r1/u2/s1/t1', null])).toBe(CORNER);
});
