import { scaleLinear } from 'd3-scale';
import { useWords } from '../../state/words.tsx';
import type { Waterfall } from '../../timeline/waterfall.ts';
import { useFormat } from '../useFormat.ts';
import { type Bar, barsOf } from './bars.ts';
import { signed } from './signed.ts';

/** Units of the drawing: it is as wide as the panel, a row of it as high as a line of text. */
const WIDTH = 300;
const ROW = 22;
const NAMES = 104;
const NUMBERS = 64;

/** The way from A to B, bar by bar: what is lost to the right, what is gained to the left. The table behind it says the same. */
export function WaterfallChart({ waterfall }: { readonly waterfall: Waterfall }) {
  const words = useWords();
  const format = useFormat();
  const bars = barsOf(waterfall);
  const [least, most] = [
    Math.min(...bars.slice(1, -1).map(({ low }) => low), waterfall.from, waterfall.to),
    Math.max(...bars.map(({ high }) => high)),
  ];
  // Where the difference is small against the step, the axis begins near it; the cut is drawn.
  const begin = least > 0.6 * most ? Math.max(0, least - 0.6 * (most - least)) : 0;
  const x = scaleLinear([begin, most], [NAMES, WIDTH - NUMBERS]);
  const nameOf = ({ name }: Bar): string =>
    name === 'from' ? 'A' : name === 'to' ? 'B' : words(`compare.term.${name}`);
  const numberOf = ({ name, seconds }: Bar): string =>
    name === 'from' || name === 'to' ? format.seconds(seconds) : signed(format, seconds);
  return (
    <figure className="waterfall">
      <svg viewBox={`0 0 ${WIDTH} ${ROW * bars.length}`} aria-hidden="true" focusable="false">
        {bars.map((bar, row) => {
          const whole = bar.name === 'from' || bar.name === 'to';
          const left = x(Math.max(begin, bar.low));
          const end = x(bar.high);
          const next = bars[row + 1];
          const sum = whole ? bar.high : bar.seconds > 0 ? bar.high : bar.low;
          return (
            <g key={bar.name} transform={`translate(0 ${row * ROW})`}>
              <text x={NAMES - 6} y={ROW * 0.66} textAnchor="end">
                {nameOf(bar)}
              </text>
              <rect
                className={whole ? 'whole' : bar.seconds > 0 ? 'loss' : 'gain'}
                x={left}
                y={4}
                width={Math.max(1, end - left)}
                height={ROW - 8}
              />
              {whole && begin > 0 ? (
                <path className="cut" d={`M${NAMES + 6} 2l-3 ${ROW - 4}m5 ${4 - ROW}l-3 ${ROW - 4}`} />
              ) : null}
              {next && row < bars.length - 1 ? <path className="step" d={`M${x(sum)} ${ROW - 4}v8`} /> : null}
              <text className="number" x={WIDTH - NUMBERS + 5} y={ROW * 0.66}>
                {numberOf(bar)}
              </text>
            </g>
          );
        })}
      </svg>
      <table className="unseen">
        <caption>{words('compare.label')}</caption>
        <tbody>
          <tr>
            <th scope="row">A</th>
            <td>{format.seconds(waterfall.from)}</td>
          </tr>
          {waterfall.terms.map(({ term, seconds }) => (
            <tr key={term}>
              <th scope="row">{words(`compare.term.${term}`)}</th>
              <td>{signed(format, seconds)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">B</th>
            <td>{format.seconds(waterfall.to)}</td>
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
