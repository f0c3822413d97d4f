import { type ReactNode, useId, useState } from 'react';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';
import { useFormat } from '../useFormat.ts';
import { readAmount } from './amount.ts';
import { nearest, neighbour } from './choices.ts';
import { Padlock, useFixed } from './Padlock.tsx';

interface NumberFieldProps {
  /** Where it stands in the scenario. */
  readonly path: string;
  /** The words before it, a term that explains itself. */
  readonly term: ReactNode;
  /** The same in plain words, for the labels of its buttons. */
  readonly name: string;
  readonly value: number;
  /** True where the value is derived; left out where it cannot be. */
  readonly auto?: boolean;
  /** What its button says, where that is not "auto". */
  readonly autoWord?: string;
  /** How the value is written; as a count where not given. */
  readonly show?: (value: number) => string;
  readonly choices: readonly number[];
  readonly unit?: string;
  /** Also draws a slider over the choices. */
  readonly slider?: boolean;
  /** What is wrong with it. */
  readonly problem?: string;
  /** undefined: derive it. */
  readonly onChange: (value: number | undefined) => void;
}

/** A whole number: typed, stepped, slid, or automatic. */
export function NumberField({
  path,
  term,
  name,
  value,
  auto,
  autoWord,
  show,
  choices,
  unit,
  slider = false,
  problem,
  onChange,
}: NumberFieldProps) {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  const id = useId();
  const fixed = useFixed(path);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    setDraft(null);
    const asked = readAmount(draft, lang);
    if (draft.trim() !== '' && asked !== value) onChange(asked);
  };
  const written = (show ?? format.count)(value);
  const less = neighbour(choices, value, -1);
  const more = neighbour(choices, value, 1);
  return (
    <div className="field">
      <span className="field-term">
        {fixed ? <Padlock /> : null}
        {term}
      </span>
      <span className="field-value">
        <button
          type="button"
          className="step"
          aria-label={words('scenario.less', { field: name })}
          disabled={fixed || less === value}
          onClick={() => onChange(less)}
        >
          <Icon name="less" />
        </button>
        <input
          type="text"
          inputMode="numeric"
          disabled={fixed}
          aria-label={unit ? `${name}, ${unit}` : name}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          value={draft ?? written}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') setDraft(null);
          }}
        />
        <button
          type="button"
          className="step"
          aria-label={words('scenario.more', { field: name })}
          disabled={fixed || more === value}
          onClick={() => onChange(more)}
        >
          <Icon name="more" />
        </button>
        {auto === undefined ? null : (
          <button
            type="button"
            className="auto"
            aria-pressed={auto}
            disabled={fixed}
            aria-label={words(autoWord ? 'scenario.usual.set' : 'scenario.auto.set', { field: name })}
            onClick={() => onChange(auto ? value : undefined)}
          >
            {autoWord ?? words('scenario.auto')}
          </button>
        )}
      </span>
      {slider ? (
        <input
          type="range"
          disabled={fixed}
          aria-label={name}
          aria-valuetext={`${written} ${unit ?? ''}`.trim()}
          min={0}
          max={choices.length - 1}
          value={nearest(choices, value)}
          onChange={(event) => onChange(choices[Number(event.target.value)])}
        />
      ) : null}
      {problem ? (
        <p className="fault" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}
