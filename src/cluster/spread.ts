import type { Dimension } from '../scenario/scenario.ts';
import { chipOfRank } from './job.ts';
import { type Layout, membersOf } from './mates.ts';
import { CHIPS_PER_SERVER, CHIPS_PER_ULTRASERVER } from './site.ts';

/** Over how many places the chips of a group are spread. */
export interface Spread {
  readonly chips: number;
  readonly servers: number;
  readonly ultraservers: number;
  readonly rows: number;
  readonly halls: number;
  readonly buildings: number;
}

/** How far the group of a rank along a dimension is spread, counted chip by chip. */
export function spreadOf(layout: Layout, rank: number, dimension: Dimension): Spread {
  const { site } = layout.job;
  const chips = membersOf(layout, rank, dimension).map((member) => chipOfRank(layout.job, member));
  const row = CHIPS_PER_ULTRASERVER * site.filled;
  const distinct = (size: number): number => new Set(chips.map((chip) => Math.floor(chip / size))).size;
  return {
    chips: chips.length,
    servers: distinct(CHIPS_PER_SERVER),
    ultraservers: distinct(CHIPS_PER_ULTRASERVER),
    rows: distinct(row),
    halls: distinct(row * site.rows),
    buildings: distinct(row * site.rows * site.halls),
  };
}
