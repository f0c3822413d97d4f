/** Words of a page that is shown in another, and of what a link holds fixed. */
export const embed = {
  'embed.whole': 'Open the whole page in a new window',
  'embed.leave': 'Back to the page around (Escape)',
} as const;
