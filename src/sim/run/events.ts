import type { Recorder } from '../../timeline/recorder.ts';
import { createRecorder } from '../../timeline/recorder.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import { dualPipe } from '../schedules/dualPipe.ts';
import { gpipe } from '../schedules/gpipe.ts';
import { interleaved } from '../schedules/interleaved.ts';
import { oneForwardOneBackward } from '../schedules/oneForwardOneBackward.ts';
import type { Order } from '../schedules/order.ts';
import { zeroBubble } from '../schedules/zeroBubble.ts';
import { messageCost } from './exchange.ts';
import type { FlowSpan } from './flow.ts';
import { gatherWeights, type LastBackward, playLastBackward } from './gradients.ts';
import { optimizerSeconds, stageWeights } from './optimizer.ts';
import { type Pipeline, type Played, playPipeline } from './pipeline.ts';
import { type ChunkPlan, microbatchesOfChunk, type Plan, reducingPass } from './plan.ts';

/** A step played: the record, and the marks from which its breakdown is told. */
export interface PlayedStep {
  readonly timeline: Timeline;
  readonly seconds: number;
  /** Seconds until the last stage's compute is done: as played, without gradient traffic, and with free messages too. */
  readonly pipelineSeconds: number;
  readonly freeMessageSeconds: number;
  /** Longest optimizer of a stage. */
  readonly optimizerSeconds: number;
}

/** Plays the step of a plan as discrete events, one class of rank for each stage. Yields how far it is, 0 … 1. */
export function* playStep(plan: Plan): Generator<number, PlayedStep> {
  const { stages, chunks, cells } = plan;
  const lastBackwards = cells.map((cell) => playLastBackward(plan, cell));
  const stretched = lastBackwards.some((last, index) => last.pattern !== reducingPass(cells[index]).pattern);
  const pipeline = pipelineOf(plan, lastBackwards);
  const played = yield* within(0, 0.4, playPipeline(pipeline));
  const gathering = cells.some((cell) => cell.firstForward);
  const calm = {
    ...pipeline,
    ...{ firstForward: pipeline.forward, lastBackward: pipeline.backward, lastWeights: pipeline.weights },
  };
  const pipelineSeconds =
    stretched || gathering ? (yield* within(0.4, 0.5, playPipeline(calm))).seconds : played.seconds;
  const freeMessageSeconds =
    stages > 1
      ? (yield* within(0.5, 0.7, playPipeline({ ...calm, message: new Float64Array(stages) }))).seconds
      : pipelineSeconds;

  const recorder = createRecorder(stages);
  yield* within(0.7, 1, recordPipeline(recorder, plan, pipeline, played, lastBackwards));
  // Gradients of all stages are clipped by one common norm, so the optimizer waits for the last of them.
  let gradientsDone = played.seconds;
  for (let stage = 0; stage < stages; stage++) {
    gradientsDone = Math.max(
      gradientsDone,
      recordGradients(recorder, plan, played, pipeline, lastBackwards, stage),
    );
  }
  if (plan.mirrored) {
    const mirrored = Array.from({ length: stages }, (_, stage) => mirrorSum(plan, stage));
    mirrored.forEach(({ seconds, bytes }, stage) => {
      const span = { start: gradientsDone, end: gradientsDone + seconds, kind: Kind.dataAllReduce, bytes };
      recorder.span(stage, Stream.data, { ...span, peer: stages - 1 - stage });
    });
    gradientsDone += mirrored.reduce((longest, { seconds }) => Math.max(longest, seconds), 0);
  }
  // Fast domains do not all take the same time; the step waits for the slowest.
  const { domains } = plan.groups.data;
  gradientsDone += plan.machine.constants.sliceJitter * Math.log2(Math.max(1, domains)) * played.seconds;
  let seconds = gradientsDone;
  let longestOptimizer = 0;
  for (let stage = 0; stage < stages; stage++) {
    const weights = stageWeights(cells.slice(stage * chunks, (stage + 1) * chunks));
    const length = optimizerSeconds(plan, weights);
    longestOptimizer = Math.max(longestOptimizer, length);
    let now = gradientsDone + length;
    recorder.span(stage, Stream.compute, { start: gradientsDone, end: now, kind: Kind.optimizer });
    for (const { kind, seconds: gather, bytes } of gatherWeights(plan, weights)) {
      recorder.span(stage, Stream.data, { start: now, end: now + gather, kind, bytes });
      now += gather;
    }
    seconds = Math.max(seconds, now);
  }
  const timeline = recorder.finish(seconds);
  return { timeline, seconds, pipelineSeconds, freeMessageSeconds, optimizerSeconds: longestOptimizer };
}

