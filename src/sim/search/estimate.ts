import { type Group, type Groups, groupsOf } from '../../cluster/groups.ts';
import { microbatchCount } from '../../scenario/activations.ts';
import { type StageMemory, stageMemory } from '../../scenario/footprint.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { type RankWeights, stageShard } from '../../scenario/weights.ts';
import { exchangeCosts } from '../run/exchange.ts';
import { gatherWeights } from '../run/gradients.ts';
import { optimizerSeconds } from '../run/optimizer.ts';
import { machineOf, settingOf, type TimedModel, timeModel } from '../run/plan.ts';
import { trafficOf } from '../run/traffic.ts';
import { type CellTimes, cellTimes, type PlanCell, planCells } from './cells.ts';
import { type Line, pipelineSeconds } from './pipelineSeconds.ts';
import { type Split, splitOf } from './split.ts';
import { createWeave } from './weave.ts';

/** A layout in closed form. */
export interface Closed {
  readonly scenario: ResolvedScenario;
  readonly groups: Groups;
  readonly timed: TimedModel;
  readonly split: Split;
  readonly line: Line;
  /** Times of each content of the split. */
  readonly cells: readonly CellTimes[];
  readonly seconds: number;
  /** What `pipelineSeconds` of the line has to be multiplied by (weave.ts). */
  readonly factor: number;
  readonly pipelineSeconds: number;
  readonly optimizerSeconds: number;
}

/** Layouts of one scenario's model, cluster and training, evaluated in microseconds each. */
export interface Estimator {
  /** Bytes on the fullest chip, exactly as in the simulation. */
  bytes(scenario: ResolvedScenario): number;
  memory(scenario: ResolvedScenario): { readonly stage: number; readonly parts: StageMemory };
  /** No layout is faster than its busiest stage at work: a bound for pruning. */
  leastSeconds(scenario: ResolvedScenario): number;
  closed(scenario: ResolvedScenario): Closed;
}

/** Layouts whose chunks are remembered: a search comes back to them with other pipelines. */
const MOST_CELLS = 20_000;

/**
 * The closed form of a step. Operators, collectives, passes of up to three layers of a sort, memory and the optimizer are
 * those of the simulation, each worked out once for all layouts that share it; only the pipeline as a whole and
 * the end of the gradients are told by formulas. Takes scenarios that differ in `parallel` and `training` alone.
 */
