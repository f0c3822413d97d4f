import { type Address, depthOf } from '../cluster/address.ts';
import { placeName } from '../state/names.ts';
import type { Words } from '../state/words.tsx';

/** What a place inside another is called there: a chip of an UltraServer by server, tray and number. */
export function fullName(words: Words, outer: Address, inner: Address): string {
  const steps = inner.length - outer.length;
  return Array.from({ length: steps }, (_, i) => placeName(words, inner.slice(0, outer.length + i + 1))).join(
    ', ',
  );
}

/** Names in full where there is room, the number alone where many stand close together, none for 64 chips. */
export function shortName(words: Words, outer: Address, inner: Address): string {
  const depth = depthOf(inner);
  if (depth === 'building' || depth === 'hall') return placeName(words, inner);
  if (depth !== 'chip') return String(inner[inner.length - 1]);
  return depthOf(outer) === 'tray' ? placeName(words, inner) : '';
}
