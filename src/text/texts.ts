import { en } from './en.ts';
import type { Texts } from './key.ts';

/** The languages that are complete; all but English arrive when they are asked for. */
export const languages: { readonly en: () => Promise<Texts>; readonly fr: () => Promise<Texts> } = {
  en: async () => ({ ...en, ...(await import('./enLater.ts')).enLater }),
  fr: async () => (await import('./fr.ts')).fr,
};
