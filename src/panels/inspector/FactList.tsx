import type { Depth } from '../../cluster/address.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Format } from '../../look/format.ts';
import { factWords } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import type { Language } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { SourceOf } from '../reading/SourceOf.tsx';
import { useFormat } from '../useFormat.ts';
import { FACTS } from './factsOf.ts';

const GIB = 2 ** 30;
const MIB = 2 ** 20;
/** Units that take no decimal prefix. */
const PLAIN = ['m²', 'US$', 'rack units', 'per building', 'per hall', 'per row'];

/** What is known of places of a depth, each number with its source and how far to trust it. */
export function FactList({ of }: { of: Depth | 'head' }) {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  return (
    <ul className="facts">
      {FACTS[of].map(([key, known]) => (
        <li key={key}>
          <details>
            <summary>
              <span className="fact-name">{words(key)}</span>
              <span className="fact-value">{factText(format, known, lang)}</span>
              <span
                className={`confidence ${known.confidence}`}
                role="img"
                aria-label={words('confidence.label', { level: words(`confidence.${known.confidence}`) })}
              />
            </summary>
            <p className="second">
              {known.note ? `${factWords(known.note, lang)} ` : ''}
              <SourceOf fact={known} />
              {' · '}
              {words('confidence.label', { level: words(`confidence.${known.confidence}`) })}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** A fact as it is read: `96 GiB`, `667 TFLOP/s`, `about a million`. */
export function factText(
  format: Format,
  { value, unit }: Fact<number | string>,
  lang: Language = 'en',
): string {
  if (typeof value === 'string') return factWords(value, lang);
  if (unit === '') return format.digits(value);
  if (unit === 's') return format.seconds(value);
  if (unit === 'share') return format.percent(value);
  if (unit === '°C') return `${format.digits(value)} ${unit}`;
  if (unit === 'B' && (value % GIB === 0 || (value < GIB && value % MIB === 0))) return format.memory(value);
  // As it is stated and as electricity is counted: a cubic metre a joule says nothing.
  if (unit === 'm³/J') return `${format.digits(value * 1e3 * 3.6e6)}\u00a0L/kWh`;
  if (unit === 'US$') return `${format.words(value)} ${unit}`;
  return PLAIN.includes(unit) ? `${format.count(value)} ${factWords(unit, lang)}` : format.si(value, unit);
}
