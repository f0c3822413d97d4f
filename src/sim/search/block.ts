import { type Group, type Groups, groupsOf } from '../../cluster/groups.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { type RankWeights, stageShard } from '../../scenario/weights.ts';
import { exchangeCosts } from '../run/exchange.ts';
import { gatherWeights } from '../run/gradients.ts';
import { mirrorSum } from '../run/mirror.ts';
import { optimizerSeconds } from '../run/optimizer.ts';
import { machineOf, settingOf, type TimedModel, timeModel } from '../run/plan.ts';
import { trafficOf } from '../run/traffic.ts';
import { type CellTimes, cellTimes, type PlayChunk, playChunks } from './cells.ts';
import { type Gathering, gatherings } from './gathering.ts';
import { memo } from './memo.ts';
import type { Content, Split } from './split.ts';

/** What layouts share that differ in schedule and virtual stages alone. */
export interface Block {
  readonly groups: Groups;
  readonly timed: TimedModel;
  /** Seconds of each part of the model for one microbatch, traffic of data parallelism apart. */
  readonly busy: Busy;
  timesOf(content: Content): CellTimes;
  /** Its first pass, with the weights that are gathered beside it. */
  gatheringOf(content: Content): Gathering;
  /** What follows the gradients. */
  updates(split: Split, isMirrored: boolean): Updates;
}

export type Busy = Readonly<Record<'dense' | 'mixture' | 'embedding' | 'head', number>>;

/** Seconds: until mirror images have added their gradients (DualPipe; 0 elsewhere), the longest update of a stage, and with
 *  the gathering of all weights. */
interface Updates {
  readonly mirror: number;
  readonly optimizer: number;
  readonly seconds: number;
}

/** Layouts whose chunks, times and groups are remembered: those that a search comes back to soon. With 3,000 it comes back to no
 *  more of them. */
const MOST_CELLS = 1000;
const MOST_TIMED = 64;

/** Makes blocks of scenarios that differ in `parallel` and `training`; what blocks share is made once. */
export function createBlocks(base: ResolvedScenario): (scenario: ResolvedScenario) => Block {
  const machine = machineOf(base);
  const cost = exchangeCosts(machine);
  const groupOf = memo<Group>();
  const groupsMemo = memo<Groups>(MOST_TIMED);
  const timedMemo = memo<{ timed: TimedModel; busy: Busy }>(MOST_TIMED);
  const chunkMemo = memo<PlayChunk>(MOST_CELLS);
  const cellMemo = memo<Block['timesOf']>(MOST_CELLS);
  const shardMemo = memo<RankWeights>();
  const updateMemo = memo<Updates>();

  // One object for each set of wires, so that the costs kept for it (run/exchange.ts) are found again.
  const groupsFor = (scenario: ResolvedScenario, key: string): Groups =>
    groupsMemo(key, () => {
      const groups = Object.entries(groupsOf(scenario)).map(([name, group]) => [
        name,
        groupOf(JSON.stringify(group), () => group),
      ]);
      return Object.fromEntries(groups) as Groups;
    });

  const make = (scenario: ResolvedScenario): Block => {
    const { parallel, training } = scenario;
    const { tensor, context, pipeline, data, expert, expertTensor } = parallel;
    const ranks = `${tensor} ${context} ${pipeline} ${data} ${expert} ${expertTensor} ${training.shardGroup}`;
    const groups = groupsFor(scenario, ranks);
    const key = timedKey(scenario, groups);
    const { timed: shared, busy } = timedMemo(key, () => {
      const timed = timeModel(scenario, groups, machine, cost);
      return { timed, busy: busyOf(timed) };
    });
    const timed = shared.groups === groups ? shared : { ...shared, groups };
    const plan = {
      ...{ scenario, groups, machine, traffic: trafficOf(scenario, groups, cost) },
      setting: settingOf(scenario, groups, machine),
    };
    // Passes meet the message to the next stage.
    const next = groups.pipeline.dims.at(-1);
    const passed = next ? `${groups.pipeline.stride} ${next.axis} ${next.bandwidth} ${next.latency}` : '';
    const shares = `${training.zero} ${training.shardGroup} ${data}`;
    const timesOf = cellMemo(`${key} ${passed} ${shares}`, () => {
      // Below ZeRO-2 no pass but the last has traffic, whatever the replicas.
      const played = () => playChunks(plan, timed);
      return cellTimes(training.zero < 2 ? chunkMemo(`${key} ${passed}`, played) : played(), plan);
    });
    return {
      ...{ groups, timed, busy, timesOf },
      gatheringOf: gatherings(plan, timed),
      updates: (split, isMirrored) =>
        updateMemo(`${ranks} ${training.zero} ${split.chunks} ${isMirrored}`, () => {
          let mirror = 0;
          let optimizer = 0;
          let seconds = 0;
          for (const stage of split.distinct) {
            const shard = shardMemo(
              `${tensor} ${expert} ${expertTensor} ${pipeline} ${split.chunks} ${isMirrored} ${stage}`,
              () => stageShard(base.model, split.stages[stage], parallel),
            );
            const weights = { dense: shard.dense, experts: shard.expert };
            if (isMirrored) mirror = Math.max(mirror, mirrorSum(plan, weights).seconds);
            const update = optimizerSeconds(plan, weights);
            const gather = gatherWeights(plan, weights).reduce((sum, flow) => sum + flow.seconds, 0);
            optimizer = Math.max(optimizer, update);
            seconds = Math.max(seconds, update + gather);
          }
          return { mirror, optimizer, seconds };
        }),
    };
  };

  // A search asks for the layouts of a block one after the other, by each sort of passes.
  const last = new Map<Passes, readonly [ResolvedScenario, Block]>();
  return (scenario) => {
    const passes = passesOf(scenario);
    const kept = last.get(passes);
    if (kept && sharesBlock(kept[0], scenario)) return kept[1];
    const block = make(scenario);
    last.set(passes, [scenario, block]);
    return block;
  };
}

