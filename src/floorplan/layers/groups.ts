import type { Address } from '../../cluster/address.ts';
import { chipOfRank, rankOfChip } from '../../cluster/job.ts';
import { GROUPS, type Layout, Mate, membersOf } from '../../cluster/mates.ts';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import type { State } from '../../state/store.ts';
import type { Plan, Rect } from '../plan.ts';

/** A part of a plan that belongs to a group of the picked chip. */
export interface MateCell {
  readonly rect: Rect;
  readonly mate: Mate;
}

/** The members of a chip's groups (index of the chip; all kinds or one), by chip, with the closest group they share. */
export function matesOfChip(layout: Layout, chip: number, only: State['kind']): Map<number, Mate> {
  const mates = new Map<number, Mate>();
  const rank = rankOfChip(layout.job, chip);
  if (rank < 0) return mates;
  mates.set(chip, Mate.self);
  for (const group of GROUPS) {
    if (only !== null && only !== group) continue;
    for (const member of membersOf(layout, rank, group)) {
      const at = chipOfRank(layout.job, member);
      if (!mates.has(at)) mates.set(at, Mate[group]);
    }
  }
  return mates;
}

/**
 * Where a plan shows them. Its cells stand for chips, in a hall for UltraServers, and further out for rows, of which the
 * UltraServers' parts are marked; each shows the mate that is commonest in it, of as many the closest.
 */
export function mateCells(plan: Plan, place: Address, filled: number, mates: Map<number, Mate>): MateCell[] {
  const size = place.length > 2 ? 1 : CHIPS_PER_ULTRASERVER;
  const found = new Map<number, number[]>();
  for (const [chip, mate] of mates) {
    const part = Math.floor(chip / size);
    const count = found.get(part) ?? new Array<number>(Mate.pipeline + 1).fill(0);
    count[mate] += 1;
    found.set(part, count);
  }
  const cells: MateCell[] = [];
  const parts = place.length < 2 ? filled : 1;
  for (const { chip, x, y, w, h } of plan.cells) {
    const first = Math.floor(chip / size);
    for (let i = 0; i < parts; i++) {
      const count = found.get(first + i);
      if (!count) continue;
      const rect = { x, y: y + (h * i) / parts, w, h: h / parts };
      cells.push({ rect, mate: count.indexOf(Math.max(...count)) as Mate });
    }
  }
  return cells;
}
