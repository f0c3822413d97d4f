import '../state/laterWords.ts';
import { type ReactNode, useId, useRef } from 'react';
import { useWords, type Words } from '../state/words.tsx';

type Key = Parameters<Words>[0];

/** The words that the glossary explains. */
export type Word = Key extends infer K ? (K extends `term.${infer W}` ? W : never) : never;

interface TermProps {
  readonly word: Word;
  /** What stands in the sentence; the word of the glossary where nothing is given. */
  readonly children?: ReactNode;
  /** What stands under the meaning. */
  readonly more?: ReactNode;
}

/** A technical word that explains itself when it is pressed. */
export function Term({ word, children, more }: TermProps) {
  const words = useWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const place = (): void => {
    const at = button.current?.getBoundingClientRect();
    const box = note.current;
    if (!at || !box) return;
    const left = Math.max(8, Math.min(at.left, window.innerWidth - box.offsetWidth - 8));
    const below = at.bottom + 6 + box.offsetHeight < window.innerHeight;
    box.style.left = `${left}px`;
    box.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - box.offsetHeight)}px`;
  };
  return (
    <>
      <button ref={button} type="button" className="term" popoverTarget={id}>
        {children ?? words(`term.${word}`)}
      </button>
      <div ref={note} id={id} popover="auto" className="meaning" role="note" onToggle={place}>
        {words(`means.${word}`)}
        {more}
      </div>
    </>
  );
}
