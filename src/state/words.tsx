import { useEffect, useSyncExternalStore } from 'react';
import { en } from '../text/en.ts';
import { fill, type Holes } from '../text/fill.ts';
import type { English, TextKey, Texts } from '../text/key.ts';
import { languages } from '../text/texts.ts';
import { useRainier } from './session.tsx';
import type { Language } from './store.ts';

/** Text of a key; a text with holes asks for a value of each. */
export type Words = <K extends TextKey>(
  key: K,
  ...values: [Holes<English[K]>] extends [never] ? [] : [Readonly<Record<Holes<English[K]>, string | number>>]
) => string;

/** English grows by the words of what opens later (laterWords.ts), which come with it. */
const english: Partial<Record<TextKey, string>> = { ...en };
const made = new Map<Language, Words>([['en', wordsFrom(english as Texts)]]);
const listeners = new Set<() => void>();

function wordsFrom(all: Texts): Words {
  return (key, ...[values]) => (values ? fill(all[key], values) : all[key]);
}

/** Adds English words that were not needed before. */
export function addEnglish(more: Partial<Record<TextKey, string>>): void {
  Object.assign(english, more);
}

/** The words of a language; English until they have arrived (`loadWords`). */
export function wordsOf(language: Language): Words {
  return made.get(language) ?? made.get('en')!;
}

/** Fetches the words of a language; everything that shows words changes when they are there. */
export async function loadWords(language: Language): Promise<void> {
  if (made.has(language)) return;
  made.set(language, wordsFrom(await languages[language]()));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The words of the visitor's language; the same function for as long as the language stays. */
export function useWords(): Words {
  return useWordsIn(useRainier((state) => state.lang));
}

/** The words of a language, where no visit is around. */
export function useWordsIn(language: Language): Words {
  useEffect(() => {
    void loadWords(language);
  }, [language]);
  return useSyncExternalStore(subscribe, () => wordsOf(language));
}
