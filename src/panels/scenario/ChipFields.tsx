import { type ReactNode, useId } from 'react';
import { chips } from '../../facts/chips.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import {
  chipChoices,
  chipId,
  linkSpeed,
  speedChoices,
  usualFabric,
  withChip,
  withChips,
  withLinkSpeed,
  withNetworkSpeed,
} from './described.ts';
import type { Change } from './file.ts';
import { NumberField } from './NumberField.tsx';
import { Padlock, useFixed } from './Padlock.tsx';
import type { Problem } from './useAttempt.ts';

const GB = 1e9;
const DESCRIBED = 'described';

/** A term with its unit under it. */
function Of({ term, unit }: { term: ReactNode; unit: string }) {
  return (
    <>
      {term}
      <small className="unit">{unit}</small>
    </>
  );
}

interface ChipFieldsProps {
  readonly attempt: (change: Change) => void;
  readonly problem: Problem | null;
}

/** How many chips of which kind, and how fast their links are. */
export function ChipFields({ attempt, problem }: ChipFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const id = useId();
  const scenario = useRainier((state) => state.scenario);
  const cluster = useRainier((state) => state.resolved.cluster);
  const usual = usualFabric(scenario, cluster);
  const chip = chipId(scenario, cluster);
  const fixed = useFixed('cluster.chip');
  const isNeuronLink = chip?.startsWith('trainium') ?? true;
  const isEfa = isNeuronLink;
  const links = words(
    isNeuronLink
      ? 'scenario.neuronLink'
      : cluster.scaleUp.kind === 'torus'
        ? 'scenario.torus'
        : 'scenario.switch',
  );
  const network = words(isEfa ? 'scenario.efa' : 'scenario.network');
  const speeds = [linkSpeed(cluster.scaleUp), linkSpeed(usual.scaleUp)] as const;
  const units = [
    words(cluster.scaleUp.kind === 'torus' ? 'scenario.perLink' : 'scenario.perChip'),
    words('scenario.perChip'),
  ] as const;
  const gb = (bytes: number): number => bytes / GB;
  const bytes = (value: number | undefined): number | undefined => (value === undefined ? value : value * GB);
  const problemAt = (field: string): string | undefined =>
    problem?.field.startsWith(`cluster.${field}`) ? problem.message : undefined;
  return (
    <>
      <div className="field">
        <label className="field-term" htmlFor={`${id}-chip`}>
          {fixed ? <Padlock /> : null}
          {words('scenario.chip')}
        </label>
        <select
          id={`${id}-chip`}
          disabled={fixed}
          value={chip ?? DESCRIBED}
          onChange={({ target }) => {
            if (target.value !== DESCRIBED) attempt((asked) => withChip(asked, cluster, target.value));
          }}
        >
          {chip === null ? <option value={DESCRIBED}>{words('scenario.chip.own')}</option> : null}
          {Object.values(chips).map(({ id: key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <NumberField
        path="cluster.chips"
        term={words('scenario.chips')}
        name={words('scenario.chips')}
        value={cluster.chips}
        choices={chipChoices(cluster)}
        slider
        problem={problemAt('chips')}
        onChange={(value) => {
          if (value !== undefined) attempt((asked) => withChips(asked, cluster, value));
        }}
      />
      <NumberField
        path="cluster.scaleUp"
        term={<Of term={isNeuronLink ? <Term word="neuronLink">{links}</Term> : links} unit={units[0]} />}
        name={links}
        value={gb(speeds[0])}
        show={format.digits}
        unit={units[0]}
        auto={speeds[0] === speeds[1]}
        autoWord={words('scenario.usual')}
        choices={speedChoices(gb(speeds[1]))}
        slider
        problem={problemAt('scaleUp')}
        onChange={(value) => attempt((asked) => withLinkSpeed(asked, cluster, bytes(value)))}
      />
      <NumberField
        path="cluster.scaleOut"
        term={<Of term={isEfa ? <Term word="efa">{network}</Term> : network} unit={units[1]} />}
        name={network}
        value={gb(cluster.scaleOut.bandwidth)}
        show={format.digits}
        unit={units[1]}
        auto={cluster.scaleOut.bandwidth === usual.scaleOut.bandwidth}
        autoWord={words('scenario.usual')}
        choices={speedChoices(gb(usual.scaleOut.bandwidth))}
        slider
        problem={problemAt('scaleOut')}
        onChange={(value) => attempt((asked) => withNetworkSpeed(asked, cluster, bytes(value)))}
      />
      <p className="second">
        {cluster.scaleUp.kind === 'torus' && cluster.scaleUp.linkBandwidth.length > 2
          ? `${words('scenario.links.torus', { dims: cluster.scaleUp.dims.join(' × '), z: format.si(cluster.scaleUp.linkBandwidth[2], 'B/s') })} `
          : ''}
        {words('scenario.links.ways')}
      </p>
    </>
  );
}
