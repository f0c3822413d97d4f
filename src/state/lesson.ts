import { writeScenarioQuery } from '../scenario/query.ts';
import { parseScenario } from '../scenario/schema.ts';
import { firstLesson } from '../text/lessons/first.ts';
import type { Activity, Check, Lesson, Measure, Question, Variant } from '../text/lessons/lesson.ts';
import type { Summary } from '../timeline/summary.ts';
import { WHOLE_SCENARIO } from './lock.ts';

export type { Activity, Check, Lesson, Measure, Question, Variant } from '../text/lessons/lesson.ts';

/** The lesson that comes with the site. */
export const lesson: Lesson = firstLesson;

/** Summaries of an activity's cases, by id. */
export type Outcomes = Readonly<Record<string, Summary>>;

/** The query of the link that opens a case, everything set and its scenario locked. */
export function linkOf({ scenario, at }: Variant, lang: string): string {
  const pairs: Record<string, string> = { ...writeScenarioQuery(parseScenario(scenario)) };
  if (at) pairs.at = at;
  const written = Object.entries({ ...pairs, lang, play: '0', lock: WHOLE_SCENARIO }).map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',')}`,
  );
  return `?${written.join('&')}`;
}

/** A number of a step: seconds, tokens a second, bytes of the fullest chip, replicas, or a share (`filling`, 1 is full). */
export function measure({ step, breakdown, memory, faults, parallel, run }: Summary, name: Measure): number {
  const numbers: Readonly<Record<Measure, number>> = {
    seconds: step.seconds,
    compute: breakdown.compute,
    tensor: breakdown.tensor,
    bubble: breakdown.bubble,
    throughput: step.tokensPerSecond,
    weights: memory.parameters,
    gradients: memory.gradients,
    optimizer: memory.optimizer,
    activations: memory.activations,
    memory: memory.total,
    filling: memory.total / memory.capacity,
    replicas: Number(parallel.data),
    stopped: faults?.stopped ?? 0,
    waiting: faults?.waiting ?? 0,
    failure: run?.mtbf ?? Number.POSITIVE_INFINITY,
  };
  return numbers[name];
}

/** Whether the simulation says so. Throws where the case is not among the outcomes. */
export function holds({ of, measure: name, per, least, most }: Check, outcomes: Outcomes): boolean {
  const numberOf = (id: string): number => {
    const summary = outcomes[id];
    if (!summary) throw new Error(`check names no case of the activity: ${id}`);
    return measure(summary, name);
  };
  const value = per === undefined ? numberOf(of) : numberOf(of) / numberOf(per);
  return value >= (least ?? Number.NEGATIVE_INFINITY) && value < (most ?? Number.POSITIVE_INFINITY);
}

/** Which option of a question is right, from 0. Throws where the simulation leaves none, or more than one. */
export function rightOption({ ask, options }: Question, outcomes: Outcomes): number {
  const right = options.flatMap(({ right: checks }, i) =>
    checks.every((check) => holds(check, outcomes)) ? [i] : [],
  );
  if (right.length !== 1)
    throw new Error(`question must have one right option: ${typeof ask === 'string' ? ask : ask.en}`);
  return right[0];
}

/** Simulates every case of an activity, one after the other. */
export async function outcomesOf(
  { variants }: Activity,
  simulate: (scenario: Variant['scenario']) => Promise<Summary>,
): Promise<Outcomes> {
  const outcomes: Record<string, Summary> = {};
  for (const { id, scenario } of variants) outcomes[id] = await simulate(scenario);
  return outcomes;
}
