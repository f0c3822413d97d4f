import { enLater } from '../text/enLater.ts';
import type { Suffix } from '../text/key.ts';

/** The words of the glossary: `term.` and `means.` in the texts. */
export const terms = Object.keys(enLater)
  .filter((key) => key.startsWith('term.'))
  .map((key) => key.slice('term.'.length) as Suffix<'term.'>);
