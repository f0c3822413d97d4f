import { ScenarioError } from '../scenario/error.ts';
import type { Fault, ResolvedScenario } from '../scenario/scenario.ts';
import { parseAddress } from './address.ts';
import { coordinate, type FaultClasses, type Job, rankOfChip } from './job.ts';
import { torusPoint } from './links.ts';
import { CHIPS_PER_ULTRASERVER, chipIndex, exists, ultraServerIndex } from './site.ts';

/** Chips of a stage that work at `factor` of their speed, or whose links of a network do. */
export interface Slow {
  readonly stage: number;
  readonly factor: number;
  /** Of which links: a torus axis from 0, or the scale-out network; null where the chip itself is slow. */
  readonly link: number | 'scaleOut' | null;
  /** Class of the chips at fault. */
  readonly cls: number;
}

/** Replicas that the same faults touch: stage s is class firstClass + s, but for the chips at fault. */
export interface Variant {
  readonly firstClass: number;
  readonly slow: readonly Slow[];
}

/** What faults make of a job. */
export interface FaultPlan extends FaultClasses {
  readonly variants: readonly Variant[];
  /** Data-parallel replicas that still work, and whether all those that do are touched by some fault. */
  readonly replicas: number;
  /** Some replica that works is untouched. */
  readonly healthy: boolean;
}

/** Most classes a job may have: they are told apart by 15 bits in the pictures. */
const MOST_CLASSES = 32_000;
/** The slowest a chip or link may be and still count as working. */
const SLOWEST = 0.01;
const DEFAULT_FACTOR = 0.5;

/** What is wrong at one rank. */
interface Trouble {
  readonly rank: number;
  readonly factor: number;
  readonly link: Slow['link'];
}

/**
 * Splits the classes of a job by its faults. Ranks that work in lockstep with a slow chip (its replica; those that
 * share experts with it; with ZeRO-2 and -3 its shard group) get classes of their own, replicas with the same faults
 * the same ones; chips at fault one more. A dead chip stops its replica, with those that share its experts. Null where
 * there are no faults. Throws a ScenarioError that names the fault.
 */
export function planFaults(scenario: ResolvedScenario, job: Job): FaultPlan | null {
  const { faults } = scenario;
  if (faults.length === 0) return null;
  const stages = job.classes;
  const dead = new Set<number>();
  const stopped = new Set<number>();
  const troubles: Trouble[] = [];
  const sharing = span(job, scenario.parallel.expert);
  faults.forEach((fault, index) => {
    const ranks = ranksOf(job, fault, `faults.${index}`);
    if (fault.kind !== 'chip') {
      troubles.push(...ranks);
      return;
    }
    const [{ rank }] = ranks;
    dead.add(rank);
    const first = Math.floor(coordinate(job, rank, 'data') / sharing) * sharing;
    for (let i = first; i < Math.min(first + sharing, job.size.data); i++) stopped.add(i);
    if (stopped.size === job.size.data)
      throw new ScenarioError(`faults.${index}.at`, 'stops the last replica that works', fault.at);
  });
  const together = span(job, lockstep(scenario));
  const unitOf = (rank: number): number => Math.floor(coordinate(job, rank, 'data') / together);
  const units = new Map<number, Trouble[]>();
  for (const trouble of troubles) {
    if (stopped.has(coordinate(job, trouble.rank, 'data'))) continue;
    const unit = unitOf(trouble.rank);
    units.set(unit, [...(units.get(unit) ?? []), trouble]);
  }
  let count = stages;
  const idleClass = stopped.size > 0 ? count++ : -1;
  const deadClass = stopped.size > 0 ? count++ : -1;
  const faulty = new Set([deadClass]);
  const byProfile = new Map<string, Variant>();
  const byUnit = new Map<number, Variant>();
  const own = new Map<number, number>();
  const stageOfClass = new Map<number, number>();
  for (const [unit, inside] of units) {
    const kinds = new Map(inside.map((each) => [kindOf(job, each), each]));
    const profile = [...kinds.keys()].sort().join(' ');
    let variant = byProfile.get(profile);
    if (!variant) {
      const firstClass = count;
      count += stages;
      const slow = [...kinds.keys()].sort().map((key): Slow => {
        const { rank, factor, link } = kinds.get(key)!;
        return { stage: coordinate(job, rank, 'pipeline'), factor, link, cls: count++ };
      });
      variant = { firstClass, slow };
      byProfile.set(profile, variant);
      for (const { cls, stage } of slow) {
        faulty.add(cls);
        stageOfClass.set(cls, stage);
      }
    }
    byUnit.set(unit, variant);
    for (const each of inside) {
      const [stage, key] = [coordinate(job, each.rank, 'pipeline'), kindOf(job, each)];
      const { cls } = variant.slow[[...kinds.keys()].sort().indexOf(key)];
      stageOfClass.set(cls, stage);
      own.set(each.rank, cls);
    }
  }
  if (count > MOST_CLASSES)
    throw new ScenarioError('faults', `must leave at most ${MOST_CLASSES} classes of chips`, count);
  const variants = [...byProfile.values()];
  const touched = new Set<number>();
  for (const unit of byUnit.keys()) {
    for (let i = unit * together; i < Math.min((unit + 1) * together, job.size.data); i++) {
      if (!stopped.has(i)) touched.add(i);
    }
  }
  const replicas = job.size.data - stopped.size;
  return {
    ...{ count, variants, replicas, healthy: touched.size < replicas },
    classOf(rank) {
      if (dead.has(rank)) return deadClass;
      if (stopped.has(coordinate(job, rank, 'data'))) return idleClass;
      const variant = byUnit.get(unitOf(rank));
      return variant && (own.get(rank) ?? variant.firstClass + coordinate(job, rank, 'pipeline'));
    },
    stageOf(cls) {
      if (cls < stages) return cls;
      const variant = variants.findLast(({ firstClass }) => firstClass <= cls);
      return stageOfClass.get(cls) ?? (variant ? cls - variant.firstClass : -1);
    },
    isFaulty: (cls) => faulty.has(cls),
  };
}

