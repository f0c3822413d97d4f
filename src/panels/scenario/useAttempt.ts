import { useState } from 'react';
import { ScenarioError } from '../../scenario/error.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { isFixed, withFixed } from '../../state/lock.ts';
import { problemText } from '../../state/problem.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { notify } from '../../state/store.ts';
import type { Change } from './file.ts';

/** What is wrong with the last thing asked, in the visitor's language, and with which field. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** Changes the scenario if it can be; else says why, beside the field and as a notice, and keeps what is shown. */
export function useAttempt(): { problem: Problem | null; attempt: (change: Change) => void } {
  const { store, changeScenario } = useSession();
  const lang = useRainier((state) => state.lang);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = (change: Change): void => {
    try {
      const { scenario: before, locked } = store.getState();
      const scenario = allowed(change, before, locked);
      setProblem(null);
      changeScenario(() => scenario);
    } catch (error) {
      const { message } = error as Error;
      setProblem({ field: error instanceof ScenarioError ? error.field : '', message });
      notify(store, message);
    }
  };
  return { problem: problem && { ...problem, message: problemText(problem.message, lang) }, attempt };
}

/** Fields that may give way for another one, nearest first; a field that is not named gives way itself. */
const GIVES_WAY: Readonly<Record<string, readonly string[]>> = {
  parallel: ['parallel.data', 'parallel.pipeline', 'parallel.context', 'parallel.tensor'],
  'parallel.pipeline': ['parallel.virtual', 'parallel.pipeline'],
  'parallel.context': ['parallel.context', 'training.sequence'],
  'training.sequence': ['parallel.context', 'parallel.sequenceParallel', 'training.sequence'],
};

/** The changed scenario. What was given earlier and cannot be beside the change becomes automatic: sizes whose product
 *  would exceed the chips, a batch that no longer divides; what is locked stays. Throws what is wrong where nothing can
 *  give way. */
export function allowed(change: Change, scenario: Scenario, locked: readonly string[] = []): Scenario {
  let changed = withFixed(locked, scenario, change(scenario));
  for (;;) {
    try {
      resolveScenario(changed);
      return changed;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      const { field } = error;
      const old = (GIVES_WAY[field] ?? [field]).find((path) => {
        const now = given(changed, path);
        return now !== undefined && now === given(scenario, path) && !isFixed(locked, path);
      });
      if (old === undefined) throw error;
      changed = opened(changed, old);
    }
  }
}

type Part = Readonly<Record<string, unknown>> | undefined;

function partOf(
  scenario: Scenario,
  path: string,
): { name: 'parallel' | 'training'; part: Part; key: string } {
  const [name, key] = path.split('.') as ['parallel' | 'training', string];
  return { name, key, part: scenario[name] as Part };
}

/** A plain value of layout or training as it was asked for. */
function given(scenario: Scenario, path: string): unknown {
  if (!/^(parallel|training)\.\w+$/.test(path)) return undefined;
  const { part, key } = partOf(scenario, path);
  return part?.[key];
}

function opened(scenario: Scenario, path: string): Scenario {
  const { name, part, key } = partOf(scenario, path);
  const { [key]: _, ...rest } = part ?? {};
  return { ...scenario, [name]: rest };
}