/** The gradients that a stage and its mirror image, which hold the same parts, send each other: of the shards of the
 *  optimizer where it is sharded. */
function mirrorSum(
  { cells, scenario, groups, machine }: Plan,
  stage: number,
): { seconds: number; bytes: number } {
  const { dense, experts } = stageWeights(cells.slice(2 * stage, 2 * stage + 2));
  const { zero, gradientType } = scenario.training;
  const own = zero > 0 ? dense / groups.shard.size + experts / groups.expertData.size : dense + experts;
  return messageCost((gradientType === 'fp32' ? 4 : 2) * own, groups.pipeline, machine);
}

/** The progress 0 … 1 of a part, as `from … to` of the whole. */
function* within<T>(from: number, to: number, part: Generator<number, T>): Generator<number, T> {
  for (;;) {
    const slice = part.next();
    if (slice.done) return slice.value;
    yield from + (to - from) * slice.value;
  }
}

function pipelineOf(plan: Plan, lastBackwards: readonly LastBackward[]): Pipeline {
  const { stages, chunks, cells, microbatches, mirrored, scenario } = plan;
  const { schedule } = scenario.parallel;
  const orderOf = (stage: number): Order => {
    if (mirrored) return dualPipe(stage, stages, microbatches);
    if (chunks > 1) return interleaved(stage, stages, chunks, microbatches);
    if (schedule === 'zb-h1') return zeroBubble(stage, stages, microbatches);
    return schedule === 'gpipe' ? gpipe(microbatches) : oneForwardOneBackward(stage, stages, microbatches);
  };
  return {
    stages,
    chunks,
    mirrored,
    microbatches,
    orders: Array.from({ length: stages }, (_, stage) => orderOf(stage)),
    forward: Float64Array.from(cells, (cell) => cell.forwardSeconds),
    firstForward: Float64Array.from(cells, (cell) => cell.firstForward?.seconds ?? cell.forwardSeconds),
    backward: Float64Array.from(cells, (cell) => cell.backwardSeconds),
    lastBackward: Float64Array.from(cells, (cell, index) =>
      cell.weights ? cell.backwardSeconds : lastBackwards[index].seconds,
    ),
    weights: Float64Array.from(cells, (cell) => cell.weights?.seconds ?? 0),
    lastWeights: Float64Array.from(cells, (cell, index) => (cell.weights ? lastBackwards[index].seconds : 0)),
    message: Float64Array.from({ length: stages }, (_, stage) =>
      Math.max(...cells.slice(stage * chunks, (stage + 1) * chunks).map((cell) => cell.message)),
    ),
    // A port to a switch is one for both neighbours; along a torus axis each has a link of its own.
    sharedWire: plan.groups.pipeline.dims.at(-1)?.kind === 'switch',
  };
}

/** Kinds of spans by the number of a pass in an order. */
const PASS_KINDS = [Kind.forward, Kind.backward, Kind.weightGradient];
/** The passes that an action of an order (schedules/order.ts) is shown as. */
const SHOWN = [[0], [1], [2], [1, 2], [0]];

