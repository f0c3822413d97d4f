import { page } from './en/page.ts';
import { places } from './en/places.ts';
import { work } from './en/work.ts';

/** The English words that stand on the screen from the first moment; the others are in enLater.ts. */
export const en = {
  ...page,
  ...work,
  ...places,
} as const;
