import type { Fault } from '../../scenario/scenario.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { faultText } from '../results/faultText.ts';
import { useFormat } from '../useFormat.ts';

/** Slows a chip down, stops it, or mends it; a pressed button pressed again mends. */
export function Faulty({ at }: { readonly at: string }) {
  const words = useWords();
  const { changeScenario } = useSession();
  const faults = useRainier((state) => state.scenario.faults);
  const format = useFormat();
  const told = useRainier((state) => state.result?.summary.faults);
  const present = faults?.find((fault) => fault.at === at && fault.kind !== 'link')?.kind;
  const put = (kind: Fault['kind']) => () =>
    changeScenario(({ faults: before = [], ...scenario }) => {
      const others = before.filter((fault) => fault.at !== at || fault.kind === 'link');
      const after = kind === present ? others : [...others, { at, kind }];
      return after.length > 0 ? { ...scenario, faults: after } : scenario;
    });
  return (
    <>
      <p className="ways">
        {(['straggler', 'chip'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="plain"
            aria-pressed={kind === present}
            onClick={put(kind)}
          >
            {words(kind === present ? 'inspect.mend' : `inspect.fault.${kind}`)}
          </button>
        ))}
      </p>
      {present && told ? <p className="fault">{faultText(words, format, told)}</p> : null}
    </>
  );
}
