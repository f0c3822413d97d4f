/** A number as it is typed in a language: grouped by commas or spaces in English, by spaces in French, whose decimal
 *  mark is the comma. NaN where it is none. */
export function readAmount(text: string, language: string): number {
  const plain = text.replace(/[\s_\u00a0\u202f]/g, '');
  if (plain === '') return Number.NaN;
  return Number(language === 'fr' ? plain.replace(',', '.') : plain.replaceAll(',', ''));
}
