import { reliability } from '../../facts/reliability.ts';
import type { RunRequest, Scenario } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import type { Change } from './file.ts';
import { NumberField } from './NumberField.tsx';
import { Padlock, useFixed } from './Padlock.tsx';
import type { Problem } from './useAttempt.ts';

const HOUR = 3600;
const BILLION = 1e9;
/** Tokens of a run that is planned by the press of a button: those of Llama 3.1, about. */
const USUAL_TOKENS = 15e12;
const TOKENS = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 20_000, 50_000, 100_000];
const HOURS = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
const SECONDS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600];
/** Times that training stands still. */
const PAUSES = ['checkpoint', 'recovery'] as const;

interface RunFieldsProps {
  readonly attempt: (change: Change) => void;
  readonly problem: Problem | null;
}

/** The run that the step belongs to: how much text, how often a chip fails, and what that costs. */
export function RunFields({ attempt, problem }: RunFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const fixed = useFixed('run');
  const run = useRainier((state) => state.scenario.run);
  const set = (part: RunRequest): void => attempt((scenario) => withRun(scenario, part));
  const problemOf = (name: string): string | undefined =>
    problem?.field === `run.${name}` ? problem.message : undefined;
  return (
    <>
      <h3 id="run">
        {fixed && !run?.tokens ? <Padlock /> : null}
        {words('run.label')}
      </h3>
      <p className="second">{words('run.explain')}</p>
      {run?.tokens === undefined ? (
        <button
          type="button"
          className="plain"
          disabled={fixed}
          onClick={() => set({ tokens: USUAL_TOKENS })}
        >
          {words('run.plan', { tokens: format.words(USUAL_TOKENS) })}
        </button>
      ) : (
        <>
          <NumberField
            path="run.tokens"
            term={
              <>
                {words('run.tokens')}
                <small className="unit">{words('run.billion')}</small>
              </>
            }
            name={words('run.tokens')}
            unit={words('run.billion')}
            value={run.tokens / BILLION}
            choices={TOKENS}
            slider
            problem={problemOf('tokens')}
            onChange={(value) => set({ tokens: value === undefined ? undefined : value * BILLION })}
          />
          <NumberField
            path="run.chipMtbf"
            term={
              <>
                {words('run.mtbf')}
                <small className="unit">{words('run.hours')}</small>
              </>
            }
            name={words('run.mtbf')}
            unit={words('run.hours')}
            value={(run.chipMtbf ?? reliability.chipMtbf.value) / HOUR}
            auto={run.chipMtbf === undefined}
            choices={HOURS}
            slider
            problem={problemOf('chipMtbf')}
            onChange={(value) => set({ chipMtbf: value === undefined ? undefined : value * HOUR })}
          />
          {PAUSES.map((field) => {
            const seconds = run[field] ?? run.checkpoint ?? reliability.checkpoint.value;
            return (
              <NumberField
                key={field}
                path={`run.${field}`}
                term={
                  <>
                    {words(`run.${field}`)}
                    <small className="unit">{words('run.seconds')}</small>
                  </>
                }
                name={words(`run.${field}`)}
                unit={words('run.seconds')}
                value={seconds}
                auto={run[field] === undefined}
                choices={SECONDS}
                slider
                problem={problemOf(field)}
                onChange={(value) => set({ [field]: value })}
              />
            );
          })}
          <button
            type="button"
            className="plain"
            disabled={fixed}
            onClick={() => attempt(({ run: _, ...rest }) => rest)}
          >
            {words('run.none')}
          </button>
        </>
      )}
    </>
  );
}

/** Fields of the run given, or left open where undefined. */
export function withRun(scenario: Scenario, part: RunRequest): Scenario {
  const merged = Object.entries({ ...scenario.run, ...part }).filter(([, value]) => value !== undefined);
  return { ...scenario, run: Object.fromEntries(merged) };
}
