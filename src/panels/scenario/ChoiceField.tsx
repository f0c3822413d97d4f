import type { ReactNode } from 'react';
import { useWords } from '../../state/words.tsx';
import { Padlock, useFixed } from './Padlock.tsx';

interface ChoiceFieldProps<T extends string | number> {
  /** Where it stands in the scenario. */
  readonly path: string;
  /** The words before it, a term that explains itself. */
  readonly term: ReactNode;
  /** The same in plain words. */
  readonly name: string;
  /** What was given; undefined where it is automatic. */
  readonly value: T | undefined;
  /** What an automatic one comes to, in words. */
  readonly derived: string;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly problem?: string;
  /** undefined: derive it. */
  readonly onChange: (value: T | undefined) => void;
}

/** One of a few, or automatic. */
export function ChoiceField<T extends string | number>(props: ChoiceFieldProps<T>) {
  const { path, term, name, value, derived, options, problem, onChange } = props;
  const words = useWords();
  const fixed = useFixed(path);
  return (
    <div className="field">
      <span className="field-term">
        {fixed ? <Padlock /> : null}
        {term}
      </span>
      <select
        aria-label={name}
        disabled={fixed}
        value={value ?? ''}
        onChange={({ target }) => onChange(options.find(([option]) => String(option) === target.value)?.[0])}
      >
        <option value="">{words('scenario.auto.is', { value: derived })}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {problem ? <p className="fault">{problem}</p> : null}
    </div>
  );
}
