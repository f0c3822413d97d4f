import { ScenarioError } from '../../scenario/error.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { ResolvedScenario, Scenario } from '../../scenario/scenario.ts';
import type { Breakdown } from '../../timeline/summary.ts';
import { stepSummary } from '../step.ts';
import { createEstimator } from './estimate.ts';
import { estimate } from './explain.ts';
import type { Found, Kept } from './kept.ts';
import { onLayout } from './layout.ts';
import type { Answer, Ranked } from './ranked.ts';
import { searchSlices } from './search.ts';
import { withStrikingFaults } from './struck.ts';
import { lossOf, sentenceOf, type Told, whyItLoses } from './why.ts';

/** Searches, plays the best twenty by events, and says of the others why they lose. Throws as `resolveScenario`. */
export function search(asked: Scenario): Answer {
  const slices = searchSlices(asked);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return answer(asked, slice.value);
  }
}

/** A layout as it is told, and its step per whole batch: with a dead chip some of it is left undone. */
interface Tale {
  readonly ranked: Omit<Ranked, 'bytes' | 'why' | 'loss'>;
  readonly told: Told;
}

/**
 * The answer to what was kept. With `play` false no step is simulated: the closed form tells the order. Where the scenario has
 * faults, the best are played with them and told by the seconds of a whole batch; a layout that they leave no replica
 * is passed over. Throws what the faults of a scenario are refused with where none is left.
 */
export function answer(asked: Scenario, kept: Kept, play = true): Answer {
  const base = resolveScenario(asked);
  const { globalBatch, sequence } = base.training;
  const estimator = createEstimator(base);
  const closed = ({ layout }: Found): Tale => {
    const told = estimate(onLayout(base, asked, layout), estimator);
    const { seconds, mfu, feasible, breakdown } = told;
    return { ranked: { layout, seconds, estimate: seconds, mfu, fits: feasible, breakdown }, told };
  };
  const played = (found: Found): Tale => {
    const { ranked, told } = closed(found);
    const scenario = withStrikingFaults(onLayout(base, asked, found.layout));
    const { step, breakdown, memory } = stepSummary(scenario);
    const { seconds, mfu } = step;
    const whole = (globalBatch * sequence) / step.tokens;
    return {
      ranked: { ...ranked, seconds, mfu, breakdown },
      told: { memory: { ...told.memory, total: memory.total }, ...scaled(seconds, breakdown, whole) },
    };
  };
  const first = kept.fastest.length > 0 ? kept.fastest : kept.smallest ? [kept.smallest] : [];
  const tales = play ? running(first, played) : first.map(closed);
  tales.sort((a, b) => a.told.seconds - b.told.seconds);
  const best = tales[0];
  const closedBest = best && closed({ ...first[0], layout: best.ranked.layout });
  const rankedOf = ({ ranked, told }: Tale, against: Tale): Ranked => {
    const same = ranked.layout === against.ranked.layout && ranked.fits;
    const loss = same ? null : lossOf(told, against.told);
    return { ...ranked, bytes: told.memory.total, why: loss && sentenceOf(loss), loss };
  };
  return {
    ranked: tales.map((tale) => rankedOf(tale, best)),
    front: kept.front.map((found) => rankedOf(closed(found), closedBest)),
    counts: kept.counts,
    training: { globalBatch, sequence },
    ...(base.faults.length > 0 && { note: FAULTY }),
  };
}

const FAULTY =
  'found for the healthy machine; the best are played with its faults, and stand in the order of tokens a second';

/** Those that run. Throws what stops the first where none does. */
function running(found: readonly Found[], play: (found: Found) => Tale): Tale[] {
  const tales: Tale[] = [];
  let refused: unknown = null;
  for (const each of found) {
    try {
      tales.push(play(each));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      refused ??= error;
    }
  }
  if (tales.length === 0 && refused !== null) throw refused;
  return tales;
}

function scaled(seconds: number, breakdown: Breakdown, by: number): Pick<Told, 'seconds' | 'breakdown'> {
  const parts = Object.entries(breakdown).map(([part, time]) => [part, time * by]);
  return { seconds: seconds * by, breakdown: Object.fromEntries(parts) as Breakdown };
}

/** Why a layout loses against another, both resolved. */
export function compare(own: ResolvedScenario, best: typeof own): string {
  return whyItLoses(estimate(own), estimate(best));
}