export function createEstimator(base: ResolvedScenario): Estimator {
  const machine = machineOf(base);
  const cost = exchangeCosts(machine);
  const groupOf = memo<Group>();
  const groupsMemo = memo<Groups>();
  const timedMemo = memo<TimedModel>();
  const busyMemo = memo<Busy>();
  const chunkMemo = memo<PlanCell>();
  const cellMemo = memo<ReturnType<typeof cellTimes>>(MOST_CELLS);
  const splitMemo = memo<Split>();
  const shardMemo = memo<RankWeights>();
  const weave = createWeave();
  const { model, stack } = base;

  const splitFor = ({ parallel: { pipeline, virtual } }: ResolvedScenario): Split =>
    splitMemo(`${pipeline} ${virtual}`, () => splitOf(model, pipeline, virtual, stack.evenStages));

  // One object for each set of wires, so that the costs kept for it (run/exchange.ts) are found again.
  const groupsFor = (scenario: ResolvedScenario): Groups =>
    groupsMemo(groupsKey(scenario), () => {
      const groups = Object.entries(groupsOf(scenario)).map(([name, group]) => [
        name,
        groupOf(JSON.stringify(group), () => group),
      ]);
      return Object.fromEntries(groups) as Groups;
    });

  const timedKey = ({ training, parallel }: ResolvedScenario, groups: Groups): string => {
    const { tensor, context, expert, expertTensor, schedule, sequenceParallel } = parallel;
    const { microbatch, recompute } = training;
    const wires = [groups.tensor, groups.context, groups.expert, groups.expertTensor];
    // Passes meet the message to the next stage, whose wires follow from the distance to it.
    const next =
      parallel.pipeline === 1 ? 'last' : `${groups.pipeline.stride} ${groups.pipeline.domains > 1}`;
    const again = typeof recompute === 'string' ? recompute : JSON.stringify(recompute);
    const where = wires.map(({ stride, domains }) => `${stride}/${domains}`).join(' ');
    const apart = schedule === 'zb-h1' || schedule === 'dualpipe';
    return `${tensor} ${context} ${expert} ${expertTensor} ${sequenceParallel} ${microbatch} ${again} ${apart} ${next} ${where}`;
  };

  // The same layout is asked for its bound and then for its time.
  let last: { scenario: ResolvedScenario; groups: Groups; key: string; timed: TimedModel } | null = null;
  const partsFor = (scenario: ResolvedScenario) => {
    if (last?.scenario === scenario) return last;
    const groups = groupsFor(scenario);
    const key = timedKey(scenario, groups);
    const timed = timedMemo(key, () => timeModel(scenario, groups, machine, cost));
    last = { scenario, groups, key, timed };
    return last;
  };

  const closed = (scenario: ResolvedScenario): Closed => {
    const { parallel, training } = scenario;
    const { groups, key, timed: shared } = partsFor(scenario);
    const timed = shared.groups === groups ? shared : { ...shared, groups };
    const split = splitFor(scenario);
    const plan = {
      ...{ scenario, groups, machine, traffic: trafficOf(scenario, groups, cost) },
      setting: settingOf(scenario, groups, machine),
    };
    const shares = `${training.zero} ${training.shardGroup} ${parallel.data}`;
    const timesOf = cellMemo(`${key} ${shares}`, () => {
      // Below ZeRO-2 no pass but the last has traffic, whatever the replicas.
      const planned = () => planCells(scenario, timed);
      return cellTimes(training.zero < 2 ? chunkMemo(key, planned) : planned(), plan);
    });
    const cells = split.contents.map(timesOf);
    const line = lineOf(scenario, split, cells);
    const factor = weave(line, split, cells);
    const played = factor * pipelineSeconds(line);
    const { reduced, stretched } = gradientsDone(line, split, cells, played);
    const { domains } = groups.data;
    const gradients = reduced + machine.constants.sliceJitter * Math.log2(Math.max(1, domains)) * stretched;
    let seconds = gradients;
    let longest = 0;
    for (const stage of split.distinct) {
      const { tensor, expert, expertTensor } = parallel;
      const shard = shardMemo(
        `${tensor} ${expert} ${expertTensor} ${parallel.pipeline} ${parallel.virtual} ${stage}`,
        () => stageShard(model, split.stages[stage], parallel),
      );
      const weights = { dense: shard.dense, experts: shard.expert };
      const update = optimizerSeconds(plan, weights);
      const gather = gatherWeights(plan, weights).reduce((sum, span) => sum + span.seconds, 0);
      longest = Math.max(longest, update);
      seconds = Math.max(seconds, gradients + update + gather);
    }
    return {
      ...{ scenario, groups, timed, split, line, cells, seconds },
      ...{ factor, pipelineSeconds: played, optimizerSeconds: longest },
    };
  };

  const memory: Estimator['memory'] = (scenario) => {
    const { stages, distinct } = splitFor(scenario);
    let stage = distinct[0];
    let parts = stageMemory(scenario, stages[stage], stage);
    for (let i = 1; i < distinct.length; i++) {
      const other = stageMemory(scenario, stages[distinct[i]], distinct[i]);
      if (other.total > parts.total) {
        parts = other;
        stage = distinct[i];
      }
    }
    return { stage, parts };
  };

  return {
    memory,
    bytes: (scenario) => memory(scenario).parts.total,
    leastSeconds(scenario) {
      const { key, timed } = partsFor(scenario);
      const busy = busyMemo(key, () => busyOf(timed));
      return leastSeconds(scenario, busy, splitFor(scenario)) + machine.constants.stepSeconds;
    },
    closed,
  };
}

/** Everything that groups depend on but the cluster. */
function groupsKey({ parallel, training }: ResolvedScenario): string {
  const { tensor, context, pipeline, data, expert, expertTensor } = parallel;
  return `${tensor} ${context} ${pipeline} ${data} ${expert} ${expertTensor} ${training.shardGroup}`;
}

