import type { FaultPlan, Slow, Variant } from '../../cluster/faults.ts';
import type { Group, Groups } from '../../cluster/groups.ts';
import type { PatternEntry } from '../../timeline/recorder.ts';
import { Kind } from '../../timeline/timeline.ts';
import { machineOf, type Plan, planStep, timeModel } from './plan.ts';

/** A class of ranks to record: a stage, and how fast its chips work. */
export interface Row {
  readonly cls: number;
  readonly stage: number;
  /** Class of the row's stage 0; its neighbours are those of the same replica. */
  readonly firstClass: number;
  /** Time its chips compute, of what the slowest of their stage and replica take: the rest they wait for it. */
  readonly share: number;
  /** Speed of its chips against healthy ones. */
  readonly speed: number;
}

/** One kind of replica: how its stages work, and the classes its chips are. */
export interface Replica {
  readonly plan: Plan;
  /** What the collectives of a stage depend on: of a stage with a degraded link another than of the rest. */
  readonly planOf: (stage: number) => Plan;
  readonly rows: readonly Row[];
}

/** Every kind of replica of a job, the healthy one first. Where faults touch all, the first touched is shown for it. */
export function replicasOf(plan: Plan, faults: FaultPlan | null): Replica[] {
  const touched = (faults?.variants ?? []).map((variant) => slowed(plan, variant));
  const healthy: Replica = { plan, planOf: () => plan, rows: rowsFrom(plan, 0, () => 1) };
  if (!faults || faults.healthy || touched.length === 0) return [healthy, ...touched];
  const [first, ...rest] = touched;
  const { slow } = faults.variants[0];
  const shown = rowsFrom(plan, 0, (stage) => slowest(slow, stage));
  return [{ ...healthy, rows: [] }, { ...first, rows: [...shown, ...first.rows] }, ...rest];
}

/** What runs on the chips of a class, and the classes of its replica. */
export interface ClassPlan {
  /** Its collectives on the wires they have, its operators at the pace at which its chips show them. */
  readonly plan: Plan;
  /** Classes of the same replica, ascending. */
  readonly classes: readonly number[];
}

/** The plan of the chips of a class; that of the healthy stage where no replica has the class. */
export function planOfClass(plan: Plan, replicas: readonly Replica[], cls: number): ClassPlan {
  for (const { rows, planOf } of replicas) {
    const row = rows.find((each) => each.cls === cls);
    if (!row) continue;
    const own = planOf(row.stage);
    const { software } = own.machine;
    const classes = rows
      .filter(({ firstClass }) => firstClass === row.firstClass)
      .map((each) => each.cls)
      .sort((a, b) => a - b);
    return { plan: { ...own, machine: { ...own.machine, software: software * row.share } }, classes };
  }
  return { plan, classes: [] };
}

function rowsFrom({ stages }: Plan, firstClass: number, share: (stage: number) => number): Row[] {
  return Array.from({ length: stages }, (_, stage) => ({
    ...{ cls: firstClass + stage, stage, firstClass, share: share(stage), speed: 1 },
  }));
}

/** Speed of the slowest chip of a stage. */
function slowest(slow: readonly Slow[], stage: number): number {
  return slow.reduce(
    (least, each) => (each.stage === stage && each.link === null ? Math.min(least, each.factor) : least),
    1,
  );
}

/** A replica whose stages work at the pace of their slowest chip and link. */
function slowed(plan: Plan, { firstClass, slow }: Variant): Replica {
  const { scenario, chunks } = plan;
  const plans = new Map<number, Plan>();
  for (const { stage } of slow) {
    if (plans.has(stage)) continue;
    const machine = machineOf(scenario);
    const speed = slowest(slow, stage);
    const links = slow.filter((each) => each.stage === stage && each.link !== null);
    const timed = timeModel(scenario, degraded(plan.groups, links), {
      ...machine,
      software: machine.software / speed,
    });
    plans.set(stage, planStep(scenario, timed));
  }
  const planOf = (stage: number): Plan => plans.get(stage) ?? plan;
  const cells = plan.cells.map((_, index) => planOf(Math.floor(index / chunks)).cells[index]);
  const own = slow.map(({ cls, stage, factor, link }): Row => {
    const speed = link === null ? factor : 1;
    return { cls, stage, firstClass, share: slowest(slow, stage) / speed, speed };
  });
  return {
    plan: { ...plan, cells },
    planOf,
    rows: [...rowsFrom(plan, firstClass, (stage) => slowest(slow, stage)), ...own],
  };
}

/** The groups of ranks at the end of slow links: a collective goes at the pace of the slowest wire it uses. */
function degraded(groups: Groups, links: readonly Slow[]): Groups {
  const narrowed = (group: Group): Group => ({
    ...group,
    dims: group.dims.map((dim) => {
      const slower = links
        .filter(({ link }) => (dim.network === 'scaleOut' ? link === 'scaleOut' : link === dim.axis))
        .reduce((least, { factor }) => Math.min(least, factor), 1);
      return slower < 1 ? { ...dim, bandwidth: dim.bandwidth * slower } : dim;
    }),
  });
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, narrowed(group)])) as Groups;
}

/** The same pass on a chip that computes in `share` of the time: it waits in the collectives, and at the end. */
export function besideSlower(pattern: readonly PatternEntry[], share: number): readonly PatternEntry[] {
  if (share === 1 || pattern.length === 0) return pattern;
  let now = pattern[0].start;
  const shown = pattern.map((entry): PatternEntry => {
    const start = now;
    now = isWork(entry.kind) ? start + share * (entry.end - entry.start) : Math.max(entry.end, start);
    return { ...entry, start, end: now };
  });
  const { end } = pattern[pattern.length - 1];
  if (end <= now) return shown;
  return [...shown, { start: now, end, kind: Kind.wait, layer: -1, bytes: 0, flops: 0 }];
}

function isWork(kind: number): boolean {
  return kind < Kind.tensorAllGather || kind > Kind.dataAllReduce;
}
