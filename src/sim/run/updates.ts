import type { Flow } from './flow.ts';
import { type Pass, type PassPart, type PassSetting, playPass } from './pass.ts';
import type { Traffic } from './traffic.ts';

/** A chunk's forward pass as it is planned, and the weights of its parts. */
export interface ForwardPart extends PassPart {
  readonly weights: { readonly dense: number; readonly experts: number };
}

/** A chunk: its parts in order, and the seconds of an ordinary forward pass. */
export interface ForwardChunk {
  readonly parts: readonly ForwardPart[];
  readonly seconds: number;
}

/** The first forward pass of a chunk with the gathering of its updated weights beside it. */
export interface FirstForward extends Pass {
  /** What was gathered while the chunk still waited for its first microbatch: from when in the step, seconds and bytes. */
  readonly before: { readonly from: number; readonly seconds: number; readonly bytes: number };
}

/**
 * First forward passes where updated weights are gathered beside them, chunk c of stage s at [s·chunks + c]. A stage begins to
 * gather when the step does, one chunk after the other; what comes before its first microbatch reaches it costs nothing, what is
 * still missing then is waited for part by part. Null where nothing is gathered.
 */
export function firstForwards(
  cells: readonly ForwardChunk[],
  stages: number,
  traffic: Traffic,
  setting: PassSetting,
  mirrored = false,
): (FirstForward | null)[] {
  const chunks = cells.length / stages;
  const found: (FirstForward | null)[] = cells.map(() => null);
  const gathered = new Float64Array(stages);
  for (const way of ways(stages, chunks, mirrored)) {
    // Seconds until the first microbatch reaches the chunk.
    let reached = 0;
    for (const { stage, chunk } of way) {
      const index = stage * chunks + chunk;
      const { parts, seconds } = cells[index];
      const all = parts.map(({ weights }) => traffic.updates(weights));
      const total = all.flat().reduce((sum, cost) => sum + cost.seconds, 0);
      if (total > 0) {
        const ahead = Math.min(total, Math.max(0, reached - gathered[stage]));
        const { left, bytes } = without(all, ahead);
        const pass = playPass(
          parts.map((part, at) => ({ ...part, gathers: left[at] })),
          setting,
        );
        found[index] = { ...pass, before: { from: gathered[stage], seconds: ahead, bytes } };
        gathered[stage] += total;
      }
      reached += seconds;
    }
  }
  return found;
}

/** The chunks that a microbatch visits, in order: one way through all of them, or one each from both ends. */
function ways(stages: number, chunks: number, mirrored: boolean): { stage: number; chunk: number }[][] {
  const up = Array.from({ length: stages }, (_, stage) => stage);
  if (mirrored)
    return [up.map((stage) => ({ stage, chunk: 0 })), up.toReversed().map((stage) => ({ stage, chunk: 1 }))];
  return [Array.from({ length: chunks }, (_, chunk) => up.map((stage) => ({ stage, chunk }))).flat()];
}

/** The collectives that are left when the first `seconds` of them are over, and the bytes of those. */
function without(all: readonly Flow[][], seconds: number): { left: Flow[][]; bytes: number } {
  let over = seconds;
  let bytes = 0;
  const left = all.map((costs) =>
    costs.flatMap((cost) => {
      const done = Math.min(over, cost.seconds);
      const share = done / cost.seconds;
      over -= done;
      bytes += share * cost.bytes;
      // What rounding leaves of a collective is none.
      return share < 1 - 1e-9
        ? [{ ...cost, seconds: cost.seconds - done, bytes: (1 - share) * cost.bytes }]
        : [];
    }),
  );
  return { left, bytes };
}
