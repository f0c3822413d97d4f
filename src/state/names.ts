import { type Address, depthOf } from '../cluster/address.ts';
import type { Words } from './words.tsx';

/** What a place is called: "Row 4", "Head tray". */
export function placeName(words: Words, address: Address): string {
  const number = address[address.length - 1];
  const depth = depthOf(address);
  if (depth === 'campus') return words('place.campus');
  if (depth === 'tray' && number === 1) return words('place.head');
  return words(`place.${depth}`, { number });
}
