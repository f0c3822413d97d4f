import '../../state/laterWords.ts';
import { depthOf, formatAddress, parentOf, parseAddress } from '../../cluster/address.ts';
import { placeName } from '../../state/names.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { usePopulation } from '../usePopulation.ts';
import { FactList } from './FactList.tsx';
import { Faulty } from './Faulty.tsx';
import { Groups } from './Groups.tsx';
import { LoadPlots } from './LoadPlots.tsx';
import { Now } from './Now.tsx';
import { Rank } from './Rank.tsx';

/** The selected place, or the one the visitor is at: what it is, what is known of it, what it does now. */
export function Inspector() {
  const words = useWords();
  const { flyTo } = useSession();
  const at = useRainier((state) => state.selected ?? state.view.at);
  const here = useRainier((state) => state.view.at);
  const job = useRainier((state) => state.job);
  const timeline = useRainier((state) => state.result?.timeline);
  const scenario = useRainier((state) => state.resultOf);
  const population = usePopulation(at);
  const address = parseAddress(at) ?? [];
  if (!job || !population) return <p>{words('inspect.unplaced')}</p>;
  const depth = depthOf(address);
  const head = depth === 'tray' && address[5] === 1;
  const { halls, rows, filled, positions } = job.site;
  const counts = { halls, rows, filled, positions };
  const parent = parentOf(address);
  return (
    <section className="inspector" aria-label={words('inspect.label')}>
      <h2 className="subject">{placeName(words, address)}</h2>
      <p>
        {depth === 'building'
          ? words('is.building', counts)
          : depth === 'hall'
            ? words('is.hall', counts)
            : depth === 'row'
              ? words('is.row', counts)
              : words(head ? 'is.head' : `is.${depth}`)}
      </p>
      <p className="ways">
        {at === here ? null : (
          <button type="button" className="plain" onClick={() => void flyTo(at)}>
            {words('inspect.goIn')}
          </button>
        )}
        {address.length === 0 ? null : (
          <button type="button" className="plain" onClick={() => void flyTo(formatAddress(parent))}>
            {words('inspect.up', { place: placeName(words, parent) })}
          </button>
        )}
      </p>
      {timeline && scenario && population.working > 0 ? (
        <>
          <h3>{words('inspect.now')}</h3>
          <Now population={population} timeline={timeline} scenario={scenario} />
          <LoadPlots population={population} timeline={timeline} scenario={scenario} />
        </>
      ) : null}
      <h3>{words('inspect.rank')}</h3>
      <Rank address={address} job={job} population={population} />
      {population.chips > 0 ? <Groups address={address} /> : null}
      {depth === 'chip' && population.working > 0 ? <Faulty at={formatAddress(address)} /> : null}
      <h3>{words('inspect.facts')}</h3>
      <FactList of={head ? 'head' : depth} />
    </section>
  );
}
