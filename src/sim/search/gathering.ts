import type { ReducingPlan } from '../run/gradients.ts';
import { runPass } from '../run/pass.ts';
import { type CellTimes, type ModelPasses, partsOf } from './cells.ts';
import type { Content, Split } from './split.ts';

/** The first forward pass of a chunk, beside which its updated weights are gathered (run/updates.ts). */
export interface Gathering {
  /** Seconds of the collectives, one after the other. */
  readonly total: number;
  /** Seconds of the pass with all of them beside it. */
  readonly pass: number;
}

/** Layers of a sort that are played: by the third a pass is in step with what is gathered for it. */
const PLAYED = 3;

/** Plays first passes; every layer beyond the third adds what the third added. */
export function gatherings(
  { traffic, setting }: ReducingPlan,
  passes: ModelPasses,
): (content: Content) => Gathering {
  const played = (content: Content): Gathering => {
    let total = 0;
    const parts = partsOf(content, passes).map(({ forward }) => {
      const gathers = traffic.updates(forward.weights);
      for (const { seconds } of gathers) total += seconds;
      return { ...forward, gathers };
    });
    return { total, pass: runPass(parts, setting).seconds };
  };
  return (content) => {
    const { dense, mixture } = content;
    let { total, pass } = played({
      ...content,
      dense: Math.min(dense, PLAYED),
      mixture: Math.min(mixture, PLAYED),
    });
    for (const sort of ['dense', 'mixture'] as const) {
      const more = content[sort] - PLAYED;
      if (more <= 0) continue;
      const alone = (count: number) =>
        played({ dense: 0, mixture: 0, embedding: false, head: false, [sort]: count });
      const [three, two] = [alone(PLAYED), alone(PLAYED - 1)];
      total += more * (three.total - two.total);
      pass += more * (three.pass - two.pass);
    }
    return { total, pass };
  };
}

/**
 * By how much a step takes longer whose updated weights are gathered beside its first forward passes: those that a stage has
 * not gathered when its first microbatch comes. That microbatch's way through all stages bears the sum; of further
 * chunks, which begin when all stages are at work, the stage that waits longest.
 */
export function gatheringSeconds(
  { stages, chunks, contentOf }: Split,
  cells: readonly CellTimes[],
  gatheringOf: readonly Gathering[],
  mirrored: boolean,
): number {
  const count = stages.length;
  const gathered = new Array<number>(count).fill(0);
  let seconds = 0;
  let reached = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (mirrored) reached = 0;
    let sum = 0;
    let longest = 0;
    for (let step = 0; step < count; step++) {
      const stage = mirrored && chunk === 1 ? count - 1 - step : step;
      const content = contentOf[stage * chunks + chunk];
      const { total, pass } = gatheringOf[content];
      const { forward } = cells[content];
      const left = total - Math.min(total, Math.max(0, reached - gathered[stage]));
      const longer = left > 0 ? Math.max(left - forward, (left / total) * (pass - forward)) : 0;
      gathered[stage] += total;
      reached += forward;
      sum += longer;
      longest = Math.max(longest, longer);
    }
    if (mirrored) seconds = Math.max(seconds, sum);
    else seconds += chunk === 0 ? sum : longest;
  }
  return Math.max(0, seconds);
}