type Passes = 'whole' | 'apart' | 'paired';

/** What a schedule makes of passes: whole ones, gradients of weights apart, or also the traffic of experts beside another pass. */
function passesOf({ model, parallel: { schedule } }: ResolvedScenario): Passes {
  if (schedule === 'dualpipe' && model.experts) return 'paired';
  return ['zb-h1', 'zb-h2', 'dualpipe'].includes(schedule) ? 'apart' : 'whole';
}

function sharesBlock(a: ResolvedScenario, b: ResolvedScenario): boolean {
  const p = a.parallel;
  const q = b.parallel;
  const t = a.training;
  const u = b.training;
  return (
    p.tensor === q.tensor &&
    p.context === q.context &&
    p.pipeline === q.pipeline &&
    p.data === q.data &&
    p.expert === q.expert &&
    p.expertTensor === q.expertTensor &&
    t.microbatch === u.microbatch &&
    t.recompute === u.recompute &&
    t.zero === u.zero &&
    t.shardGroup === u.shardGroup
  );
}

/** Everything that times of operators and collectives depend on. */
function timedKey(scenario: ResolvedScenario, groups: Groups): string {
  const { tensor, context, expert, expertTensor, sequenceParallel, pipeline } = scenario.parallel;
  const { microbatch, recompute } = scenario.training;
  const wires = [groups.tensor, groups.context, groups.expert, groups.expertTensor];
  const again = typeof recompute === 'string' ? recompute : JSON.stringify(recompute);
  const where = wires.map(({ stride, domains }) => `${stride}/${domains}`).join(' ');
  const sizes = `${tensor} ${context} ${expert} ${expertTensor} ${sequenceParallel} ${microbatch}`;
  return `${sizes} ${again} ${passesOf(scenario)} ${pipeline === 1} ${where}`;
}

function busyOf({ dense, mixture, embedding, head }: TimedModel): Busy {
  const of = ({ forward, backward, weightGradients }: TimedModel['dense']): number =>
    [...forward, ...backward, ...weightGradients].reduce((sum, entry) => sum + entry.seconds, 0);
  return { dense: of(dense), mixture: of(mixture), embedding: of(embedding), head: of(head) };
}
