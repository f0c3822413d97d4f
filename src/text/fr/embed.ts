/** Words of src/text/en/embed.ts in French. */
export const embed = {
  'embed.whole': 'Ouvrir la page entière dans une nouvelle fenêtre',
  'embed.leave': 'Revenir à la page qui entoure (Échap)',
} as const;
