import { type Address, DEPTHS } from '../../cluster/address.ts';
import { childrenOf } from '../../cluster/site.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import type { Words } from '../../state/words.tsx';
import { fold } from './match.ts';

const LETTERS = 'bhrustcn';
/** Where a thing is looked at from the campus: in the middle of the front hall, a tray with chips. */
const USUAL: Address = [1, 1, 4, 12, 2, 5, 1, 1];

/** A place of a depth (0 the campus): the one the visitor is in, or inside it the usual one. */
export function placeAt(site: SiteLayout, here: Address, depth: number): Address {
  const place: number[] = here.slice(0, depth);
  while (place.length < depth) {
    const most = childrenOf(site, place);
    // A head tray has no chips inside: the tray beside it has.
    if (most === 0) place[5] = 2;
    else place.push(Math.min(USUAL[place.length], most));
  }
  return place;
}

/** An address as it is typed, `b1/h2/r4`, `B1 H2 R4`, or as it is read, `Hall 2, row 4` (from where the visitor is);
 *  undefined where it is none. Whether the place exists is not asked. */
export function readPlace(typed: string, site: SiteLayout, here: Address, words: Words): Address | undefined {
  const asked = fold(typed);
  const marks = [...asked.matchAll(/([a-z]+)\s*(\d{1,4})/g)];
  const rest = asked.replace(/([a-z]+)\s*(\d{1,4})/g, '').replace(/[\s,/>›]+/g, '');
  if (marks.length === 0 || rest !== '') return undefined;
  let place: Address = [];
  for (const [i, [, name, number]] of marks.entries()) {
    const depth = name.length === 1 ? LETTERS.indexOf(name) + 1 : depthOfName(name, words);
    if (depth < 1 || Number(number) < 1 || (i > 0 && depth <= place.length)) return undefined;
    place = [...placeAt(site, i === 0 ? here : place, depth - 1), Number(number)];
  }
  return place;
}

/** Depth of the places that are called so, in the visitor's language; 0 where none is. */
function depthOfName(name: string, words: Words): number {
  return Math.max(
    0,
    DEPTHS.findIndex((depth) => {
      if (depth === 'campus') return false;
      const [called] = fold(words(`place.${depth}`, { number: '' })).split(' ');
      return called === name;
    }),
  );
}
