import { useEffect, useRef } from 'react';
import { formatAddress, parseAddress } from '../../cluster/address.ts';
import type { Fault } from '../../scenario/scenario.ts';
import { chipPlace } from '../../state/chip.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { usePicked } from '../layers/usePicked.ts';
import { faultText } from '../results/faultText.ts';
import { useFormat } from '../useFormat.ts';
import type { Change } from './file.ts';
import { Padlock, useFixed } from './Padlock.tsx';

/** Numbers of an UltraServer's address. */
const ULTRASERVER = 4;
const HALF = 0.5;

/** What is broken, where, and what that costs; more of it, and its repair. */
export function FaultFields({ attempt }: { attempt: (change: Change) => void }) {
  const words = useWords();
  const format = useFormat();
  const { flyTo } = useSession();
  const fixed = useFixed('faults');
  const faults = useRainier((state) => state.scenario.faults) ?? [];
  const told = useRainier((state) => state.result?.summary.faults);
  const chip = usePicked(useRainier(chipPlace));
  const answer = useRef<HTMLParagraphElement>(null);
  const asked = useRef(false);
  // What was asked for is answered where it is read.
  useEffect(() => {
    if (asked.current && told) answer.current?.scrollIntoView({ block: 'nearest' });
    asked.current = false;
  }, [told]);
  if (!chip) return null;
  const box = formatAddress((parseAddress(chip.address) ?? []).slice(0, ULTRASERVER));
  const kinds: readonly Fault[] = [
    { at: chip.address, kind: 'chip' },
    { at: chip.address, kind: 'straggler', factor: HALF },
    { at: box, kind: 'link', factor: HALF },
  ];
  const present = ({ at, kind }: Fault): boolean => faults.some((f) => f.at === at && f.kind === kind);
  const put = (fault: Fault): void => {
    asked.current = true;
    attempt((scenario) => ({
      ...scenario,
      // A chip is dead or slow, not both.
      faults: [
        ...(scenario.faults ?? []).filter(
          ({ at, kind }) => at !== fault.at || (kind === 'link') !== (fault.kind === 'link'),
        ),
        fault,
      ],
    }));
  };
  const mend = (index: number): void =>
    attempt(({ faults: before = [], ...scenario }) => {
      const after = before.filter((_, i) => i !== index);
      return after.length > 0 ? { ...scenario, faults: after } : scenario;
    });
  return (
    <>
      <h3 id="faults">
        {fixed ? <Padlock /> : null}
        {words('scenario.faults')}
      </h3>
      <p className="second">{words('scenario.faults.explain', { chip: chip.address })}</p>
      <p className="choices">
        {kinds.map((fault) => (
          <button
            key={fault.kind}
            type="button"
            className="plain"
            disabled={fixed || present(fault) || chip.rank < 0}
            onClick={() => put(fault)}
          >
            {words(`scenario.faults.${fault.kind}`)}
          </button>
        ))}
      </p>
      {faults.length > 0 ? (
        <ul className="faults">
          {faults.map((fault, i) => (
            <li key={`${fault.kind} ${fault.at} ${fault.to ?? ''}`}>
              <button type="button" className="address" onClick={() => void flyTo(fault.at)}>
                {words(`layer.fault.name.${fault.kind}`)}, {fault.at}
              </button>
              <button
                type="button"
                className="plain"
                disabled={fixed}
                aria-label={words('scenario.faults.mend', { place: fault.at })}
                onClick={() => mend(i)}
              >
                {words('inspect.mend')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {faults.length > 0 && told ? (
        <p ref={answer} className="fault" role="status">
          {faultText(words, format, told)}
        </p>
      ) : null}
    </>
  );
}
