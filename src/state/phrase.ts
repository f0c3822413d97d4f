import { cited } from '../facts/citations.ts';
import { factNames } from '../text/factNames.ts';
import { fill } from '../text/fill.ts';
import { recordInFrench } from '../text/fr/record.ts';
import { citationsInFrench, wordsInFrench } from '../text/fr/sources.ts';
import type { Phrase } from '../text/tours/tour.ts';
import type { Language } from './store.ts';

/** A phrase in a language, its holes filled; English where it is not there in that one. */
export function say(
  words: Phrase,
  language: Language,
  holes: Readonly<Record<string, string | number>> = {},
): string {
  return fill(typeof words === 'string' ? words : (words[language] ?? words.en), holes);
}

/** What a number of the record of facts is called, by its path; the path itself where it has no name. */
export function factName(path: string, language: Language): string {
  const name = factNames[path.replace(/^trainium[13]\./, 'trainium2.')];
  return name ? say(name, language) : path;
}

/** Words of the record of facts (a value, a unit, a note) in a language; as they stand where they are the same there. */
export function factWords(text: string, language: Language): string {
  return language === 'fr' && Object.hasOwn(recordInFrench, text) ? recordInFrench[text] : text;
}

/** A source as it is read in a language: its marks replaced by what they stand for. */
export function sourceText(source: string, language: Language): string {
  if (language !== 'fr') return cited(source);
  const told = Object.hasOwn(wordsInFrench, source) ? wordsInFrench[source] : source;
  return cited(
    told.replace(/§(\w+)/g, (mark, key) =>
      Object.hasOwn(citationsInFrench, key) ? citationsInFrench[key] : mark,
    ),
  );
}