/** Seconds of each part of the model for one microbatch, traffic of data parallelism apart. */
type Busy = Readonly<Record<'dense' | 'mixture' | 'embedding' | 'head', number>>;

function busyOf({ dense, mixture, embedding, head }: TimedModel): Busy {
  const of = ({ forward, backward, weightGradients }: TimedModel['dense']): number =>
    [...forward, ...backward, ...weightGradients].reduce((sum, entry) => sum + entry.seconds, 0);
  return { dense: of(dense), mixture: of(mixture), embedding: of(embedding), head: of(head) };
}

/** Seconds that no order of passes can beat: all microbatches through the busiest stage. */
function leastSeconds(scenario: ResolvedScenario, busy: Busy, { contents, contentOf }: Split): number {
  const each = contents.map(
    ({ dense, mixture, embedding, head }) =>
      dense * busy.dense + mixture * busy.mixture + (embedding ? busy.embedding : 0) + (head ? busy.head : 0),
  );
  const { virtual } = scenario.parallel;
  let most = 0;
  for (let at = 0; at < contentOf.length; at += virtual) {
    let stage = 0;
    for (let c = 0; c < virtual; c++) stage += each[contentOf[at + c]];
    most = Math.max(most, stage);
  }
  return microbatchCount(scenario) * most;
}

function lineOf(scenario: ResolvedScenario, { contentOf }: Split, cells: readonly CellTimes[]): Line {
  const { parallel } = scenario;
  const forward = new Float64Array(contentOf.length);
  const backward = new Float64Array(contentOf.length);
  const weights = new Float64Array(contentOf.length);
  for (let i = 0; i < contentOf.length; i++) {
    const cell = cells[contentOf[i]];
    forward[i] = cell.forward;
    backward[i] = cell.backward;
    weights[i] = cell.weights;
  }
  return {
    ...{ schedule: parallel.schedule, stages: parallel.pipeline, chunks: parallel.virtual },
    ...{ microbatches: microbatchCount(scenario), forward, backward, weights },
    message: cells.reduce((longest, cell) => Math.max(longest, cell.message), 0),
  };
}

/**
 * When all gradients are reduced, and when the pipeline with its last, longer passes is through. The last microbatch
 * comes back through all stages, one after the other; each stage reduces from its own last pass on.
 */
function gradientsDone(
  line: Line,
  { contentOf }: Split,
  cells: readonly CellTimes[],
  played: number,
): { reduced: number; stretched: number } {
  const { stages, chunks, message } = line;
  const apart = line.schedule === 'zb-h1';
  let stretched = played;
  for (let s = 0; s < stages; s++) {
    let own = 0;
    for (let c = 0; c < chunks; c++) own += cells[contentOf[s * chunks + c]].stretch;
    stretched = apart ? Math.max(stretched, played + own) : stretched + own;
  }
  let reduced = stretched;
  let done = stretched;
  for (let s = 0; s < stages; s++) {
    // A chunk's last pass comes a round of all stages before that of the chunk below it.
    let rounds = 0;
    for (let c = 1; c < chunks; c++)
      rounds += stages * (cells[contentOf[s * chunks + c - 1]].backward + message);
    let free = 0;
    for (let c = chunks - 1; c >= 0; c--) {
      const cell = cells[contentOf[s * chunks + c]];
      const pass = (apart ? cell.weights : cell.backward) + cell.stretch;
      free = Math.max(free + cell.reductions, cell.reduced > 0 ? done - rounds - pass + cell.reduced : 0);
      if (c > 0) rounds -= stages * (cells[contentOf[s * chunks + c - 1]].backward + message);
    }
    reduced = Math.max(reduced, free);
    if (!apart)
      done -= cells[contentOf[s * chunks]].backward + cells[contentOf[s * chunks]].stretch + message;
  }
  return { reduced, stretched };
}

/** A map that makes what it lacks, and starts afresh beyond `most` entries. */
function memo<T>(most = Number.POSITIVE_INFINITY): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= most) known.clear();
      value = make();
      known.set(key, value);
    }
    return value;
  };
}
