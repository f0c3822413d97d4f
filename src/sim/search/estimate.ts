import type { Groups } from '../../cluster/groups.ts';
import { microbatchCount } from '../../scenario/activations.ts';
import { type StageMemory, stageMemory } from '../../scenario/footprint.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { stagesOf } from '../../scenario/stages.ts';
import { constantsOf } from '../calibration/chips.ts';
import type { TimedModel } from '../run/plan.ts';
import { type Busy, createBlocks } from './block.ts';
import type { CellTimes } from './cells.ts';
import { gatheringSeconds } from './gathering.ts';
import { memo } from './memo.ts';
import { type Line, leastPipelineSeconds, pipelineSeconds } from './pipelineSeconds.ts';
import { type Split, splitOf } from './split.ts';
import { createWeave, type PipelineEnd } from './weave.ts';

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

/** A bound is taken for this share of itself, so that rounding throws nothing away. */
const SURELY = 1 - 1e-9;

/** Layouts of one scenario's model, cluster and training, evaluated in microseconds each. */
export interface Estimator {
  /** Bytes on the fullest chip, exactly as in the simulation. */
  bytes(scenario: ResolvedScenario): number;
  memory(scenario: ResolvedScenario): { readonly stage: number; readonly parts: StageMemory };
  /** No layout is faster than its busiest stage at work: a bound for pruning. */
  leastSeconds(scenario: ResolvedScenario): number;
  closed(scenario: ResolvedScenario): Closed;
  /** The same, or null where `isTooSlow` says so of a time that the layout cannot beat: told by its stages alone, before its
   *  pipeline is played. */
  closedUnless(scenario: ResolvedScenario, isTooSlow: (least: number) => boolean): Closed | null;
}

/**
 * The closed form of a step. Operators, collectives, passes of a few layers of a sort (cells.ts), memory and the optimizer are
 * those of the simulation, each worked out once for all layouts that share it; only the pipeline as a whole and
 * the end of the gradients are told by formulas. Takes scenarios that differ in `parallel` and `training` alone.
 */
export function createEstimator(base: ResolvedScenario): Estimator {
  const blockOf = createBlocks(base);
  const splitMemo = memo<Split>();
  const weave = createWeave();
  const { model, cluster } = base;
  const jitter = constantsOf(cluster.chip).sliceJitter;
  const { stepSeconds } = constantsOf(cluster.chip);

  const splitFor = (scenario: ResolvedScenario): Split => {
    const { pipeline, virtual, schedule } = scenario.parallel;
    const key = `${pipeline} ${virtual} ${schedule === 'dualpipe'}`;
    return splitMemo(key, () => splitOf(model, stagesOf(scenario)));
  };

  const closedUnless: Estimator['closedUnless'] = (scenario, isTooSlow) => {
    const { groups, timed, timesOf, gatheringOf, updates } = blockOf(scenario);
    const split = splitFor(scenario);
    const cells = split.contents.map(timesOf);
    const line = lineOf(scenario, split, cells);
    const mirrored = line.schedule === 'dualpipe';
    const { mirror, optimizer, seconds } = updates(split, mirrored);
    if (isTooSlow(SURELY * (leastPipelineSeconds(line) + mirror + seconds))) return null;
    const { factor, end } = weave(line, split, cells);
    const played = factor * pipelineSeconds(line);
    const { reduced, stretched } = end
      ? gradientsAfter(end, split, cells, played)
      : gradientsDone(line, split, cells, played);
    const gradients = reduced + jitter * Math.log2(Math.max(1, groups.data.domains)) * stretched;
    const gathering = scenario.stack.overlapWeights
      ? gatheringSeconds(split, cells, split.contents.map(gatheringOf), mirrored)
      : 0;
    return {
      scenario,
      groups,
      timed,
      split,
      line,
      cells,
      factor,
      seconds: gathering + gradients + mirror + seconds,
      pipelineSeconds: played,
      optimizerSeconds: optimizer,
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
    leastSeconds: (scenario) =>
      leastSeconds(scenario, blockOf(scenario).busy, splitFor(scenario)) + stepSeconds,
    closed: (scenario) => closedUnless(scenario, never) as Closed,
    closedUnless,
  };
}

const never = (): boolean => false;

/** Seconds that no order of passes can beat: all microbatches through the busiest stage. */
function leastSeconds(
  scenario: ResolvedScenario,
  busy: Busy,
  { chunks, contents, contentOf }: Split,
): number {
  const each = contents.map(
    ({ dense, mixture, embedding, head }) =>
      dense * busy.dense + mixture * busy.mixture + (embedding ? busy.embedding : 0) + (head ? busy.head : 0),
  );
  let most = 0;
  for (let at = 0; at < contentOf.length; at += chunks) {
    let stage = 0;
    for (let c = 0; c < chunks; c++) stage += each[contentOf[at + c]];
    most = Math.max(most, stage);
  }
  const microbatches = microbatchCount(scenario);
  return (scenario.parallel.schedule === 'dualpipe' ? microbatches / 2 : microbatches) * most;
}

function lineOf(scenario: ResolvedScenario, { chunks, contentOf }: Split, cells: readonly CellTimes[]): Line {
  const { parallel } = scenario;
  const count = contentOf.length;
  const forward = new Array<number>(count);
  const backward = new Array<number>(count);
  const weights = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    const cell = cells[contentOf[i]];
    forward[i] = cell.forward;
    backward[i] = cell.backward;
    weights[i] = cell.weights;
  }
  let message = 0;
  for (const cell of cells) message = Math.max(message, cell.message);
  return {
    schedule: parallel.schedule,
    stages: parallel.pipeline,
    chunks,
    microbatches: microbatchCount(scenario),
    forward,
    backward,
    weights,
    message,
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
  const apart = line.schedule === 'zb-h1' || line.schedule === 'zb-h2';
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

/** The same with DualPipe, whose end is played (weave.ts). */
function gradientsAfter(
  { later, left }: PipelineEnd,
  { contentOf }: Split,
  cells: readonly CellTimes[],
  played: number,
): { reduced: number; stretched: number } {
  const stretched = played + later;
  let reduced = stretched;
  for (let at = 0; at < left.length; at += 2) {
    let free = 0;
    for (const i of left[at] >= left[at + 1] ? [at, at + 1] : [at + 1, at]) {
      const { weights, stretch, reductions, reduced } = cells[contentOf[i]];
      const begin = stretched - left[i] - weights - stretch;
      free = Math.max(free + reductions, reduced > 0 ? begin + reduced : 0);
    }
    reduced = Math.max(reduced, free);
  }
  return { reduced, stretched };
}
