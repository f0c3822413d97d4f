import { type Address, parseAddress } from '../cluster/address.ts';
import { classOfChip, type Job } from '../cluster/job.ts';
import { pickedChip } from '../cluster/picked.ts';
import { CHIPS_PER_ULTRASERVER, ultraServerIndex } from '../cluster/site.ts';
import { palettes } from '../look/palette.ts';
import { readingsOf } from '../state/layers/readings.ts';
import type { State } from '../state/store.ts';
import { planOf } from './atlas.ts';
import { mateCells, matesOfChip } from './layers/groups.ts';
import { fitInto, type Sheet } from './paint.ts';
import type { Plan, Rect } from './plan.ts';

/** What of the state a floorplan shows. */
export interface Shown
  extends Pick<
    State,
    | 'job'
    | 'theme'
    | 'axis'
    | 'unfolded'
    | 'layer'
    | 'kind'
    | 'selected'
    | 'chip'
    | 'result'
    | 'resultOf'
    | 'resolved'
  > {
  readonly at: string;
}

/** CSS pixels; the plan lies within `room`. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly room: Rect;
}

/** The plan of the place at hand on a sheet of paper; null where no place is known. */
export function sheetOf(shown: Shown, { width, height, room }: Paper): Sheet | null {
  const { job, at, theme, axis, layer, kind, result } = shown;
  if (!job) return null;
  const address = parseAddress(at) ?? [];
  const whole = planOf(job.site, address, shown.unfolded);
  const plan = layer === 'faults' ? finer(whole, job, address, shown) : whole;
  const classes = Int32Array.from(plan.cells, ({ chip }) => classOfChip(job, chip));
  return {
    plan,
    classes,
    uniform: uniformGroups(plan, classes),
    timeline: result?.timeline ?? null,
    palette: palettes[theme],
    axis,
    layer,
    kind,
    chip: (shown.resultOf ?? shown.resolved).cluster.chip,
    mates: matesOn(shown, job, plan, address),
    readings: layer === 'work' || layer === 'groups' ? null : readingsOf(shown),
    fit: fitInto(plan, room),
    width,
    height,
  };
}

/** Cells that stand for many chips in pieces of an UltraServer each, which stands for its chip at fault where it has one. */
function finer(plan: Plan, job: Job, address: Address, { resultOf, resolved }: Shown): Plan {
  if (address.length > 2 || !job.faults) return plan;
  const ends = (resultOf ?? resolved).faults.flatMap(({ at, to }) => (to ? [at, to] : [at]));
  const struck = new Set(
    ends.map((end) => ultraServerIndex(job.site, parseAddress(end) ?? []) * CHIPS_PER_ULTRASERVER),
  );
  const { filled } = job.site;
  const pieces = address.length < 2 ? filled : 1;
  const cells = plan.cells.flatMap((cell) =>
    Array.from({ length: pieces }, (_, i) => ({
      ...cell,
      y: cell.y + (cell.h * i) / pieces,
      h: cell.h / pieces,
      chip: worstOf(job, cell.chip + i * CHIPS_PER_ULTRASERVER, struck),
    })),
  );
  return { ...plan, cells };
}

/** The chip at fault of the UltraServer that begins with this one, or this one. */
function worstOf(job: Job, first: number, struck: ReadonlySet<number>): number {
  if (!struck.has(first)) return first;
  for (let chip = first; chip < first + CHIPS_PER_ULTRASERVER; chip++)
    if (job.faults?.isFaulty(classOfChip(job, chip))) return chip;
  return first;
}

/** The groups of the picked chip, where the layer shows them. */
function matesOn(shown: Shown, job: Job, plan: Plan, address: Address) {
  const { layer, kind, selected, chip: kept, at, resultOf, resolved } = shown;
  if (layer !== 'groups') return null;
  const { expert } = (resultOf ?? resolved).parallel;
  const chip = pickedChip(job.site, parseAddress(kept ?? selected ?? at) ?? []);
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
