import { isScenarioKey, isViewKey } from '../state/keys.ts';

/** Keys that say how the page behaves: fixed by the address it is loaded with. */
const FIXED = ['embed', 'autoplay', 'keys', 'wheel', 'links', 'kiosk', 'lms', 'lock', 'read', 'against'];
/** Keys of 0 or 1, which attributes say by being there. */
const FLAGS = ['autoplay', 'play', 'unfolded', 'labels'];

/** The key of the page's address that an attribute stands for: `tour-step` is tourStep. Undefined for all other ones. */
export function keyOf(attribute: string): string | undefined {
  const key = attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return isViewKey(key) || isScenarioKey(key) ? key : undefined;
}

/** Whether a change of this key needs a page that is loaded anew. */
export function isFixed(key: string): boolean {
  return FIXED.includes(key);
}

/** What an attribute says, as the address writes it. */
export function writtenAs(key: string, attribute: string): string {
  return attribute === '' && FLAGS.includes(key) ? '1' : attribute;
}

/** The pairs that an element's attributes stand for. */
export function pairsOf(attributes: Iterable<{ readonly name: string; readonly value: string }>) {
  const pairs: [key: string, value: string][] = [];
  for (const { name, value } of attributes) {
    const key = keyOf(name);
    if (key !== undefined && key !== 'embed') pairs.push([key, writtenAs(key, value)]);
  }
  return pairs;
}

/** The address of the frame: the page's, what its own query says, and over that what the attributes do. Throws one sentence
 *  where the page has no address. */
export function frameAddress(
  src: string | null,
  base: string,
  pairs: Iterable<readonly [string, string]>,
): string {
  if (!src) throw new Error('src must be the address of the page');
  if (!URL.canParse(src, base)) throw new Error(`src is not an address: ${src.slice(0, 60)}`);
  const address = new URL(src, base);
  if (!/^(https?|file):$/.test(address.protocol))
    throw new Error(`src must be an address of the web or of a file: ${src.slice(0, 60)}`);
  for (const [key, value] of pairs) address.searchParams.set(key, value);
  address.searchParams.set('embed', '1');
  return address.href;
}
