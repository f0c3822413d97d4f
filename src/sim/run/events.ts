import type { FaultPlan } from '../../cluster/faults.ts';
import type { PatternEntry, Recorder } from '../../timeline/recorder.ts';
import { createBlankRecorder, createRecorder } from '../../timeline/recorder.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import { dualPipe } from '../schedules/dualPipe.ts';
import { gpipe } from '../schedules/gpipe.ts';
import { interleaved } from '../schedules/interleaved.ts';
import { oneForwardOneBackward } from '../schedules/oneForwardOneBackward.ts';
import type { Order } from '../schedules/order.ts';
import { zeroBubble, zeroBubbleWide } from '../schedules/zeroBubble.ts';
import type { FlowSpan } from './flow.ts';
import { gatherWeights, type LastBackward, playLastBackward } from './gradients.ts';
import { mirrorSum } from './mirror.ts';
import { optimizerSeconds, stageWeights } from './optimizer.ts';
import { longestStage, type Pipeline, type Played, playPipeline } from './pipeline.ts';
import { microbatchesOfChunk, type Plan, reducingPass } from './plan.ts';
import { inLine, type PlayedReplica, recordGradients } from './reductions.ts';
import { besideSlower, type Row, replicasOf } from './slowed.ts';

/** A step played: the record, and the marks from which its breakdown is told. */
export interface PlayedStep {
  readonly timeline: Timeline;
  /** Of a step after the other: the timeline's, but with ZB-H2, whose steps overlap. */
  readonly seconds: number;
  /** Seconds until the last stage's compute is done: as played, without gradient traffic, and with free messages too. */
  readonly pipelineSeconds: number;
  readonly freeMessageSeconds: number;
  /** Longest optimizer of a stage. */
  readonly optimizerSeconds: number;
  /** What healthy replicas wait for the slowest one, seconds; 0 without faults. */
  readonly waiting: number;
}

/**
 * Plays the step of a plan as discrete events, one class of rank for each stage; where there are faults, each kind of
 * replica that they touch with classes of its own. Gradients and optimizer wait for the slowest replica. Yields how far
 * it is, 0 … 1. Without `record` the timeline is empty.
 */
