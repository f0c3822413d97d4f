/** The one label that stands before any other word is loaded: on the poster of an embedded page. */
export const posterWords = {
  en: { start: 'Inside Project Rainier: start' },
  fr: { start: 'Au cœur de Project Rainier : démarrer' },
} as const;

/** Said in the place of the page where its script is refused. */
export const refusedWords = {
  en: 'The page’s script could not be loaded. If this stays so, its host serves .js files as another type than text/javascript, or something between blocks them.',
  fr: 'Le script de la page n’a pas pu être chargé. Si cela persiste, son hébergeur sert les fichiers .js sous un autre type que text/javascript, ou un filtre les bloque.',
} as const;

/** Words of the element around a frame (src/host/), in a page of somebody else's. */
export const elementWords = {
  en: {
    title: 'Inside Project Rainier',
    start: 'Inside Project Rainier: start',
    open: 'Open Inside Project Rainier',
  },
  fr: {
    title: 'Au cœur de Project Rainier',
    start: 'Au cœur de Project Rainier : démarrer',
    open: 'Ouvrir Au cœur de Project Rainier',
  },
} as const;
