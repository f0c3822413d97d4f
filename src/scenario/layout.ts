import { domainSize } from '../facts/cluster.ts';
import { layoutProblem, mostMicrobatches } from './check.ts';
import { footprintOf } from './footprint.ts';
import type { Preferred } from './opening.ts';
import type { ParallelRequest, Recompute, ResolvedScenario, TrainingRequest } from './scenario.ts';
import { type Stage, stagesOf } from './stages.ts';

/** What a layout is made for: a resolved scenario without training and parallel, and what was asked of those. */
export interface LayoutTask {
  readonly rest: Omit<ResolvedScenario, 'training' | 'parallel'>;
  readonly training: TrainingRequest;
  readonly parallel: ParallelRequest;
  /** Tried before any other. */
  readonly preferred: Preferred | null;
}

/** Part of a chip's memory that an automatic layout leaves to fragmentation and the run-time system: a position. */
const RESERVE = 0.1;
/** Microbatches a replica runs for each pipeline stage, which keeps the 1F1B bubble under a fifth. */
const MICROBATCHES_PER_STAGE = 4;
/** Full recomputation costs a third more compute; more than twice the chips of a replica cost more than that. */
const MOST_FOR_NO_RECOMPUTE = 2;
const LONGEST_DEFAULT_SEQUENCE = 8192;

/** Tensor and pipeline. */
type Size = readonly [tensor: number, pipeline: number];

/**
 * Fills what training and parallel leave open. Given fields are kept. The layout is the first that fits in nine
 * tenths of the memory, in this order:
 *
 * 1. the preferred one, unless a given batch leaves a replica fewer microbatches than stages;
 * 2. the smallest tensor × pipeline, of equal ones that with the larger tensor. Tensor divides heads, ffn and the
 *    fast domain; pipeline is at most the layers; together they divide the chips. Recomputation, if left open, is
 *    full where avoiding it would take more than twice the chips of a replica, else none;
 * 3. the same without having to divide the chips.
 *
 * For each: experts are spread over as many chips of data × context as stay inside the fast domain; data fills the
 * rest. An open global batch is four microbatches a stage and replica, fewer only where a step would get too long
 * (check.ts). Of a given one data is the largest divisor that leaves as many (one without a pipeline), else 1.
 * If nothing fits, the layout that lacks least.
 */
export function layOut(task: LayoutTask): ResolvedScenario {
  const { training, parallel, preferred } = task;
  const search = new Search(task);
  if (preferred) {
    const size: Size = [parallel.tensor ?? preferred.tensor, parallel.pipeline ?? preferred.pipeline];
    const found = training.recompute
      ? search.first([size], training.recompute)
      : (search.first([size], 'none') ?? search.first([size], 'full'));
    if (found && (training.globalBatch === undefined || fillsPipeline(found))) return found;
  }
  const { chips } = task.rest.cluster;
  const sizes = allSizes(task);
  for (const exact of [true, false]) {
    const group = sizes.filter(([t, p]) => (chips % (t * p * (parallel.context ?? 1)) === 0) === exact);
    const found = search.first(group, training.recompute ?? 'full');
    if (!found) continue;
    if (training.recompute) return found;
    const most = MOST_FOR_NO_RECOMPUTE * found.parallel.tensor * found.parallel.pipeline;
    const small = group.filter(([t, p]) => t * p <= most);
    return search.first(small, 'none') ?? found;
  }
  // Where no layout obeys the rules, the caller's check says which rule the given fields break.
  return (
    search.best ?? complete(task, parallel.tensor ?? 1, parallel.pipeline ?? 1, training.recompute ?? 'full')
  );
}

/** Whether a replica has a microbatch for each stage. */
function fillsPipeline({ training, parallel }: ResolvedScenario): boolean {
  return training.globalBatch >= parallel.data * training.microbatch * parallel.pipeline;
}

