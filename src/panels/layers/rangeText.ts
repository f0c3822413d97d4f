import type { Words } from '../../state/words.tsx';

/** A value, or the least and the most where they read differently. */
export function rangeText(
  words: Words,
  [low, high]: readonly [number, number],
  text: (value: number) => string,
): string {
  const [least, most] = [text(low), text(high)];
  return least === most ? most : words('layer.between', { low: least, high: most });
}