/** The faults of a scenario that strike its job; those of idle chips do not. Throws a ScenarioError that names one that
 *  cannot be, whatever the layout. */
export function strikingFaults({ faults }: ResolvedScenario, job: Job): Fault[] {
  return faults.filter((fault, index) =>
    endsOf(job, fault, `faults.${index}`).chips.some((chip) => rankOfChip(job, chip) >= 0),
  );
}

/** The job with the classes its faults split off. Throws as `planFaults` does. */
export function withFaults(scenario: ResolvedScenario, job: Job): Job {
  const faults = planFaults(scenario, job);
  return faults ? { ...job, faults } : job;
}

function kindOf(job: Job, { rank, factor, link }: Trouble): string {
  return `${coordinate(job, rank, 'pipeline')}:${link ?? 'chip'}:${factor}`;
}

/** Replicas (context × data) whose passes wait for each other: those that share experts, with ZeRO-2 and -3 shards. */
function lockstep({ parallel, training }: ResolvedScenario): number {
  const everyPass = training.zero === 2 || (training.zero === 3 && training.reshard);
  return Math.max(parallel.expert, everyPass ? training.shardGroup : 1);
}

/** Positions along data that so many neighbouring replicas reach over. */
function span({ size, stride }: Job, replicas: number): number {
  const contextInside = stride.context < stride.data;
  const along = contextInside ? Math.ceil(replicas / size.context) : replicas;
  return Math.max(1, Math.min(size.data, along));
}

/** The ranks that a fault strikes. */
function ranksOf(job: Job, fault: Fault, field: string): Trouble[] {
  const { chips, link, factor } = endsOf(job, fault, field);
  const ranks = chips.map((chip) => rankOfChip(job, chip)).filter((rank) => rank >= 0);
  if (ranks.length === 0)
    throw new ScenarioError(`${field}.at`, 'names a chip that is not in the job', fault.at);
  return ranks.map((rank) => ({ rank, factor, link }));
}

/** The chips at the ends of a fault, in the job or not. */
function endsOf(job: Job, fault: Fault, field: string): Omit<Trouble, 'rank'> & { chips: readonly number[] } {
  const { kind, factor = DEFAULT_FACTOR } = fault;
  if (kind !== 'chip' && !(factor >= SLOWEST && factor <= 1))
    throw new ScenarioError(`${field}.factor`, `must be from ${SLOWEST} to 1`, factor);
  if (kind !== 'link' && fault.to !== undefined)
    throw new ScenarioError(`${field}.to`, `must be left out of a fault of kind ${kind}`, fault.to);
  const at = chipsAt(job, fault.at, `${field}.at`, kind === 'link');
  const ends = fault.to === undefined ? at : [...at, ...chipsAt(job, fault.to, `${field}.to`, true)];
  return { chips: ends, factor, link: kind === 'link' ? linkOf(fault, ends, field) : null };
}

/** Index of the chip at an address, or of all chips of an UltraServer. */
function chipsAt(job: Job, text: string, field: string, orUltraServer: boolean): number[] {
  const address = parseAddress(text);
  const isChip = address?.length === 7 && address[5] !== 1;
  const isUltraServer = orUltraServer && address?.length === 4;
  if (!address || !(isChip || isUltraServer)) {
    const what = orUltraServer ? 'a chip or an UltraServer' : 'a chip';
    throw new ScenarioError(field, `must be the address of ${what}, such as b1/h1/r1/u1/s1/t2/c1`, text);
  }
  if (!exists(job.site, address)) throw new ScenarioError(field, 'names a place that is not there', text);
  if (isChip) return [chipIndex(job.site, address)];
  const first = ultraServerIndex(job.site, address) * CHIPS_PER_ULTRASERVER;
  return Array.from({ length: CHIPS_PER_ULTRASERVER }, (_, i) => first + i);
}

/** Torus axis of the link between two chips; the scale-out network from one place, or between two UltraServers. */
function linkOf({ at, to }: Fault, ends: readonly number[], field: string): number | 'scaleOut' {
  if (to === undefined) return 'scaleOut';
  const inside = (chip: number) => Math.floor(chip / CHIPS_PER_ULTRASERVER);
  if (ends.length === 2 * CHIPS_PER_ULTRASERVER && at !== to) {
    if (Math.abs(inside(ends[0]) - inside(ends[CHIPS_PER_ULTRASERVER])) === 1) return 'scaleOut';
    throw new ScenarioError(`${field}.to`, `must be an UltraServer next to ${at}`, to);
  }
  if (ends.length === 2 && inside(ends[0]) === inside(ends[1])) {
    const [a, b] = ends.map((chip) => torusPoint(chip % CHIPS_PER_ULTRASERVER));
    const apart = [a.x - b.x, a.y - b.y, a.z - b.z].map((d) => Math.min((d + 4) % 4, (4 - d) % 4));
    if (apart[0] + apart[1] + apart[2] === 1) return apart.indexOf(1);
  }
  throw new ScenarioError(`${field}.to`, `must be a chip linked to ${at}`, to);
}