/** Tries sizes and remembers the one that lacks least. */
class Search {
  best: ResolvedScenario | null = null;
  private bestBytes = Number.POSITIVE_INFINITY;
  private readonly task: LayoutTask;
  private readonly splits = new Map<string, readonly Stage[]>();

  constructor(task: LayoutTask) {
    this.task = task;
  }

  /** The first size that obeys the rules and fits. */
  first(sizes: readonly Size[], recompute: Recompute): ResolvedScenario | null {
    for (const [tensor, pipeline] of sizes) {
      const scenario = complete(this.task, tensor, pipeline, recompute);
      if (layoutProblem(scenario)) continue;
      const { stages, fullest } = footprintOf(scenario, this.split(scenario));
      const bytes = stages[fullest].total;
      if (bytes <= (1 - RESERVE) * scenario.cluster.chip.memory) return scenario;
      if (bytes < this.bestBytes) {
        this.best = scenario;
        this.bestBytes = bytes;
      }
    }
    return null;
  }

  private split(scenario: ResolvedScenario): readonly Stage[] {
    const key = `${scenario.parallel.pipeline}/${scenario.parallel.virtual}`;
    const split = this.splits.get(key) ?? stagesOf(scenario);
    this.splits.set(key, split);
    return split;
  }
}

/** Sizes worth a look that the chips can hold, smallest first. */
function allSizes(task: LayoutTask): Size[] {
  const { parallel, rest } = task;
  const outer = (parallel.context ?? 1) * (parallel.data ?? 1);
  const sizes: Size[] = [];
  for (const tensor of tensorSizes(task)) {
    for (const pipeline of pipelineSizes(task)) {
      if (tensor * pipeline * outer <= rest.cluster.chips) sizes.push([tensor, pipeline]);
    }
  }
  return sizes.sort((a, b) => a[0] * a[1] - b[0] * b[1] || b[0] - a[0]);
}

function tensorSizes({ rest, parallel }: LayoutTask): number[] {
  if (parallel.tensor !== undefined) return [parallel.tensor];
  const domain = domainSize(rest.cluster.scaleUp);
  const most = Math.min(domain, rest.cluster.chips, rest.model.heads);
  const sizes: number[] = [];
  for (let t = 1; t <= most; t++) {
    if (rest.model.heads % t === 0 && rest.model.ffn % t === 0 && domain % t === 0) sizes.push(t);
  }
  return sizes;
}

/** Sizes up to 8, then ever coarser ones, and those that divide the chips. */
function pipelineSizes({ rest, parallel }: LayoutTask): number[] {
  if (parallel.pipeline !== undefined) return [parallel.pipeline];
  const most = Math.min(Math.floor(rest.model.layers / (parallel.virtual ?? 1)), rest.cluster.chips);
  const sizes: number[] = [];
  for (let p = 1; p <= most; p++) {
    const coarse = 2 ** Math.max(0, Math.floor(Math.log2(p)) - 2);
    if (p % coarse === 0 || rest.cluster.chips % p === 0) sizes.push(p);
  }
  return sizes;
}

