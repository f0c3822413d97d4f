import { useId, useRef, useState } from 'react';
import { useWords } from '../../state/words.tsx';

const SHOWN_MS = 4000;

interface CopiedProps {
  readonly label: string;
  readonly text: string;
  readonly lines: number;
}

/** Text that is meant for somewhere else, with a button that copies it; selected where copying is refused. */
export function Copied({ label, text, lines }: CopiedProps) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words('take.text.copied'));
    } catch {
      setSaid(words('take.text.selected'));
    }
    setTimeout(() => setSaid(''), SHOWN_MS);
  };
  return (
    <div className="take-copied">
      <label htmlFor={id}>{label}</label>
      <textarea ref={field} id={id} readOnly rows={lines} value={text} spellCheck={false} />
      <button
        type="button"
        className="plain"
        aria-label={words('take.text.copy', { what: label })}
        onClick={() => void copy()}
      >
        {words('take.text')}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
