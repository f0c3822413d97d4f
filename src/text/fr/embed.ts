/** Words of src/text/en/embed.ts in French. */
export const embed = {
  'embed.whole': 'Ouvrir la page entière dans une nouvelle fenêtre',
} as const;
