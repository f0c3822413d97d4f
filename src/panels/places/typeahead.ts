/** Letters that follow each other faster than this are one word, milliseconds. */
const TOGETHER_MS = 800;

/** Letters typed one after the other, joined while they come fast. */
export function createTyping(now: () => number = () => performance.now()): (letter: string) => string {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  return (letter) => {
    const time = now();
    typed = time - last < TOGETHER_MS ? typed + letter : letter;
    last = time;
    return typed;
  };
}

/** Index of the next name, after `here` and round, that begins with what was typed, or whose number does; of a name that
 *  fits already more letters keep it. -1 where none does. */
export function nextNamed(names: readonly string[], typed: string, here: number): number {
  const asked = plain(typed);
  const fits = (name: string): boolean => {
    const said = plain(name);
    const number = said.match(/\d+$/)?.[0];
    return said.startsWith(asked) || (number?.startsWith(asked) ?? false);
  };
  const exact = (name: string): boolean => plain(name) === asked || plain(name).match(/\d+$/)?.[0] === asked;
  const first = typed.length > 1 ? here : here + 1;
  const order = names.map((_, i) => (first + i) % names.length);
  return order.find((i) => exact(names[i])) ?? order.find((i) => fits(names[i])) ?? -1;
}

/** Without capitals and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
