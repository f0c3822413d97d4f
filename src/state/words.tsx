import { fill, type Holes } from '../text/fill.ts';
import { type English, type TextKey, type Texts, texts } from '../text/texts.ts';
import { useRainier } from './session.tsx';
import type { Language } from './store.ts';

/** Text of a key; a text with holes asks for a value of each. */
export type Words = <K extends TextKey>(
  key: K,
  ...values: [Holes<English[K]>] extends [never] ? [] : [Readonly<Record<Holes<English[K]>, string | number>>]
) => string;

const made = new Map<Texts, Words>();

/** The words of a language; English where that language has no texts. */
export function wordsOf(language: Language): Words {
  const all: Texts = Object.hasOwn(texts, language) ? texts[language as keyof typeof texts] : texts.en;
  let words = made.get(all);
  if (!words) {
    words = (key, ...[values]) => (values ? fill(all[key], values) : all[key]);
    made.set(all, words);
  }
  return words;
}

/** The words of the visitor's language; the same function for as long as the language stays. */
export function useWords(): Words {
  return wordsOf(useRainier((state) => state.lang));
}
