import { type Group, type Groups, groupsOf } from '../../cluster/groups.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { type RankWeights, stageShard } from '../../scenario/weights.ts';
import { exchangeCosts } from '../run/exchange.ts';
import { gatherWeights } from '../run/gradients.ts';
import { mirrorSum } from '../run/mirror.ts';
import { optimizerSeconds } from '../run/optimizer.ts';
import type { PassSetting } from '../run/pass.ts';
import { machineOf, settingOf, type TimedModel, timeModel } from '../run/plan.ts';
import { sharesInPasses, trafficOf } from '../run/traffic.ts';
import { type CellTimes, cellTimes, modelPasses, type PlayPass, playPasses } from './cells.ts';
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
const MOST_PASSES = 3000;
const MOST_TIMED = 64;

/** Makes blocks of scenarios that differ in `parallel` and `training`; what blocks share is made once. */
export function createBlocks(base: ResolvedScenario): (scenario: ResolvedScenario) => Block {
  const machine = machineOf(base);
  const cost = exchangeCosts(machine);
  const groupOf = memo<Group>();
  const groupsMemo = memo<Groups>(MOST_TIMED);
  const timedMemo = memo<{ timed: TimedModel; busy: Busy }>(MOST_TIMED);
  const passMemo = memo<PlayPass>(MOST_PASSES);
  const settingMemo = memo<PassSetting>(MOST_TIMED);
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
    const { tensor, context, pipeline, data, expert, expertTensor } = scenario.parallel;
    const sizes = `${tensor} ${context} ${pipeline} ${data} ${expert} ${expertTensor}`;
    const ranks = `${sizes} ${scenario.training.shardGroup}`;
    const groups = groupsFor(scenario, ranks);
    const there = forwardKey(scenario, groups);
    const key = `${there} ${recomputeKey(scenario)} ${passesOf(scenario)}`;
    const { timed: shared, busy } = timedMemo(key, () => {
      const timed = timeModel(scenario, groups, machine, cost);
      return { timed, busy: busyOf(timed) };
    });
    const timed = shared.groups === groups ? shared : { ...shared, groups };
    // Most layouts of a search are too slow by `busy` alone.
    let played: Passing | null = null;
    const passing = (): Passing => {
      played ??= play(scenario, groups, timed, { ranks, there, key });
      return played;
    };
    return {
      ...{ groups, timed, busy },
      timesOf: (content) => passing().timesOf(content),
      gatheringOf: (content) => passing().gatheringOf(content),
      updates: (split, isMirrored) => passing().updates(split, isMirrored),
    };
  };

  const play = (
    scenario: ResolvedScenario,
    groups: Groups,
    timed: TimedModel,
    { ranks, there, key }: { ranks: string; there: string; key: string },
  ): Passing => {
    const { parallel, training } = scenario;
    const { tensor, context, pipeline, data, expert, expertTensor } = parallel;
    const { everyPass, everyBackward } = sharesInPasses(training);
    // Passes meet the message to the next stage.
    const next = groups.pipeline.dims.at(-1);
    const passed = next ? `${groups.pipeline.stride} ${next.axis} ${next.bandwidth} ${next.latency}` : '';
    const plan = {
      ...{ scenario, groups, machine, traffic: trafficOf(scenario, groups, cost) },
      setting: settingMemo(`${passed} ${tensor} ${context} ${training.microbatch}`, () =>
        settingOf(scenario, groups, machine),
      ),
    };
    const shares = `${training.shardGroup} ${data}`;
    const passes = modelPasses(timed, plan.traffic);
    const playing = (sort: 'forward' | 'backward' | 'weights', of: string, shared: boolean): PlayPass =>
      passMemo(`${sort} ${of} ${passed} ${shared ? shares : ''}`, () =>
        playPasses(sort, passes, plan.setting),
      );
    const timesOf = cellMemo(`${key} ${passed} ${shares} ${training.zero}`, () =>
      cellTimes(
        {
          passes,
          // A forward pass is the same whatever the backward one makes again; below ZeRO-3 it has no traffic of replicas.
          forward: playing('forward', everyPass ? `${there} gathered` : there, everyPass),
          backward: playing('backward', everyBackward ? `${key} ${training.zero}` : key, everyBackward),
          weights: playing('weights', `${there} ${passesOf(scenario)}`, false),
        },
        plan,
      ),
    );
    return {
      timesOf,
      gatheringOf: gatherings(plan, passes),
      updates: (split, isMirrored) =>
        updateMemo(`${ranks} ${training.zero > 0} ${everyPass} ${split.chunks} ${isMirrored}`, () => {
          let mirror = 0;
          let optimizer = 0;
          let seconds = 0;
          const held = split.distinct.map((stage) => {
            const key = `${tensor} ${expert} ${expertTensor} ${pipeline} ${split.chunks} ${isMirrored} ${stage}`;
            return shardMemo(key, () => stageShard(base.model, split.stages[stage], parallel));
          });
          for (const { dense, expert: experts } of held.filter(isLargest)) {
            const weights = { dense, experts };
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

/** No other stage has more of both sorts of weights: what has less of both takes no longer. */
function isLargest(own: RankWeights, index: number, all: readonly RankWeights[]): boolean {
  return all.every((other, at) => {
    if (at === index || other.dense < own.dense || other.expert < own.expert) return true;
    return other.dense === own.dense && other.expert === own.expert && index < at;
  });
}

/** What of a block takes passes to be played. */
type Passing = Pick<Block, 'timesOf' | 'gatheringOf' | 'updates'>;

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

/** Everything that times of operators and collectives of forward passes depend on. */
function forwardKey(scenario: ResolvedScenario, groups: Groups): string {
  const { tensor, context, expert, expertTensor, sequenceParallel, pipeline } = scenario.parallel;
  const wires = [groups.tensor, groups.context, groups.expert, groups.expertTensor];
  const where = wires.map(({ stride, domains }) => `${stride}/${domains}`).join(' ');
  const sizes = `${tensor} ${context} ${expert} ${expertTensor} ${sequenceParallel} ${scenario.training.microbatch}`;
  return `${sizes} ${passesOf(scenario) === 'paired'} ${pipeline === 1} ${where}`;
}

function recomputeKey({ training: { recompute } }: ResolvedScenario): string {
  return typeof recompute === 'string' ? recompute : JSON.stringify(recompute);
}

function busyOf({ dense, mixture, embedding, head }: TimedModel): Busy {
  const of = ({ forward, backward, weightGradients }: TimedModel['dense']): number =>
    [...forward, ...backward, ...weightGradients].reduce((sum, entry) => sum + entry.seconds, 0);
  return { dense: of(dense), mixture: of(mixture), embedding: of(embedding), head: of(head) };
}
