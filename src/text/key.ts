import type { en } from './en.ts';
import type { enLater } from './enLater.ts';

/** The English text of a key, as a type: its holes are those of every language. */
export type English = typeof en & typeof enLater;
export type TextKey = keyof English;
/** All texts of one language: a missing key does not type-check. */
export type Texts = Readonly<Record<TextKey, string>>;

/** Keys that begin with a prefix, without it: `Suffix<'term.'>` are the words of the glossary. */
export type Suffix<P extends string> = TextKey extends infer K
  ? K extends `${P}${infer S}`
    ? S
    : never
  : never;
