import { resolveScenario } from '../../scenario/resolve.ts';
import type { ResolvedScenario, Scenario } from '../../scenario/scenario.ts';
import { simulateStep } from '../step.ts';
import { createEstimator } from './estimate.ts';
import { estimate } from './explain.ts';
import type { Found, Kept } from './kept.ts';
import { onLayout } from './layout.ts';
import type { Answer, Ranked } from './ranked.ts';
import { searchSlices } from './search.ts';
import { lossOf, whyItLoses } from './why.ts';

/** Searches, plays the best twenty by events, and says of the others why they lose. Throws as `resolveScenario`. */
export function search(asked: Scenario): Answer {
  const slices = searchSlices(asked);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return answer(asked, slice.value);
  }
}

/** The answer to what was kept. With `play` false no step is simulated: the closed form tells the order. */
export function answer(asked: Scenario, kept: Kept, play = true): Answer {
  const base = resolveScenario(asked);
  const { globalBatch, sequence } = base.training;
  const estimator = createEstimator(base);
  const tell = ({ layout }: Found, byEvents: boolean) => {
    const scenario = onLayout(base, asked, layout);
    const { seconds, mfu, feasible, memory, breakdown } = estimate(scenario, estimator);
    const closed = { layout, seconds, estimate: seconds, mfu, fits: feasible, memory, breakdown };
    if (!byEvents) return closed;
    const { step, breakdown: played } = simulateStep(scenario).summary;
    return { ...closed, seconds: step.seconds, mfu: step.mfu, breakdown: played };
  };
  const first = kept.fastest.length > 0 ? kept.fastest : kept.smallest ? [kept.smallest] : [];
  const played = first.map((found) => tell(found, play)).sort((a, b) => a.seconds - b.seconds);
  const best = played[0];
  const closedBest = best && tell({ ...first[0], layout: best.layout }, false);
  const ranked = (each: ReturnType<typeof tell>, against: typeof each): Ranked => {
    const { memory, ...rest } = each;
    const same = rest.layout === against.layout && rest.fits;
    const why = same ? null : whyItLoses(each, against);
    return { ...rest, bytes: memory.total, why, loss: same ? null : lossOf(each, against) };
  };
  return {
    ranked: played.map((each) => ranked(each, best)),
    front: kept.front.map((found) => ranked(tell(found, false), closedBest)),
    counts: kept.counts,
    training: { globalBatch, sequence },
  };
}

/** Why a layout loses against another, both resolved. */
export function compare(own: ResolvedScenario, best: typeof own): string {
  return whyItLoses(estimate(own), estimate(best));
}