export function* playStep(
  plan: Plan,
  faults: FaultPlan | null = null,
  record = true,
): Generator<number, PlayedStep> {
  const { stages, chunks } = plan;
  // With ZB-H2 stages begin and end one after the other, and the next step begins before this one ends: what counts is how
  // long a stage takes from its own first pass on.
  const staggered = plan.scenario.parallel.schedule === 'zb-h2';
  const lengthOfPlayed = (each: Played): number => (staggered ? longestStage(each) : each.seconds);
  const runs: PlayedReplica[] = [];
  const replicas = replicasOf(plan, faults);
  for (const [index, replica] of replicas.entries()) {
    const { cells } = replica.plan;
    const lastBackwards = cells.map((cell, at) =>
      playLastBackward(replica.planOf(Math.floor(at / chunks)), cell),
    );
    const pipeline = pipelineOf(replica.plan, lastBackwards);
    const [from, to] = [index, index + 1].map((n) => (0.4 * n) / replicas.length);
    const played = yield* within(from, to, playPipeline(pipeline));
    runs.push({ ...replica, pipeline, played, lastBackwards });
  }
  const { pipeline, played, lastBackwards, ...slowest } = runs.reduce((a, b) =>
    b.played.seconds > a.played.seconds ? b : a,
  );
  const { cells } = slowest.plan;
  const stretched = lastBackwards.some((last, index) => last.pattern !== reducingPass(cells[index]).pattern);
  const gathering = cells.some((cell) => cell.firstForward);
  const calm = {
    ...pipeline,
    ...{ firstForward: pipeline.forward, lastBackward: pipeline.backward, lastWeights: pipeline.weights },
  };
  const pipelineSeconds =
    stretched || gathering
      ? lengthOfPlayed(yield* within(0.4, 0.5, playPipeline(calm)))
      : lengthOfPlayed(played);
  const freeMessageSeconds =
    stages > 1
      ? lengthOfPlayed(yield* within(0.5, 0.7, playPipeline({ ...calm, message: new Float64Array(stages) })))
      : pipelineSeconds;

  const recorder = (record ? createRecorder : createBlankRecorder)(faults?.count ?? stages);
  if (record) for (const run of runs) yield* within(0.7, 1, recordPipeline(recorder, run));
  // Gradients of all stages are clipped by one common norm, so the optimizer waits for the last of them.
  const reduced = Array.from({ length: stages }, (_, stage) => recordGradients(recorder, runs, stage));
  let gradientsDone = Math.max(played.seconds, ...reduced);
  if (plan.mirrored) {
    const mirrored = Array.from({ length: stages }, (_, stage) =>
      mirrorSum(plan, stageWeights(plan.cells.slice(chunks * stage, chunks * (stage + 1)))),
    );
    mirrored.forEach(({ seconds, bytes }, stage) => {
      const span = { start: gradientsDone, end: gradientsDone + seconds, kind: Kind.dataAllReduce, bytes };
      for (const row of runs.flatMap(({ rows }) => rows)) {
        if (row.stage !== stage) continue;
        recorder.span(row.cls, Stream.data, { ...span, peer: row.firstClass + stages - 1 - stage });
      }
    });
    gradientsDone += mirrored.reduce((longest, { seconds }) => Math.max(longest, seconds), 0);
  }
  // Fast domains do not all take the same time; the step waits for the slowest.
  const { domains } = plan.groups.data;
  const jitter = plan.machine.constants.sliceJitter * Math.log2(Math.max(1, domains)) * played.seconds;
  gradientsDone += jitter;
  let end = gradientsDone;
  let seconds = staggered ? 0 : gradientsDone;
  let longestOptimizer = 0;
  for (let stage = 0; stage < stages; stage++) {
    const weights = stageWeights(plan.cells.slice(stage * chunks, (stage + 1) * chunks));
    const length = optimizerSeconds(plan, weights);
    const rows = runs.flatMap((run) => run.rows.filter((row) => row.stage === stage));
    const ready = staggered
      ? Math.max(reduced[stage], ...runs.map((run) => run.played.done[stage])) + jitter
      : gradientsDone;
    const begun = staggered
      ? Math.min(...runs.map(({ played: { first, start } }) => start[first[stage]]))
      : 0;
    const updated = ready + length / Math.min(...rows.map(({ speed }) => speed));
    longestOptimizer = Math.max(longestOptimizer, updated - ready);
    const gathers = runs
      .map((run) => gatherWeights(run.planOf(stage), weights))
      .reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    for (const { cls, speed } of rows) {
      recorder.span(cls, Stream.compute, { start: ready, end: ready + length / speed, kind: Kind.optimizer });
      let now = updated;
      for (const { kind, seconds: gather, bytes } of gathers) {
        recorder.span(cls, Stream.data, { start: now, end: now + gather, kind, bytes });
        now += gather;
      }
      seconds = Math.max(seconds, now - begun);
      end = Math.max(end, now);
    }
  }
  const timeline = recorder.finish(staggered ? end : seconds);
  // The stage that takes longest may not be the one whose optimizer does.
  if (staggered) longestOptimizer = Math.min(longestOptimizer, Math.max(0, seconds - pipelineSeconds));
  const waiting = played.seconds - runs[0].played.seconds;
  return {
    ...{ timeline, seconds, pipelineSeconds, freeMessageSeconds, waiting },
    optimizerSeconds: longestOptimizer,
  };
}

