import { type Address, contains } from '../../cluster/address.ts';
import { childrenOf, SERVERS, TRAYS } from '../../cluster/site.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';

/** A place as the tree shows it. Servers are passed over, as on the journey: trays hang on their UltraServer. */
export interface Twig {
  readonly address: Address;
  /** From 1, the campus. */
  readonly level: number;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
  /** null where nothing is inside. */
  readonly open: boolean | null;
}

/** The place of the tree that an address belongs to: a server's is its UltraServer. */
export function twigOf(address: Address): Address {
  return address.length === 5 ? address.slice(0, 4) : address;
}

/** The place around it; the campus is its own. */
export function outerOf(address: Address): Address {
  return address.length === 6 ? address.slice(0, 4) : address.slice(0, -1);
}

/** Places inside, in their order. */
export function innerOf(site: SiteLayout, address: Address): Address[] {
  if (address.length === 4)
    return Array.from({ length: SERVERS * TRAYS }, (_, i) => [
      ...address,
      Math.floor(i / TRAYS) + 1,
      (i % TRAYS) + 1,
    ]);
  return Array.from({ length: childrenOf(site, address) }, (_, i) => [...address, i + 1]);
}

/** The twigs in sight, in reading order: what is inside the places from the campus to `open` and no others, so that a
 *  campus of a million chips never has more than some hundred. */
export function twigsOf(site: SiteLayout, open: Address): Twig[] {
  const found: Twig[] = [];
  const grow = (address: Address, level: number, position: number, siblings: number): void => {
    const inner = innerOf(site, address);
    const isOpen = contains(address, open);
    found.push({ address, level, position, siblings, open: inner.length === 0 ? null : isOpen });
    if (isOpen) for (const [i, each] of inner.entries()) grow(each, level + 1, i + 1, inner.length);
  };
  grow([], 1, 1, 1);
  return found;
}
