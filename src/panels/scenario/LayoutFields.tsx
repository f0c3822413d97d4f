import type { ParallelRequest, Scenario, Schedule } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import { ChoiceField } from './ChoiceField.tsx';
import {
  contextChoices,
  dataChoices,
  expertChoices,
  expertTensorChoices,
  pipelineChoices,
  tensorChoices,
  virtualChoices,
} from './choices.ts';
import type { Change } from './file.ts';
import { NumberField } from './NumberField.tsx';
import type { Problem } from './useAttempt.ts';

const SIZES = [
  ['tensor', tensorChoices],
  ['context', contextChoices],
  ['pipeline', pipelineChoices],
  ['virtual', virtualChoices],
  ['data', dataChoices],
  ['expert', expertChoices],
  ['expertTensor', expertTensorChoices],
] as const;
/** Sizes that only models with experts have. */
const OF_EXPERTS: readonly string[] = ['expert', 'expertTensor'];
/** The sizes that make up the chips: slid, the others stepped. */
const SLID: readonly string[] = ['tensor', 'pipeline', 'data'];

/** The schedules that are simulated. */
const SCHEDULES: readonly Schedule[] = ['gpipe', '1f1b', 'interleaved', 'zb-h1', 'zb-h2', 'dualpipe'];

interface LayoutFieldsProps {
  readonly attempt: (change: Change) => void;
  readonly problem: Problem | null;
}

/** How the model is cut over the chips: each size given or automatic. */
export function LayoutFields({ attempt, problem }: LayoutFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const resolved = useRainier((state) => state.resolved);
  const asked = useRainier((state) => state.scenario.parallel);
  const { tensor, context, pipeline, data, schedule } = resolved.parallel;
  const hasExperts = resolved.model.experts !== null;
  return (
    <>
      <h3>{words('scenario.layout')}</h3>
      <p className="second">{words('scenario.layout.explain')}</p>
      {SIZES.filter(([name]) => hasExperts || !OF_EXPERTS.includes(name)).map(([name, choices]) => (
        <NumberField
          key={name}
          path={`parallel.${name}`}
          term={<Term word={name} />}
          name={words(`scenario.${name}`)}
          value={resolved.parallel[name]}
          auto={asked?.[name] === undefined}
          choices={choices(resolved)}
          slider={SLID.includes(name)}
          problem={problem?.field === `parallel.${name}` ? problem.message : undefined}
          onChange={(value) => attempt((scenario) => withSize(scenario, name, value))}
        />
      ))}
      <ChoiceField
        path="parallel.schedule"
        term={<Term word="schedule" />}
        name={words('scenario.schedule')}
        value={asked?.schedule}
        derived={words(`schedule.${schedule}`)}
        options={SCHEDULES.map((name) => [name, words(`schedule.${name}`)])}
        problem={problem?.field === 'parallel.schedule' ? problem.message : undefined}
        onChange={(value) => attempt((scenario) => withSchedule(scenario, value))}
      />
      <p className="second">
        {words('scenario.layout.uses', {
          tensor,
          context,
          pipeline,
          data: format.count(data),
          ranks: format.count(tensor * context * pipeline * data),
        })}
      </p>
      {problem?.field === 'parallel' ? <p className="fault">{problem.message}</p> : null}
    </>
  );
}

/** A size given or left open. Chunks and schedule go together: giving the chunks leaves the schedule open. */
export function withSize(
  scenario: Scenario,
  name: (typeof SIZES)[number][0],
  value: number | undefined,
): Scenario {
  const { [name]: _, ...rest } = scenario.parallel ?? {};
  const parallel: ParallelRequest = value === undefined ? rest : { ...rest, [name]: value };
  if (name !== 'virtual') return { ...scenario, parallel };
  const { schedule: __, ...open } = parallel;
  return { ...scenario, parallel: open };
}

/** A schedule given or left open; the chunks follow it. */
export function withSchedule(scenario: Scenario, schedule: Schedule | undefined): Scenario {
  const { schedule: _, virtual: __, ...rest } = scenario.parallel ?? {};
  return { ...scenario, parallel: schedule === undefined ? rest : { ...rest, schedule } };
}