function lengthOf(flows: readonly { readonly seconds: number }[]): number {
  return flows.reduce((sum, { seconds }) => sum + seconds, 0);
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
    if (schedule === 'zb-h2') return zeroBubbleWide(stage, stages, microbatches);
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

function* recordPipeline(recorder: Recorder, run: PlayedReplica): Generator<number> {
  for (const [index, row] of run.rows.entries()) {
    recordRow(recorder, run, row);
    if (index % 16 === 15) yield index / run.rows.length;
  }
}

/** Records the passes of one class and the traffic beside them. */
function recordRow(
  recorder: Recorder,
  { plan, pipeline, played, lastBackwards }: PlayedReplica,
  row: Row,
): void {
  const { stages, chunks, mirrored } = plan;
  const { stage, cls, firstClass } = row;
  const each = microbatchesOfChunk(plan);
  const pattern = (entries: readonly PatternEntry[]) => recorder.pattern(besideSlower(entries, row.share));
  const cells = plan.cells.slice(stage * chunks, (stage + 1) * chunks);
  const forward = cells.map((cell) => pattern(cell.forward));
  const backward = cells.map((cell) => pattern(cell.backward));
  const weights = cells.map((cell) => (cell.weights ? pattern(cell.weights.pattern) : -1));
  const last = cells.map((cell, chunk) => {
    const entries = lastBackwards[stage * chunks + chunk].pattern;
    if (entries !== reducingPass(cell).pattern) return pattern(entries);
    return (cell.weights ? weights : backward)[chunk];
  });
  const first = cells.map((cell, chunk) =>
    cell.firstForward ? pattern(cell.firstForward.pattern) : forward[chunk],
  );
  const besideFirst = cells.map(({ firstForward, ...cell }) => {
    const { data, hidden } = firstForward ?? { data: cell.forwardData, hidden: cell.forwardHidden };
    return trafficPatterns(recorder, data, hidden);
  });
  /** When the gathering of updated weights is through so far. */
  let gathered = 0;
  const beside = [
    cells.map((cell) => trafficPatterns(recorder, cell.forwardData, cell.forwardHidden)),
    cells.map((cell) => trafficPatterns(recorder, cell.backwardData, cell.backwardHidden)),
    cells.map(() => []),
  ];
  const bytes = plan.setting.message?.bytes ?? 0;
  const backwardOf = (chunk: number, isLast: boolean) =>
    (isLast ? pipeline.lastBackward : pipeline.backward)[stage * chunks + chunk];
  const order = pipeline.orders[stage];
  const previous = firstClass + ((stage + stages - 1) % stages);
  const next = firstClass + ((stage + 1) % stages);
  for (let i = 0; i < order.pass.length; i++) {
    const at = played.first[stage] + i;
    const microbatch = order.microbatch[i];
    const chunk = order.chunk[i];
    const isLast = microbatch % each === each - 1;
    const isForward = order.pass[i] === 0 || order.pass[i] === 4;
    const isFirst = isForward && microbatch % each === 0;
    let start = played.start[at];
    const before = isFirst ? cells[chunk].firstForward?.before : null;
    if (before && before.seconds > 0) {
      // Planned for a pipeline without messages; what comes later begins later, and is there in time all the same.
      const from = Math.min(Math.max(before.from, gathered), start);
      const end = Math.min(from + before.seconds, start);
      const { bytes } = before;
      const span = { start: from, end, kind: Kind.dataAllGather, bytes, microbatch, chunk };
      if (end > from) recorder.span(cls, Stream.data, span);
      gathered = end;
    }
    for (const pass of SHOWN[order.pass[i]]) {
      const isReducing = pass === (cells[chunk].weights ? 2 : 1);
      const own = [forward, backward, weights][pass];
      const end = order.pass[i] === 3 && pass === 1 ? start + backwardOf(chunk, isLast) : played.end[at];
      recorder.span(cls, Stream.compute, {
        ...{ start, end, kind: PASS_KINDS[pass], microbatch, chunk },
        pattern: (isFirst ? first : isReducing && isLast ? last : own)[chunk],
      });
      for (const { stream, ...traffic } of (isFirst ? besideFirst : beside[pass])[chunk]) {
        // Sums round: what ends with its pass would end after it, and the next would begin before that.
        const until = Math.min(start + traffic.end, end);
        recorder.span(cls, stream, {
          ...traffic,
          ...{ start: start + traffic.start, end: until, microbatch, chunk },
        });
        if (isFirst && stream === Stream.data) gathered = until;
      }
      start = end;
    }
    const sent = played.sent[at];
    if (Number.isNaN(sent) || pipeline.message[stage] === 0) continue;
    const isBackward = !isForward;
    // Of mirrored pipelines the second chunk's way leads down.
    const up = isBackward === (mirrored && chunk === 1);
    recorder.span(cls, isBackward ? Stream.sendBackward : Stream.sendForward, {
      ...{ start: sent, end: sent + pipeline.message[stage], microbatch, chunk, bytes },
      kind: isBackward ? Kind.sendBackward : Kind.sendForward,
      peer: up ? next : previous,
    });
  }
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
    if (entries.length === 0) return [];
    const bytes = flows.reduce((sum, span) => sum + span.bytes, 0);
    const reduces = flows.find((span) => span.kind === Kind.dataReduceScatter);
    const end = start + entries[entries.length - 1].end;
    return [
      { stream, start, end, bytes, kind: (reduces ?? flows[0]).kind, pattern: recorder.pattern(entries) },
    ];
  });
}
