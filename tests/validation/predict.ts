import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { ResolvedScenario } from '../../src/scenario/scenario.ts';
import { stepSummary } from '../../src/sim/step.ts';
import type { Summary } from '../../src/timeline/summary.ts';
import { measuredSeconds } from './measured.ts';
import { isRun, type Row, stackOf } from './row.ts';
import { scenarioOf } from './scenarioOf.ts';

/** One line of the output of `npm run validate -- --json`. */
export interface Entry {
  readonly id: string;
  readonly stack: string;
  readonly quantity: 'seconds' | 'bytes';
  readonly measured: number | null;
  /** null where the row could not be run. */
  readonly predicted: number | null;
  /** predicted ÷ measured − 1. */
  readonly error: number | null;
  readonly note: string;
}

/** What a row's candidates came to. */
interface Run {
  readonly scenario: ResolvedScenario;
  readonly summary: Summary;
}

/** Predicts all rows that say something about a step and are not exempt. */
export function predict(rows: readonly Row[]): Entry[] {
  return rows.filter((row) => isRun(row) && !row.exempt).flatMap(predictRow);
}

export function predictRow(row: Row): Entry[] {
  const stack = stackOf(row);
  const entry = (
    quantity: Entry['quantity'],
    measured: number | null,
    predicted: number | null,
    note: string,
  ) => ({
    ...{ id: row.id, stack, quantity, measured, predicted, note },
    error: measured !== null && predicted !== null ? predicted / measured - 1 : null,
  });
  const wanted = row.kind === 'memory' ? 'bytes' : 'seconds';
  try {
    const { scenarios, open } = scenarioOf(row);
    const { scenario, summary } = best(scenarios.map(resolved));
    const note = [
      open.length > 0 ? `best feasible ${open.map((name) => told(name, scenario)).join(', ')}` : '',
      row.provenance === 'recalled' ? 'recalled' : '',
    ]
      .filter(Boolean)
      .join('; ');
    const entries: Entry[] = [];
    const seconds = measuredSeconds(row, scenario);
    if (!(summary.step.seconds > 0 && Number.isFinite(summary.step.seconds))) {
      throw new Error(`the step is predicted to take ${summary.step.seconds} s`);
    }
    if (seconds !== null && !(seconds > 0 && Number.isFinite(seconds))) {
      throw new Error(`measured must be above 0: ${seconds} s`);
    }
    if (seconds !== null) entries.push(entry('seconds', seconds, summary.step.seconds, note));
    const bytes =
      row.measured.memoryGB == null || !(row.measured.memoryGB > 0) ? null : row.measured.memoryGB * 1e9;
    if (bytes !== null) entries.push(entry('bytes', bytes, summary.memory.total, note));
    return entries.length > 0 ? entries : [entry(wanted, null, null, 'nothing measured that is modelled')];
  } catch (error) {
    return [entry(wanted, null, null, error instanceof Error ? error.message : String(error))];
  }
}

function resolved(request: Parameters<typeof resolveScenario>[0]): Run | Error {
  try {
    const scenario = resolveScenario(request);
    return { scenario, summary: stepSummary(scenario) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The fastest that fits in memory; where none fits (activations may be kept on the host), the fastest of all. */
function best(runs: readonly (Run | Error)[]): Run {
  const ran = runs.filter((run) => !(run instanceof Error)) as Run[];
  if (ran.length === 0) throw runs[0] ?? new Error('no layout has the virtual stages that it names');
  const fits = ran.filter((run) => run.summary.feasible);
  const pool = fits.length > 0 ? fits : ran;
  return pool.reduce((a, b) => (b.summary.step.seconds < a.summary.step.seconds ? b : a));
}

const WORDS: Readonly<Record<string, (scenario: ResolvedScenario) => unknown>> = {
  recompute: (scenario) => scenario.training.recompute,
  microbatch: (scenario) => scenario.training.microbatch,
  vpp: (scenario) => scenario.parallel.virtual,
  ep: (scenario) => scenario.parallel.expert,
  tp: (scenario) => scenario.parallel.tensor,
  pp: (scenario) => scenario.parallel.pipeline,
};

function told(name: string, scenario: ResolvedScenario): string {
  return `${name} ${WORDS[name](scenario)}`;
}
