import '../../state/laterWords.ts';
import { lazy, Suspense } from 'react';
import { fixedPart } from '../../state/lock.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { BatchFields } from './BatchFields.tsx';
import { ChipFields } from './ChipFields.tsx';
import { ClusterField } from './ClusterField.tsx';
import { EstimateLine } from './EstimateLine.tsx';
import { FaultFields } from './FaultFields.tsx';
import { LayoutFields } from './LayoutFields.tsx';
import { ModelField } from './ModelField.tsx';
import { FixedNote } from './Padlock.tsx';
import { RunFields } from './RunFields.tsx';
import { ScenarioTools } from './ScenarioTools.tsx';
import { useAttempt } from './useAttempt.ts';

const SearchPanel = lazy(async () => ({ default: (await import('../search/SearchPanel.tsx')).SearchPanel }));

/** Fields that have a place of their own for what is wrong with them. */
const PLACED = /^(parallel|training|cluster|run)(\.|$)/;

/** What is asked: model, cluster, layout, batch. Every change runs a new step; what cannot be changes nothing. */
export function ScenarioPanel() {
  const words = useWords();
  const { problem, attempt } = useAttempt();
  const locked = useRainier((state) => state.locked);
  const ofModel = problem && !PLACED.test(problem.field) ? problem.message : undefined;
  return (
    <section className="scenario" aria-label={words('scenario.label')}>
      <h2 className="unseen">{words('scenario.label')}</h2>
      <EstimateLine />
      <ScenarioTools />
      <FixedNote />
      <ModelField attempt={attempt} problem={ofModel} />
      <ClusterField attempt={attempt} />
      <ChipFields attempt={attempt} problem={problem} />
      <LayoutFields attempt={attempt} problem={problem} />
      <Suspense>
        <SearchPanel attempt={attempt} />
      </Suspense>
      <BatchFields attempt={attempt} problem={problem} />
      <RunFields attempt={attempt} problem={problem} />
      <FaultFields attempt={attempt} />
      <button
        type="button"
        className="plain"
        onClick={() => attempt((scenario) => fixedPart(locked, scenario))}
      >
        {words('scenario.reset')}
      </button>
    </section>
  );
}
