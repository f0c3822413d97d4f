/** Places by address: `b3/h2/r4/u17/s2/t5/c1/n6`, any prefix is a place, `""` the campus. One-based, as painted on a floor. */

export const DEPTHS = [
  'campus',
  'building',
  'hall',
  'row',
  'ultraserver',
  'server',
  'tray',
  'chip',
  'core',
] as const;
export type Depth = (typeof DEPTHS)[number];

/** Levels of the journey: every depth but `server`, which is looked at from its UltraServer. */
export const LEVELS = ['campus', 'building', 'hall', 'row', 'ultraserver', 'tray', 'chip', 'core'] as const;
export type Level = (typeof LEVELS)[number];

/** One-based numbers from the building inwards; its length is the depth. */
export type Address = readonly number[];

const LETTERS = 'bhrustcn';

/** Text to numbers; undefined where the text is no address (whether the place exists is the site's matter). */
export function parseAddress(text: string): Address | undefined {
  if (text === '') return [];
  const parts = text.split('/');
  if (parts.length > LETTERS.length) return undefined;
  const numbers: number[] = [];
  for (let i = 0; i < parts.length; i++) {
    const match = /^([a-z])([1-9]\d{0,3})$/.exec(parts[i]);
    if (!match || match[1] !== LETTERS[i]) return undefined;
    numbers.push(Number(match[2]));
  }
  return numbers;
}

export function formatAddress(address: Address): string {
  return address.map((n, i) => LETTERS[i] + n).join('/');
}

export function depthOf(address: Address): Depth {
  return DEPTHS[address.length];
}

export function levelOf(address: Address): Level {
  const depth = depthOf(address);
  return depth === 'server' ? 'ultraserver' : depth;
}

/** The place one step out; the campus is its own parent. */
export function parentOf(address: Address): Address {
  return address.slice(0, -1);
}

/** True where `inner` is `outer` or stands inside it. */
export function contains(outer: Address, inner: Address): boolean {
  return outer.length <= inner.length && outer.every((n, i) => n === inner[i]);
}
