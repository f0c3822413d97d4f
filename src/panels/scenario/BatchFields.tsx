import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import { globalBatchChoices, microbatchChoices, sequenceChoices } from './choices.ts';
import type { Change } from './file.ts';
import { NumberField } from './NumberField.tsx';
import { TrainingFields, withTraining } from './TrainingFields.tsx';
import type { Problem } from './useAttempt.ts';

const FIELDS = [
  ['sequence', sequenceChoices, 'scenario.unit.tokens'],
  ['globalBatch', globalBatchChoices, 'scenario.unit.sequences'],
  ['microbatch', microbatchChoices, 'scenario.unit.sequences'],
] as const;

interface BatchFieldsProps {
  readonly attempt: (change: Change) => void;
  readonly problem: Problem | null;
}

/** What the replicas learn from in one step. */
export function BatchFields({ attempt, problem }: BatchFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const resolved = useRainier((state) => state.resolved);
  const asked = useRainier((state) => state.scenario.training);
  const { sequence, globalBatch, microbatch } = resolved.training;
  return (
    <>
      <h3>{words('scenario.batch')}</h3>
      {FIELDS.map(([name, choices, unit]) => (
        <NumberField
          key={name}
          path={`training.${name}`}
          term={<Term word={name} />}
          name={words(`scenario.${name}`)}
          value={resolved.training[name]}
          auto={asked?.[name] === undefined}
          choices={choices(resolved)}
          unit={words(unit)}
          slider={name !== 'microbatch'}
          problem={problem?.field === `training.${name}` ? problem.message : undefined}
          onChange={(value) => attempt((scenario) => withTraining(scenario, name, value))}
        />
      ))}
      <p className="second">
        {words('scenario.batch.tokens', {
          count: format.words(sequence * globalBatch),
          microbatches: format.count(globalBatch / (resolved.parallel.data * microbatch)),
        })}
      </p>
      {asked?.globalBatch === undefined ? <p className="second">{words('scenario.batch.assumed')}</p> : null}
      <h3>{words('scenario.training')}</h3>
      <TrainingFields attempt={attempt} problem={problem} />
    </>
  );
}
