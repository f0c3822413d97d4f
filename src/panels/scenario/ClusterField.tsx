import { useId } from 'react';
import { clusters } from '../../facts/clusters.ts';
import { factWords } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { clusterName } from '../clusterName.ts';
import { useFormat } from '../useFormat.ts';
import { type Change, withCluster } from './file.ts';
import { Padlock, useFixed } from './Padlock.tsx';

const OWN = 'own';

/** Which state of the cluster the step runs on, with its date. */
export function ClusterField({ attempt }: { attempt: (change: Change) => void }) {
  const words = useWords();
  const format = useFormat();
  const id = useId();
  const lang = useRainier((state) => state.lang);
  const cluster = useRainier((state) => state.resolved.cluster);
  const fixed = useFixed('cluster');
  const preset = cluster.id === null ? undefined : clusters[cluster.id];
  const chips = format.count(cluster.chips);
  return (
    <div id="cluster" className="field wide">
      <label htmlFor={`${id}-cluster`}>
        {fixed ? <Padlock /> : null}
        {words('scenario.cluster')}
      </label>
      <select
        id={`${id}-cluster`}
        disabled={fixed}
        value={cluster.id ?? OWN}
        onChange={({ target }) => {
          if (target.value !== OWN) attempt((scenario) => withCluster(scenario, target.value));
        }}
      >
        {preset ? null : (
          <option value={OWN}>
            {words('scenario.cluster.own', { name: clusterName(cluster, words, format, lang) })}
          </option>
        )}
        {Object.values(clusters).map(({ id: key, name }) => (
          <option key={key} value={key}>
            {factWords(name, lang)}
          </option>
        ))}
      </select>
      <p className="second">
        {preset ? `${words('scenario.cluster.date', { date: factWords(preset.date, lang) })} ` : ''}
        {cluster.site && cluster.site.buildings > 1
          ? words('scenario.cluster.counts', { chips, buildings: format.count(cluster.site.buildings) })
          : words('scenario.cluster.count', { chips })}
        {preset ? `. ${factWords(preset.note, lang)}` : ''}
      </p>
    </div>
  );
}
