import { type Address, parseAddress } from '../cluster/address.ts';
import { classOfChip, type Job } from '../cluster/job.ts';
import { pickedChip } from '../cluster/picked.ts';
import { palettes } from '../look/palette.ts';
import type { State } from '../state/store.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { planOf } from './atlas.ts';
import { mateCells, matesOfChip } from './layers/groups.ts';
import { fitInto, type Sheet } from './paint.ts';
import type { Plan, Rect } from './plan.ts';

/** What of the state a floorplan shows. */
export interface Shown extends Pick<State, 'job' | 'theme' | 'axis' | 'layer' | 'kind' | 'selected'> {
  readonly at: string;
  readonly timeline: Timeline | null;
  /** Ranks of an expert group. */
  readonly expert: number;
}

/** CSS pixels; the plan lies within `room`. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly room: Rect;
}

/** The plan of the place at hand on a sheet of paper; null where no place is known. */
export function sheetOf(shown: Shown, { width, height, room }: Paper): Sheet | null {
  const { job, at, theme, axis, timeline } = shown;
  if (!job) return null;
  const address = parseAddress(at) ?? [];
  const plan = planOf(job.site, address);
  const classes = Int32Array.from(plan.cells, ({ chip }) => classOfChip(job, chip));
  return {
    plan,
    classes,
    uniform: uniformGroups(plan, classes),
    timeline,
    palette: palettes[theme],
    axis,
    mates: matesOn(shown, job, plan, address),
    fit: fitInto(plan, room),
    width,
    height,
  };
}

/** Ranks of an expert group of the step that is shown. */
export function expertOf({ resultOf, resolved }: Pick<State, 'resultOf' | 'resolved'>): number {
  return (resultOf ?? resolved).parallel.expert;
}

/** The groups of the picked chip, where the layer shows them. */
function matesOn({ layer, kind, selected, at, expert }: Shown, job: Job, plan: Plan, address: Address) {
  if (layer !== 'groups') return null;
  const chip = pickedChip(job.site, parseAddress(selected ?? at) ?? []);
  return mateCells(plan, address, job.site.filled, matesOfChip({ job, expert }, chip, kind));
}

/** Groups of cells in which all belong to one class: those fill as one. */
function uniformGroups(plan: Plan, classes: Int32Array): Set<number> {
  const seen = new Map<number, number>();
  const mixed = new Set<number>();
  plan.cells.forEach(({ group }, i) => {
    if (group === undefined) return;
    const before = seen.get(group);
    if (before === undefined) seen.set(group, classes[i]);
    else if (before !== classes[i]) mixed.add(group);
  });
  return new Set([...seen.keys()].filter((group) => !mixed.has(group)));
}
