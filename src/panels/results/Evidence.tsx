import { useWords } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import { reasonText } from './reasonText.ts';

/** How far the step time can be trusted, beside it. */
export function Evidence({ summary: { evidence, step } }: { summary: Summary }) {
  const words = useWords();
  const format = useFormat();
  const below = format.percent(1 - evidence.low / step.seconds);
  const above = format.percent(evidence.high / step.seconds - 1);
  const band = below === above ? `±${above}` : `−${below}, +${above}`;
  return (
    <div className={`evidence ${evidence.level}`}>
      <p>
        <Term word="evidence">{words(`results.evidence.${evidence.level}`)}</Term>
        {', '}
        {words('results.evidence.band', {
          low: format.seconds(evidence.low),
          high: format.seconds(evidence.high),
        })}{' '}
        <span className="band">({band})</span>
      </p>
      <p className="second">{reasonText(words, format, evidence.reason)}</p>
    </div>
  );
}