/** A whole scenario from a tensor and pipeline size. */
function complete(
  task: LayoutTask,
  tensor: number,
  pipeline: number,
  recompute: Recompute,
): ResolvedScenario {
  const { rest, training, parallel } = task;
  const context = parallel.context ?? 1;
  const positions = rest.model.positions || LONGEST_DEFAULT_SEQUENCE;
  const sequence =
    training.sequence ?? Math.min(LONGEST_DEFAULT_SEQUENCE, 2 ** Math.floor(Math.log2(positions)));
  const microbatch = training.microbatch ?? 1;
  const replicas = Math.max(1, Math.floor(rest.cluster.chips / (tensor * context * pipeline)));
  const schedule = parallel.schedule ?? ((parallel.virtual ?? 1) > 1 ? 'interleaved' : '1f1b');
  const virtual = parallel.virtual ?? (schedule === 'interleaved' ? 2 : 1);
  const microbatches = defaultMicrobatches(pipeline, virtual);
  const { globalBatch } = training;
  const most =
    globalBatch === undefined
      ? replicas
      : Math.max(
          1,
          Math.min(replicas, Math.floor(globalBatch / (microbatch * (pipeline > 1 ? microbatches : 1)))),
        );
  const wanted =
    parallel.expert ??
    expertSize(task, tensor, (parallel.data ?? most) * context, parallel.data !== undefined);
  // Microbatches of a replica come in rounds of as many as there are stages, or in pairs.
  const round = schedule === 'interleaved' ? pipeline : schedule === 'dualpipe' ? 2 : 1;
  const shared = globalBatch && globalBatch / microbatch / round;
  const data = parallel.data ?? dataSize(most, context, wanted, shared);
  const expert =
    parallel.expert ??
    ((data * context) % wanted === 0 ? wanted : expertSize(task, tensor, data * context, true));
  const splitExperts = rest.model.experts !== null && rest.model.experts.ffn % tensor === 0;
  return {
    ...rest,
    training: {
      sequence,
      globalBatch: globalBatch ?? data * microbatch * microbatches,
      microbatch,
      precision: training.precision ?? 'bf16',
      gradientType: training.gradientType ?? 'fp32',
      optimizer: training.optimizer ?? 'adam',
      recompute,
      zero: training.zero ?? 1,
      shardGroup: training.shardGroup ?? data * context,
      reshard: training.reshard ?? true,
    },
    parallel: {
      tensor,
      sequenceParallel: parallel.sequenceParallel ?? (tensor > 1 && sequence % (tensor * context) === 0),
      overlapTensor: parallel.overlapTensor ?? false,
      context,
      contextKind: parallel.contextKind ?? 'ring',
      pipeline,
      virtual,
      expert,
      expertTensor: parallel.expertTensor ?? (splitExperts ? tensor : 1),
      data,
      schedule,
      order: parallel.order ?? ['tensor', 'context', 'expert', 'data', 'pipeline'],
    },
  };
}

/** The most ways to spread the experts that keep them in the fast domain and fit in `copies`, data × context, which they
 *  must divide where data is `given` (else data is chosen so that they do). */
function expertSize({ rest }: LayoutTask, tensor: number, copies: number, given: boolean): number {
  const { experts } = rest.model;
  if (!experts) return 1;
  const most = Math.min(
    experts.count,
    copies,
    Math.max(1, Math.floor(domainSize(rest.cluster.scaleUp) / tensor)),
  );
  for (let e = most; e > 1; e--) if (experts.count % e === 0 && (!given || copies % e === 0)) return e;
  return 1;
}

/** Microbatches of a replica where the batch is open. */
function defaultMicrobatches(pipeline: number, virtual: number): number {
  const most = mostMicrobatches(pipeline, virtual);
  // Interleaving wants a multiple of the stages.
  const whole = virtual > 1 ? pipeline * Math.max(1, Math.floor(most / pipeline)) : most;
  return Math.min(MICROBATCHES_PER_STAGE * pipeline, whole);
}

/**
 * The largest data ≤ most for which expert divides data × context and data the `shared` samples, if these are given; where
 * there is none, the largest that divides the samples alone.
 */
function dataSize(most: number, context: number, expert: number, shared: number | undefined): number {
  if (shared === undefined) {
    for (let data = most; data > Math.max(1, most - expert); data--)
      if ((data * context) % expert === 0) return data;
    return 1;
  }
  const sizes = divisors(shared).filter((size) => size <= most);
  const spreading = sizes.filter((size) => (size * context) % expert === 0);
  return Math.max(1, ...(spreading.length > 0 ? spreading : sizes));
}

/** Divisors of a whole number, in no order; none of a fraction. */
function divisors(whole: number): number[] {
  const found: number[] = [];
  if (!Number.isInteger(whole)) return found;
  for (let d = 1; d * d <= whole; d++) if (whole % d === 0) found.push(d, whole / d);
  return found;
}
