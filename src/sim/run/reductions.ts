import type { Recorder } from '../../timeline/recorder.ts';
import { type Kind, Stream } from '../../timeline/timeline.ts';
import type { FlowSpan } from './flow.ts';
import type { LastBackward } from './gradients.ts';
import type { Pipeline, Played } from './pipeline.ts';
import { microbatchesOfChunk } from './plan.ts';
import type { Replica } from './slowed.ts';

/** One kind of replica, played. */
export interface PlayedReplica extends Replica {
  readonly pipeline: Pipeline;
  readonly played: Played;
  readonly lastBackwards: readonly LastBackward[];
}

/** Flows, earliest first, as they can be shown on one line: of two at once the one that starts later, with the bytes of
 *  those that it covers. */
export function inLine(flows: readonly (FlowSpan & { readonly chunk?: number })[]) {
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

/** Records the gradient collectives of a stage, beside or after the backward pass of its last microbatch: as the replica
 *  plays them that is through last, for all wait for it. Returns when the last one ends. */
export function recordGradients(recorder: Recorder, runs: readonly PlayedReplica[], stage: number): number {
  // Traffic of the passes themselves is recorded already; it ends with the last of them.
  const earliest = runs.reduce((latest, { plan, played }) => {
    const cells = plan.cells.slice(stage * plan.chunks, (stage + 1) * plan.chunks);
    return cells.some((cell) => cell.backwardData.length > 0) ? Math.max(latest, played.done[stage]) : latest;
  }, 0);
  const { flows, end } = runs
    .map((run) => gradientFlows(run, stage, earliest))
    .reduce((a, b) => (b.end > a.end ? b : a));
  const lines = inLine(flows);
  for (const { rows } of runs) {
    for (const row of rows) {
      if (row.stage === stage) for (const span of lines) recorder.span(row.cls, Stream.data, span);
    }
  }
  return end;
}

function gradientFlows(
  { plan, played, pipeline, lastBackwards }: PlayedReplica,
  stage: number,
  earliest: number,
) {
  const { pass, microbatch, chunk } = pipeline.orders[stage];
  const { cells, chunks } = plan;
  const each = microbatchesOfChunk(plan);
  // When the last flow of each line is through; one line does not wait for the other.
  const free = new Map<string, number>();
  const flows: (FlowSpan & { chunk: number })[] = [];
  for (let i = 0; i < pass.length; i++) {
    const at = stage * chunks + chunk[i];
    const reduces = cells[at].weights ? pass[i] === 2 || pass[i] === 3 : pass[i] === 1;
    if (!reduces || microbatch[i] % each !== each - 1) continue;
    const begin = played.start[played.first[stage] + i] + (pass[i] === 3 ? pipeline.lastBackward[at] : 0);
    for (const span of lastBackwards[at].data) {
      const start = Math.max(free.get(span.queue) ?? earliest, begin + span.start);
      free.set(span.queue, start + span.seconds);
      flows.push({ ...span, start, chunk: chunk[i] });
    }
  }
  return { flows: flows.sort((a, b) => a.start - b.start), end: Math.max(earliest, ...free.values()) };
}
