import '../../state/laterWords.ts';
import { useMemo } from 'react';
import type { Format } from '../../look/format.ts';
import { useWords } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';
import { type Step, waterfall } from '../../timeline/waterfall.ts';
import { useFormat } from '../useFormat.ts';
import { signed } from './signed.ts';
import { WaterfallChart } from './WaterfallChart.tsx';

/** A difference smaller than this share of the step is none. */
const LEAST = 1e-4;

/** The numbers that are held against each other. */
const NUMBERS = [
  ['results.step', ({ step }: Summary) => step.seconds, (f: Format, v: number) => f.seconds(v)],
  ['results.mfu', ({ step }: Summary) => step.mfu, (f: Format, v: number) => f.percent(v)],
  ['compare.tokens', ({ step }: Summary) => step.tokens, (f: Format, v: number) => f.short(v)],
  ['results.tokens', ({ step }: Summary) => step.tokensPerSecond, (f: Format, v: number) => f.short(v)],
  ['results.memory', ({ memory }: Summary) => memory.total, (f: Format, v: number) => f.memory(v)],
  [
    'compare.energy',
    ({ power, step }: Summary) => power.joulesPerStep / step.tokens,
    (f: Format, v: number) => f.si(v, 'J'),
  ],
] as const;

/** A against B: the numbers, and what the difference of their step times is made of. */
export function Comparison({ a, b }: { readonly a: Step; readonly b: Step }) {
  const words = useWords();
  const format = useFormat();
  const difference = useMemo(() => waterfall(a, b), [a, b]);
  const most = difference.terms.reduce((x, y) => (Math.abs(y.seconds) > Math.abs(x.seconds) ? y : x));
  const tokens = b.summary.step.tokens / a.summary.step.tokens;
  return (
    <section aria-labelledby="comparison">
      <h3 id="comparison">{words('compare.label')}</h3>
      <table className="amounts">
        <thead>
          <tr>
            <td />
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col">B / A</th>
          </tr>
        </thead>
        <tbody>
          {NUMBERS.map(([key, of, text]) => {
            const [before, after] = [of(a.summary), of(b.summary)];
            return (
              <tr key={key}>
                <th scope="row">{words(key)}</th>
                <td>{text(format, before)}</td>
                <td>{text(format, after)}</td>
                <td>{format.digits(after / before)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {Math.abs(tokens - 1) < 1e-9 ? null : <p>{words('compare.batch', { ratio: format.digits(tokens) })}</p>}
      {Math.abs(most.seconds) < LEAST * difference.from ? null : (
        <p>
          {words('compare.most', {
            term: words(`compare.term.${most.term}`),
            seconds: signed(format, most.seconds),
          })}
        </p>
      )}
      <WaterfallChart waterfall={difference} />
    </section>
  );
}
