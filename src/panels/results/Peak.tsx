import type { Precision } from '../../facts/chip.ts';
import { factAt } from '../../facts/record.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { factName } from '../../state/phrase.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { factText } from '../inspector/FactList.tsx';
import { useFormat } from '../useFormat.ts';

interface PeakProps {
  readonly chip: ResolvedScenario['cluster']['chip'];
  readonly precision: Precision;
}

/** The published peak that utilisation is a share of, as the way to who published it. Nothing for a chip that the record
 *  does not hold, or of which a link changed the peak. */
export function Peak({ chip, precision }: PeakProps) {
  const { store } = useSession();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  const path = `${chip.name.toLowerCase()}.peak.${precision}`;
  const known = factAt(path);
  if (!known || known.value !== chip.peak[precision]) return null;
  return (
    <button
      type="button"
      className="plain"
      onClick={() => store.setState({ reading: 'sources', sought: path })}
    >
      <b>{factText(format, known, lang)}</b> {chip.name}, {factName(path, lang)}
    </button>
  );
}
