import type { Dimension, ResolvedScenario, SiteLayout } from '../scenario/scenario.ts';
import { CHIPS_PER_ULTRASERVER, hallsOf } from './site.ts';

/**
 * Where the ranks of a job stand. Ranks are numbered in `parallel.order`, innermost first; a class is a pipeline
 * stage. Slots are numbered with the row slowest: row 1 of every hall in use, then row 2 of every hall, and so on,
 * so that with the pipeline outermost a stage is a row (or rows) of every hall and a column of rows one replica.
 */
export interface Job {
  readonly ranks: number;
  /** Pipeline stages. */
  readonly classes: number;
  /** Halls in use, the first of the site; the rest are not in this job. */
  readonly halls: number;
  /** Slots from one stage's first to the next one's; `ranks / classes` where stages follow each other closely. */
  readonly stageSlots: number;
  /** Distance in rank of two neighbours along each dimension. */
  readonly stride: Readonly<Record<Dimension, number>>;
  readonly size: Readonly<Record<Dimension, number>>;
  readonly site: SiteLayout;
  /** Classes that faults split off; absent where all is well. */
  readonly faults?: FaultClasses;
}

/** Classes beside those of the stages, numbered after them (faults.ts). */
export interface FaultClasses {
  /** All classes, the stages' own among them. */
  readonly count: number;
  /** Class of a rank that some fault touches; undefined for the rest. */
  classOf(rank: number): number | undefined;
  /** Pipeline stage of a class; -1 for chips that stand still. */
  stageOf(cls: number): number;
  /** Whether the chips of a class are themselves at fault: dead, slow, or at the end of a degraded link. */
  isFaulty(cls: number): boolean;
}

/** The smallest number of halls that holds the job with every stage on rows of its own where that is possible. */
export function placeJob(scenario: ResolvedScenario, site: SiteLayout): Job {
  const { parallel } = scenario;
  const size: Record<Dimension, number> = {
    tensor: parallel.tensor,
    context: parallel.context,
    // Experts live inside data × context and take no ranks of their own.
    expert: 1,
    data: parallel.data,
    pipeline: parallel.pipeline,
  };
  const stride: Record<Dimension, number> = { tensor: 1, context: 1, expert: 1, data: 1, pipeline: 1 };
  let ranks = 1;
  for (const dimension of parallel.order) {
    stride[dimension] = ranks;
    ranks *= size[dimension];
  }
  const classes = size.pipeline;
  const perStage = ranks / classes;
  const outermost = stride.pipeline === perStage;
  const perHallRow = site.filled * CHIPS_PER_ULTRASERVER;
  const halls = hallsOf(site);
  if (outermost) {
    for (let h = 1; h <= halls; h++) {
      const sweep = h * perHallRow;
      if (classes <= site.rows) {
        const rowsPerStage = Math.floor(site.rows / classes);
        if (rowsPerStage * sweep >= perStage) {
          const rowsNeeded = Math.ceil(perStage / sweep);
          return { ranks, classes, halls: h, stageSlots: rowsNeeded * sweep, stride, size, site };
        }
      } else {
        const stagesPerRow = Math.floor(sweep / perStage);
        if (stagesPerRow >= 1 && stagesPerRow * site.rows >= classes && sweep % stagesPerRow === 0) {
          return { ranks, classes, halls: h, stageSlots: sweep / stagesPerRow, stride, size, site };
        }
      }
    }
  }
  const needed = Math.min(halls, Math.ceil(ranks / (perHallRow * site.rows)));
  return { ranks, classes, halls: needed, stageSlots: perStage, stride, size, site };
}

/** Rank of a chip by its index; -1 where it is not in the job. */
export function rankOfChip(job: Job, chip: number): number {
  const { site } = job;
  const inside = chip % CHIPS_PER_ULTRASERVER;
  const ultraserver = Math.floor(chip / CHIPS_PER_ULTRASERVER);
  const u = ultraserver % site.filled;
  const row = Math.floor(ultraserver / site.filled);
  const hall = Math.floor(row / site.rows);
  if (hall >= job.halls) return -1;
  const slot = (((row % site.rows) * job.halls + hall) * site.filled + u) * CHIPS_PER_ULTRASERVER + inside;
  const perStage = job.ranks / job.classes;
  if (job.stageSlots === perStage) return slot < job.ranks ? slot : -1;
  const stage = Math.floor(slot / job.stageSlots);
  const rest = slot - stage * job.stageSlots;
  return stage < job.classes && rest < perStage ? stage * perStage + rest : -1;
}

/** Index of the chip on which a rank stands. */
export function chipOfRank(job: Job, rank: number): number {
  const { site } = job;
  const perStage = job.ranks / job.classes;
  const slot =
    job.stageSlots === perStage ? rank : Math.floor(rank / perStage) * job.stageSlots + (rank % perStage);
  const inside = slot % CHIPS_PER_ULTRASERVER;
  let rest = Math.floor(slot / CHIPS_PER_ULTRASERVER);
  const u = rest % site.filled;
  rest = Math.floor(rest / site.filled);
  const hall = rest % job.halls;
  const row = Math.floor(rest / job.halls);
  return ((hall * site.rows + row) * site.filled + u) * CHIPS_PER_ULTRASERVER + inside;
}

/** Position of a rank along a dimension, from 0. */
export function coordinate(job: Job, rank: number, dimension: Dimension): number {
  return Math.floor(rank / job.stride[dimension]) % job.size[dimension];
}

/** Class of a chip: its pipeline stage, or a class of its own beside a fault; -1 where it is not in the job. */
export function classOfChip(job: Job, chip: number): number {
  const rank = rankOfChip(job, chip);
  if (rank < 0) return -1;
  return job.faults?.classOf(rank) ?? coordinate(job, rank, 'pipeline');
}

/** Marks a chip that is not in the job, in a class map. */
export const NOT_IN_JOB = 0xffff;

/** Class of every chip of the site, by chip index. */
export function classMap(job: Job, chips: number): Uint16Array {
  const map = new Uint16Array(chips);
  const of = (chip: number): number => {
    const c = classOfChip(job, chip);
    return c < 0 ? NOT_IN_JOB : c;
  };
  // Ranks follow each other over an UltraServer: where a stage is no shorter than that, it has at most two classes, and
  // one where its ends are alike.
  const follows = !job.faults && job.stride.pipeline >= CHIPS_PER_ULTRASERVER;
  for (let first = 0; first < chips; first += CHIPS_PER_ULTRASERVER) {
    const end = Math.min(chips, first + CHIPS_PER_ULTRASERVER);
    const c = of(first);
    if (follows && c === of(end - 1)) map.fill(c, first, end);
    else for (let chip = first; chip < end; chip++) map[chip] = of(chip);
  }
  return map;
}
