import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { faultText } from '../results/faultText.ts';
import { Swatch } from '../Swatch.tsx';
import { useFormat } from '../useFormat.ts';

/** What faults do to chips, and to the step. */
export function FaultsKey() {
  const words = useWords();
  const format = useFormat();
  const none = useRainier((state) => (state.resultOf ?? state.resolved).faults.length === 0);
  const told = useRainier((state) => state.result?.summary.faults);
  if (none) return <p className="more">{words('layer.fault.none')}</p>;
  return (
    <>
      <ul aria-label={words('layer.faults')}>
        {(['fault', 'slowed', 'stopped'] as const).map((of) => (
          <li key={of}>
            <Swatch of={of} />
            {words(`layer.fault.${of}`)}
          </li>
        ))}
      </ul>
      {told ? <p className="more">{faultText(words, format, told)}</p> : null}
    </>
  );
}
