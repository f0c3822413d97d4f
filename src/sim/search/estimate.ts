import { type Group, type Groups, groupsOf } from '../../cluster/groups.ts';
import { microbatchCount } from '../../scenario/activations.ts';
import { type StageMemory, stageMemory } from '../../scenario/footprint.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { type RankWeights, stageShard } from '../../scenario/weights.ts';
import { exchangeCosts, messageSeconds } from '../run/exchange.ts';
import { gatherWeights } from '../run/gradients.ts';
import { optimizerSeconds } from '../run/optimizer.ts';
import { machineOf, type TimedModel, timeModel } from '../run/plan.ts';
import { trafficOf } from '../run/traffic.ts';
import { ACTIVATION } from '../shape/sizes.ts';
import { type CellTimes, cellTimes } from './cells.ts';
import { type Line, pipelineSeconds } from './pipelineSeconds.ts';
import { type Split, splitOf } from './split.ts';

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

/**
 * The closed form of a step. Operators, collectives, passes of up to three layers of a sort, memory and the optimizer are
 * those of the simulation, each worked out once for all layouts that share it; only the pipeline as a whole and
 * the end of the gradients are told by formulas. Takes scenarios that differ in `parallel` and `training` alone.
 */
export function createEstimator(base: ResolvedScenario): Estimator {
  const machine = machineOf(base);
  const cost = exchangeCosts(machine.constants);
  const groupOf = memo<Group>();
  const groupsMemo = memo<Groups>();
  const timedMemo = memo<TimedModel>();
  const cellMemo = memo<ReturnType<typeof cellTimes>>();
  const splitMemo = memo<Split>();
  const shardMemo = memo<RankWeights>();
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
    const again = typeof recompute === 'string' ? recompute : JSON.stringify(recompute);
    const where = wires.map(({ stride, domains }) => `${stride}/${domains}`).join(' ');
    const apart = schedule === 'zb-h1' || schedule === 'dualpipe';
    return `${tensor} ${context} ${expert} ${expertTensor} ${sequenceParallel} ${microbatch} ${again} ${apart} ${parallel.pipeline === 1} ${where}`;
  };

  const closed = (scenario: ResolvedScenario): Closed => {
    const { parallel, training } = scenario;
    const groups = groupsFor(scenario);
    const key = timedKey(scenario, groups);
    const own = timedMemo(key, () => timeModel(scenario, groups, machine, cost));
    const timed = own.groups === groups ? own : { ...own, groups };
    const split = splitFor(scenario);
    const traffic = `${key} ${training.zero} ${training.shardGroup} ${parallel.data} ${parallel.pipeline > 1}`;
    const timesOf = cellMemo(traffic, () => cellTimes(scenario, timed));
    const cells = split.contents.map(timesOf);
    const line = lineOf(scenario, groups, machine.constants, split, cells);
    const played = pipelineSeconds(line);
    const { reduced, stretched } = gradientsDone(line, split, cells, played);
    const { domains } = groups.data;
    const gradients =
      reduced + machine.constants.sliceJitter * Math.log2(Math.max(1, domains)) * stretched;
    const plan = { scenario, groups, machine, traffic: trafficOf(scenario, groups, cost) };
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
      ...{ pipelineSeconds: played, optimizerSeconds: longest },
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
      const groups = groupsFor(scenario);
      const timed = timedMemo(timedKey(scenario, groups), () => timeModel(scenario, groups, machine, cost));
      return leastSeconds(scenario, timed, splitFor(scenario)) + machine.constants.stepSeconds;
    },
    closed,
  };
}

/** Everything that groups depend on but the cluster. */
function groupsKey({ parallel, training }: ResolvedScenario): string {
  const { tensor, context, pipeline, data, expert, expertTensor } = parallel;
  return `${tensor} ${context} ${pipeline} ${data} ${expert} ${expertTensor} ${training.shardGroup}`;
}

/** Seconds that no order of passes can beat: all microbatches through the busiest stage, traffic apart. */
function leastSeconds(scenario: ResolvedScenario, timed: TimedModel, { contents, contentOf }: Split): number {
  const busy = (template: TimedModel['dense']): number => {
    let sum = 0;
    for (const entry of template.forward) sum += entry.seconds;
    for (const entry of template.backward) sum += entry.seconds;
    for (const entry of template.weightGradients) sum += entry.seconds;
    return sum;
  };
  const dense = busy(timed.dense);
  const mixture = busy(timed.mixture);
  const embedding = busy(timed.embedding);
  const head = busy(timed.head);
  const each = contents.map(
    (content) =>
      content.dense * dense +
      content.mixture * mixture +
      (content.embedding ? embedding : 0) +
      (content.head ? head : 0),
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

function lineOf(
  scenario: ResolvedScenario,
  groups: Groups,
  constants: Parameters<typeof messageSeconds>[2],
  { contentOf }: Split,
  cells: readonly CellTimes[],
): Line {
  const { parallel, training, model } = scenario;
  const forward = new Float64Array(contentOf.length);
  const backward = new Float64Array(contentOf.length);
  const weights = new Float64Array(contentOf.length);
  for (let i = 0; i < contentOf.length; i++) {
    const cell = cells[contentOf[i]];
    forward[i] = cell.forward;
    backward[i] = cell.backward;
    weights[i] = cell.weights;
  }
  const tokens = (training.microbatch * training.sequence) / parallel.context;
  const bytes = (ACTIVATION * tokens * model.hidden) / parallel.tensor;
  return {
    ...{ schedule: parallel.schedule, stages: parallel.pipeline, chunks: parallel.virtual },
    ...{ microbatches: microbatchCount(scenario), forward, backward, weights },
    message: parallel.pipeline > 1 ? messageSeconds(bytes, groups.pipeline, constants) : 0,
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
  let most = 0;
  for (let s = 0; s < stages; s++) {
    const { stretch } = cells[contentOf[s * chunks]];
    if (!apart) stretched += stretch;
    let others = 0;
    for (let c = 1; c < chunks; c++) others += cells[contentOf[s * chunks + c]].stretch;
    most = Math.max(most, apart ? stretch : others);
  }
  stretched += most;
  let reduced = stretched;
  let done = stretched;
  for (let s = 0; s < stages; s++) {
    let free = 0;
    for (let c = chunks - 1; c >= 0; c--) {
      const cell = cells[contentOf[s * chunks + c]];
      const pass = (apart ? cell.weights : cell.backward) + cell.stretch;
      // A chunk's last pass is a round of all stages before that of the chunk below it.
      const start = done - pass - c * stages * (cell.backward + message);
      free = Math.max(free + cell.reductions, cell.reduced > 0 ? start + cell.reduced : 0);
    }
    reduced = Math.max(reduced, free);
    if (!apart) done -= cells[contentOf[s * chunks]].backward + cells[contentOf[s * chunks]].stretch + message;
  }
  return { reduced, stretched };
}

/** A map that makes what it lacks. */
function memo<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make();
      known.set(key, value);
    }
    return value;
  };
}