function* recordPipeline(
  recorder: Recorder,
  plan: Plan,
  pipeline: Pipeline,
  played: Played,
  lastBackwards: readonly LastBackward[],
): Generator<number> {
  const { stages, chunks, cells, mirrored } = plan;
  const each = microbatchesOfChunk(plan);
  const forward = cells.map((cell) => recorder.pattern(cell.forward));
  const backward = cells.map((cell) => recorder.pattern(cell.backward));
  const weights = cells.map((cell) => (cell.weights ? recorder.pattern(cell.weights.pattern) : -1));
  const reducing = cells.map((cell, index) => (cell.weights ? weights : backward)[index]);
  const last = cells.map((cell, index) => {
    const { pattern } = lastBackwards[index];
    return pattern === reducingPass(cell).pattern ? reducing[index] : recorder.pattern(pattern);
  });
  const first = cells.map((cell, index) =>
    cell.firstForward ? recorder.pattern(cell.firstForward.pattern) : forward[index],
  );
  const besideFirst = cells.map((cell) => trafficPatterns(recorder, ...firstFlows(cell)));
  const beside = [
    cells.map((cell) => trafficPatterns(recorder, cell.forwardData, cell.forwardHidden)),
    cells.map((cell) => trafficPatterns(recorder, cell.backwardData, cell.backwardHidden)),
    cells.map(() => []),
  ];
  const bytes = plan.setting.message?.bytes ?? 0;
  const backwardOf = (cell: number, isLast: boolean) =>
    (isLast ? pipeline.lastBackward : pipeline.backward)[cell];
  for (let stage = 0; stage < stages; stage++) {
    const order = pipeline.orders[stage];
    const previous = (stage + stages - 1) % stages;
    const next = (stage + 1) % stages;
    for (let i = 0; i < order.pass.length; i++) {
      const at = played.first[stage] + i;
      const microbatch = order.microbatch[i];
      const chunk = order.chunk[i];
      const cell = stage * chunks + chunk;
      const isLast = microbatch % each === each - 1;
      const isForward = order.pass[i] === 0 || order.pass[i] === 4;
      const isFirst = isForward && microbatch % each === 0;
      let start = played.start[at];
      for (const pass of SHOWN[order.pass[i]]) {
        const isReducing = pass === (cells[cell].weights ? 2 : 1);
        const own = [forward, backward, weights][pass];
        const end = order.pass[i] === 3 && pass === 1 ? start + backwardOf(cell, isLast) : played.end[at];
        const pattern = (isFirst ? first : isReducing && isLast ? last : own)[cell];
        recorder.span(stage, Stream.compute, {
          start,
          end,
          kind: PASS_KINDS[pass],
          microbatch,
          chunk,
          pattern,
        });
        for (const { stream, ...traffic } of (isFirst ? besideFirst : beside[pass])[cell]) {
          recorder.span(stage, stream, {
            ...traffic,
            ...{ start: start + traffic.start, end: start + traffic.end },
            ...{ microbatch, chunk },
          });
        }
        start = end;
      }
      const sent = played.sent[at];
      if (Number.isNaN(sent) || pipeline.message[stage] === 0) continue;
      const isBackward = !isForward;
      // Of mirrored pipelines the second chunk's way leads down.
      const up = isBackward === (mirrored && chunk === 1);
      recorder.span(stage, isBackward ? Stream.sendBackward : Stream.sendForward, {
        start: sent,
        end: sent + pipeline.message[stage],
        kind: isBackward ? Kind.sendBackward : Kind.sendForward,
        microbatch,
        chunk,
        bytes,
        peer: up ? next : previous,
      });
    }
    if (stage % 16 === 15) yield stage / stages;
  }
}

