import { contains, formatAddress, parseAddress } from '../cluster/address.ts';
import type { State, Store } from './store.ts';

/** Numbers of a chip's address. */
const CHIP = 7;

/** Keeps the chip whose groups are shown: the last one that was selected, on the way out to all places around it. Returns how
 *  to stop. */
export function followChip(store: Store): () => void {
  return store.subscribe(({ selected, chip }, before) => {
    if (selected === before.selected) return;
    const next = chipOf(selected, chip);
    if (next !== chip) store.setState({ chip: next });
  });
}

/** The chip that a selection means: itself, the one before where that lies inside it, or none. */
export function chipOf(selected: State['selected'], before: State['chip']): State['chip'] {
  const address = parseAddress(selected ?? '') ?? [];
  if (address.length >= CHIP) return formatAddress(address.slice(0, CHIP));
  const kept = parseAddress(before ?? '') ?? [];
  return kept.length === CHIP && contains(address, kept) ? before : null;
}

/** Address of the place whose chip is meant: the chip that was picked, or else the place at hand. */
export function chipPlace({ chip, selected, view }: Pick<State, 'chip' | 'selected' | 'view'>): string {
  return chip ?? selected ?? view.at;
}
