import { useWords } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';

/** How far the step time can be trusted, beside it. */
export function Evidence({ summary: { evidence, step } }: { summary: Summary }) {
  const words = useWords();
  const format = useFormat();
  const percent = (seconds: number): string => {
    const share = format.percent(Math.abs(seconds / step.seconds - 1));
    return `${seconds < step.seconds ? '−' : '+'}${share}`;
  };
  return (
    <div className={`evidence ${evidence.level}`}>
      <p>
        <Term word="evidence">{words(`results.evidence.${evidence.level}`)}</Term>
        {', '}
        {words('results.evidence.band', {
          low: format.seconds(evidence.low),
          high: format.seconds(evidence.high),
        })}{' '}
        <span className="band">
          ({percent(evidence.low)} / {percent(evidence.high)})
        </span>
      </p>
      <p className="second">{evidence.because}</p>
    </div>
  );
}
