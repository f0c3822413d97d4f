import type { Precision } from '../../facts/chip.ts';
import type { Recompute, Scenario, TrainingRequest } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Term } from '../Term.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import type { Change } from './file.ts';
import type { Problem } from './useAttempt.ts';

const PRECISIONS: readonly Precision[] = ['bf16', 'fp16', 'fp8', 'mxfp8', 'nvfp4'];
const RECOMPUTES = ['none', 'selective', 'full'] as const;
const SHARDS = [0, 1, 2, 3] as const;
const OPTIMIZERS = ['adam', 'sgd'] as const;

interface TrainingFieldsProps {
  readonly attempt: (change: Change) => void;
  readonly problem: Problem | null;
}

/** How numbers are kept and what fills the memory: format, recomputation, sharding, optimizer. */
export function TrainingFields({ attempt, problem }: TrainingFieldsProps) {
  const words = useWords();
  const asked = useRainier((state) => state.scenario.training);
  const { training, cluster } = useRainier((state) => state.resolved);
  const set = <K extends keyof TrainingRequest>(name: K, value: TrainingRequest[K]): void =>
    attempt((scenario) => withTraining(scenario, name, value));
  const problemOf = (name: string): string | undefined =>
    problem?.field === `training.${name}` ? problem.message : undefined;
  const recomputeName = (recompute: Recompute): string =>
    words(`recompute.${typeof recompute === 'string' ? recompute : 'some'}`);
  return (
    <>
      <ChoiceField
        path="training.precision"
        term={<Term word="precision" />}
        name={words('term.precision')}
        value={asked?.precision}
        derived={training.precision.toUpperCase()}
        options={PRECISIONS.filter((format) => format in cluster.chip.peak).map((format) => [
          format,
          format.toUpperCase(),
        ])}
        problem={problemOf('precision')}
        onChange={(value) => set('precision', value)}
      />
      <ChoiceField
        path="training.recompute"
        term={<Term word="recompute" />}
        name={words('term.recompute')}
        value={typeof asked?.recompute === 'string' ? asked.recompute : undefined}
        derived={recomputeName(training.recompute)}
        options={RECOMPUTES.map((name) => [name, recomputeName(name)])}
        problem={problemOf('recompute')}
        onChange={(value) => set('recompute', value)}
      />
      <ChoiceField
        path="training.zero"
        term={<Term word="zero" />}
        name={words('term.zero')}
        value={asked?.zero}
        derived={`ZeRO-${training.zero}`}
        options={SHARDS.map((stage) => [stage, words(`zero.${stage}`)])}
        problem={problemOf('zero')}
        onChange={(value) => set('zero', value)}
      />
      <ChoiceField
        path="training.optimizer"
        term={<Term word="optimizer" />}
        name={words('term.optimizer')}
        value={asked?.optimizer}
        derived={words(`optimizer.${training.optimizer}`)}
        options={OPTIMIZERS.map((name) => [name, words(`optimizer.${name}`)])}
        onChange={(value) => set('optimizer', value)}
      />
    </>
  );
}

/** A field of the training given or left open. */
export function withTraining<K extends keyof TrainingRequest>(
  scenario: Scenario,
  name: K,
  value: TrainingRequest[K],
): Scenario {
  const { [name]: _, ...rest } = scenario.training ?? {};
  return { ...scenario, training: value === undefined ? rest : { ...rest, [name]: value } };
}
