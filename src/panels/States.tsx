import { campusStates } from '../facts/campus.ts';
import { useRainier, useSession } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import { withCluster } from './scenario/file.ts';
import { useFixed } from './scenario/Padlock.tsx';

/** The campus on its three dates, to switch between; nothing for other clusters. */
export function States() {
  const words = useWords();
  const { changeScenario } = useSession();
  const id = useRainier((state) => state.resolved.cluster.id);
  const fixed = useFixed('cluster');
  if (!campusStates.some(({ cluster }) => cluster === id)) return null;
  return (
    <fieldset className="states" aria-label={words('states.label')}>
      {campusStates.map(({ cluster, buildings }) => (
        <button
          key={cluster}
          type="button"
          aria-pressed={cluster === id}
          disabled={fixed}
          onClick={() => changeScenario((scenario) => withCluster(scenario, cluster))}
        >
          {words(`states.${cluster as 'rainier-2025'}`)} <span>{buildings.value}</span>
        </button>
      ))}
    </fieldset>
  );
}
