import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import type { Spread } from '../../cluster/spread.ts';
import type { Format } from '../../look/format.ts';
import type { Words } from '../../state/words.tsx';

/** How many chips a group has and over which places they are spread: by the smallest place that holds them all. */
export function spreadText(words: Words, format: Format, spread: Spread): string {
  const { chips, servers, ultraservers, rows, halls, buildings } = spread;
  const count = format.count(chips);
  if (chips === CHIPS_PER_ULTRASERVER && ultraservers === 1) return words('spread.one', { count });
  if (servers === 1) return words('spread.server', { count });
  if (ultraservers === 1) return words('spread.ultraserver', { count });
  if (rows === 1) return words('spread.row', { count, ultraservers: format.count(ultraservers) });
  if (halls === 1) return words('spread.hall', { count, rows: format.count(rows) });
  if (buildings === 1) return words('spread.building', { count, halls: format.count(halls) });
  return words('spread.campus', { count, halls: format.count(halls), buildings: format.count(buildings) });
}
