/** Letters without accents, in lower case: what is typed on any keyboard finds the same. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
}

/** How well a name answers what was asked, both folded: 0 is the name itself, then its beginning, the beginning of its
 *  words, and anywhere in it; 4 where only the text beside it does; null where not even that. */
export function rank(asked: string, name: string, text: string): number | null {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  const words = asked.split(/\s+/);
  const named = name.split(/[\s,()/'-]+/);
  if (words.every((word) => named.some((each) => each.startsWith(word)))) return 2;
  if (words.every((word) => name.includes(word))) return 3;
  return words.every((word) => name.includes(word) || text.includes(word)) ? 4 : null;
}