/** Traffic beside the first forward pass: the gathering of updated weights, begun before it, or what every pass has. */
function firstFlows({ firstForward, ...cell }: ChunkPlan): [data: FlowSpan[], hidden: FlowSpan[]] {
  if (!firstForward) return [[...cell.forwardData], [...cell.forwardHidden]];
  const { seconds, bytes } = firstForward.before;
  const before: FlowSpan = { kind: Kind.dataAllGather, start: -seconds, seconds, bytes, queue: 'dense' };
  return [[...(seconds > 0 ? [before] : []), ...firstForward.data], [...firstForward.hidden]];
}

/** What travels beside a pass, a span for each stream with its collectives inside. */
function trafficPatterns(recorder: Recorder, data: readonly FlowSpan[], hidden: readonly FlowSpan[]) {
  return [
    { stream: Stream.data, flows: data },
    { stream: Stream.scaleUp, flows: hidden },
  ].flatMap(({ stream, flows }) => {
    if (flows.length === 0) return [];
    const { start } = flows[0];
    const entries = inLine(flows).map((span) => ({
      ...{ start: span.start - start, end: span.end - start, kind: span.kind },
      ...{ layer: -1, bytes: span.bytes, flops: 0 },
    }));
    const bytes = flows.reduce((sum, span) => sum + span.bytes, 0);
    const reduces = flows.find((span) => span.kind === Kind.dataReduceScatter);
    const end = start + entries[entries.length - 1].end;
    return [
      { stream, start, end, bytes, kind: (reduces ?? flows[0]).kind, pattern: recorder.pattern(entries) },
    ];
  });
}

/** Flows, earliest first, as they can be shown on one line: of two at once the one that starts later, with the bytes of
 *  those that it covers. */
function inLine(flows: readonly (FlowSpan & { readonly chunk?: number })[]) {
  const shown: { start: number; end: number; kind: Kind; bytes: number; chunk?: number }[] = [];
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;
  flows.forEach(({ start, seconds, kind, bytes, chunk }, index) => {
    end = Math.max(end, start + seconds);
    const until = index + 1 < flows.length ? Math.min(flows[index + 1].start, end) : end;
    covered += bytes;
    if (until <= start) return;
    shown.push({ start, end: until, kind, bytes: covered, chunk });
    covered = 0;
  });
  return shown;
}

/** Records the gradient collectives of a stage, beside or after the backward pass of its last microbatch. Returns when
 *  the last one ends. */
function recordGradients(
  recorder: Recorder,
  plan: Plan,
  played: Played,
  { orders, lastBackward }: Pipeline,
  lastBackwards: readonly LastBackward[],
  stage: number,
): number {
  const { pass, microbatch, chunk } = orders[stage];
  const { cells, chunks } = plan;
  const each = microbatchesOfChunk(plan);
  // Traffic of the passes themselves is recorded already; it ends with the last of them.
  const everyPass = cells
    .slice(stage * chunks, (stage + 1) * chunks)
    .some((cell) => cell.backwardData.length > 0);
  const earliest = everyPass ? played.done[stage] : 0;
  // When the last flow of each line is through; one line does not wait for the other.
  const free = new Map<string, number>();
  const flows: (FlowSpan & { chunk: number })[] = [];
  for (let i = 0; i < pass.length; i++) {
    const cell = cells[stage * chunks + chunk[i]];
    const reduces = cell.weights ? pass[i] === 2 || pass[i] === 3 : pass[i] === 1;
    if (!reduces || microbatch[i] % each !== each - 1) continue;
    const begin =
      played.start[played.first[stage] + i] + (pass[i] === 3 ? lastBackward[stage * chunks + chunk[i]] : 0);
    for (const span of lastBackwards[stage * plan.chunks + chunk[i]].data) {
      const start = Math.max(free.get(span.queue) ?? earliest, begin + span.start);
      free.set(span.queue, start + span.seconds);
      flows.push({ ...span, start, chunk: chunk[i] });
    }
  }
  for (const span of inLine(flows.sort((a, b) => a.start - b.start))) {
    recorder.span(stage, Stream.data, span);
  }
  return Math.max(earliest, ...free.values());
}
