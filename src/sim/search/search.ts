import { layoutProblem } from '../../scenario/check.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { ResolvedScenario, Scenario } from '../../scenario/scenario.ts';
import { greatestDivisor } from './divisor.ts';
import { createEstimator, type Estimator } from './estimate.ts';
import { type Found, fastest, front, KEPT, type Kept, merge, nothingKept } from './kept.ts';
import { onLayout } from './layout.ts';
import { type Space, searchSpace } from './space.ts';
import { withStrikingFaults } from './struck.ts';

/** What part of a search is done by one thread: units `index`, `index + of`, … */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** A search of which some units are done. */
export interface Partial {
  readonly done: number;
  readonly kept: Kept;
}

export interface SearchOptions {
  readonly shard?: Shard;
  /** False evaluates every layout that obeys the rules, whether it fits or not. */
  readonly prune?: boolean;
}

/**
 * Looks at every layout of a scenario's space, by the closed form. Yields what it has after each unit; what is kept in
 * the end, counts included, does not depend on how the units are shared out, for a unit is pruned by the scouts and
 * by itself alone. Of faults there is no closed form: layouts are found for the healthy machine, and the best are played
 * with its faults (answer.ts). Throws as `resolveScenario`.
 */
export function* searchSlices(
  asked: Scenario,
  { shard = { index: 0, of: 1 }, prune = true }: SearchOptions = {},
): Generator<Partial, Kept> {
  const base = resolveScenario(asked);
  // Faults that cannot be are refused before anything is looked at.
  withStrikingFaults(base);
  const space = searchSpace(asked, base);
  const estimator = createEstimator(base);
  const search: Search = { asked, base, space, estimator, prune };
  const scouted = prune ? yield* scout(search) : nothingKept();
  let kept = scouted;
  yield { done: 0, kept };
  const units = space.units.map((_, index) => index).filter((index) => index % shard.of === shard.index);
  // Scouts are bounds and a first answer; the units find them again.
  const parts: Kept[] = [];
  for (let i = 0; i < units.length; i++) {
    parts.push(searchUnit(search, units[i], scouted));
    kept = merge(parts.splice(0));
    parts.push(kept);
    yield { done: (i + 1) / units.length, kept: i + 1 < units.length ? withScouts(kept, scouted) : kept };
  }
  return parts.length > 0 ? kept : nothingKept();
}

interface Search {
  readonly asked: Scenario;
  readonly base: ResolvedScenario;
  readonly space: Space;
  readonly estimator: Estimator;
  readonly prune: boolean;
}

/** What is shown before the end: the scouts count too. A scout has no place in the space, so it may stand beside itself. */
function withScouts(kept: Kept, scouted: Kept): Kept {
  const { fastest, front } = merge([kept, scouted]);
  return { ...kept, fastest, front };
}

/** Units whose scouts are looked at before what they found is told. */
const SCOUTED_AT_ONCE = 4;

/** A few layouts of every unit, those of far and near ones in turn: what the first few find is a good answer already. */
function* scout({ space, base, asked, estimator }: Search): Generator<Partial, Kept> {
  const told = (found: readonly Found[]): Kept => ({
    ...nothingKept(),
    fastest: fastest(found),
    front: front(found),
  });
  let found: Found[] = [];
  let looked = 0;
  for (const index of spread(space.units.length)) {
    let position = 0;
    for (const layout of space.scouts(space.units[index])) {
      position++;
      const scenario = onLayout(base, asked, layout);
      if (layoutProblem(scenario)) continue;
      const bytes = estimator.bytes(scenario);
      if (bytes > base.cluster.chip.memory) continue;
      found.push({ layout, bytes, seconds: estimator.closed(scenario).seconds, at: [index, -position] });
    }
    if (++looked % SCOUTED_AT_ONCE !== 0) continue;
    const kept = told(found);
    found = [...new Set([...kept.fastest, ...kept.front])];
    yield { done: 0, kept };
  }
  return told(found);
}

/** All numbers below `count`, each far from the one before: steps of the golden section, or of the nearest number that shares
 *  no divisor with `count`. */
function* spread(count: number): Generator<number> {
  let step = Math.max(1, Math.round(0.618 * count));
  while (greatestDivisor(count, step) > 1) step++;
  for (let i = 0; i < count; i++) yield (i * step) % count;
}

/** Layouts held before those that are neither among the best nor on the front are let go. */
const MOST_HELD = 1000;

/** All layouts of a unit that could be among the best or on the front. */
function searchUnit(search: Search, unit: number, scouted: Kept): Kept {
  const { space, base, asked, estimator, prune } = search;
  const { counts } = nothingKept();
  const capacity = base.cluster.chip.memory;
  let found: Found[] = [];
  let smallest: Found | null = null;
  let position = 0;
  const bounds = bound(scouted);
  for (const layout of space.layouts(space.units[unit])) {
    const at: Found['at'] = [unit, position++];
    counts.enumerated++;
    const scenario = onLayout(base, asked, layout);
    if (layoutProblem(scenario)) {
      counts.broken++;
      continue;
    }
    const bytes = estimator.bytes(scenario);
    if (smallest === null || bytes < smallest.bytes) smallest = { layout, seconds: Number.NaN, bytes, at };
    if (prune) {
      if (bytes > capacity) {
        counts.tooLarge++;
        continue;
      }
      if (bounds.excludes(estimator.leastSeconds(scenario), bytes)) {
        counts.tooSlow++;
        continue;
      }
    }
    const closed = estimator.closedUnless(scenario, (least) => prune && bounds.excludes(least, bytes));
    if (!closed) {
      counts.tooSlow++;
      continue;
    }
    counts.evaluated++;
    if (bytes > capacity) continue;
    found.push({ layout, bytes, seconds: closed.seconds, at });
    if (found.length >= MOST_HELD) found = [...new Set([...fastest(found), ...front(found)])];
  }
  return { fastest: fastest(found), front: front(found), smallest, counts };
}

/** What is known to be good: a layout that takes at least `seconds` with `bytes` need not be looked at. */
function bound({ fastest, front }: Kept): { excludes(seconds: number, bytes: number): boolean } {
  const last = fastest.length === KEPT ? fastest[KEPT - 1].seconds : Number.POSITIVE_INFINITY;
  return {
    excludes: (seconds, bytes) =>
      seconds > last && front.some((each) => each.seconds < seconds && each.bytes <= bytes),
  };
}
