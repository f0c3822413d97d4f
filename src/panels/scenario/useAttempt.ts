import { useState } from 'react';
import { ScenarioError } from '../../scenario/error.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { Scenario } from '../../scenario/scenario.ts';
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
      const scenario = allowed(change, store.getState().scenario);
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

/** The changed scenario. A batch given earlier that no longer divides becomes automatic. Throws what is wrong. */
export function allowed(change: Change, scenario: Scenario): Scenario {
  const changed = change(scenario);
  try {
    resolveScenario(changed);
    return changed;
  } catch (error) {
    const kept = changed.training?.globalBatch;
    const isOld = kept !== undefined && kept === scenario.training?.globalBatch;
    if (!(isOld && error instanceof ScenarioError && error.field === 'training.globalBatch')) throw error;
    const { globalBatch: _, ...training } = changed.training ?? {};
    const loosened = { ...changed, training };
    resolveScenario(loosened);
    return loosened;
  }
}
