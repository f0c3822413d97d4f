/** The one label that stands before any other word is loaded: on the poster of an embedded page. */
export const posterWords = {
  en: { start: 'Inside Project Rainier: start' },
  fr: { start: 'Au cœur de Project Rainier : démarrer' },
} as const;
