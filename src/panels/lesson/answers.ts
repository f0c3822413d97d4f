import { factAt } from '../../facts/record.ts';
import type { Format } from '../../look/format.ts';
import { type Activity, type Measure, measure, type Outcomes } from '../../state/lesson.ts';
import type { Language } from '../../state/store.ts';
import { factText } from '../inspector/FactList.tsx';

/** How the numbers of a measure are read. */
const READ: Readonly<Record<Measure, 'seconds' | 'memory' | 'words' | 'count' | 'percent'>> = {
  seconds: 'seconds',
  compute: 'seconds',
  tensor: 'seconds',
  bubble: 'seconds',
  throughput: 'words',
  weights: 'memory',
  gradients: 'memory',
  optimizer: 'memory',
  activations: 'memory',
  memory: 'memory',
  filling: 'percent',
  replicas: 'count',
  stopped: 'count',
  waiting: 'seconds',
  failure: 'seconds',
};

/** A smaller change than this is none: cases differ by microseconds of fibre that the class cannot see. */
const LEAST_CHANGE = 5e-4;

/** A number of a case as the panels show it. */
export function numberText(format: Format, outcomes: Outcomes, id: string, name: Measure): string {
  return format[READ[name]](measure(outcomes[id], name));
}

/** By how much a number differs from the first case's, `+26.6%`; null where it does not, or where that one is 0. */
export function changeText(format: Format, outcomes: Outcomes, first: string, id: string, name: Measure) {
  const before = measure(outcomes[first], name);
  const change = measure(outcomes[id], name) / before - 1;
  if (before === 0 || !(Math.abs(change) >= LEAST_CHANGE)) return null;
  // A true minus is as wide as a plus.
  return `${change > 0 ? '+' : '−'}${format.percent(Math.abs(change))}`;
}

/** The holes of an activity's words that facts fill. */
export function factHoles(format: Format, { facts }: Activity, lang: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([hole, path]) => {
      const known = factAt(path);
      return [hole, known ? factText(format, known, lang) : path];
    }),
  );
}

/** Those that the simulated cases fill: `slow_seconds`, `slow_seconds_change`. */
export function answerHoles(
  format: Format,
  { variants }: Activity,
  outcomes: Outcomes,
): Record<string, string> {
  const holes: Record<string, string> = {};
  for (const { id } of variants)
    for (const name of Object.keys(READ) as Measure[]) {
      holes[`${id}_${name}`] = numberText(format, outcomes, id, name);
      const change = changeText(format, outcomes, variants[0].id, id, name);
      if (change) holes[`${id}_${name}_change`] = change;
    }
  return holes;
}
