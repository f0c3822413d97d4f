import { fill } from '../text/fill.ts';
import { framesInFrench, rulesInFrench, sentencesInFrench, valuesInFrench } from '../text/fr/problems.ts';
import type { Language } from './store.ts';

/** A text with holes as the expression that finds what stands in them. */
interface Pattern {
  readonly expression: RegExp;
  readonly holes: readonly string[];
  readonly french: string;
}

function patternsOf(table: Readonly<Record<string, string>>, before: string, after: string): Pattern[] {
  return Object.entries(table).map(([english, french]) => {
    const holes: string[] = [];
    // Split by an expression with one group: texts and names of holes take turns.
    const body = english
      .split(/\{(\w+)\}/)
      .map((part, i) => {
        if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        holes.push(part);
        return '(.+?)';
      })
      .join('');
    return { expression: new RegExp(`^${before}${body}${after}$`, 's'), holes, french };
  });
}

const RULES = patternsOf(rulesInFrench, '(?<field>.+?) ', '(?:: (?<value>.*))?');
const SENTENCES = patternsOf(sentencesInFrench, '', '');
const VALUES = patternsOf(valuesInFrench, '', '');

/** What the holes of a pattern hold in a text; null where it does not fit. */
function read({ expression, holes }: Pattern, text: string): Record<string, string> | null {
  const found = expression.exec(text);
  if (!found) return null;
  // Named groups are counted too: the field stands before the holes, where there is one.
  const first = found.groups?.field === undefined ? 1 : 2;
  const held = holes.map((name, i) => [name, found[first + i]]);
  return { ...Object.fromEntries(held), ...found.groups };
}

function valueInFrench(value: string): string {
  for (const pattern of VALUES) {
    const held = read(pattern, value);
    if (held) return fill(pattern.french, held);
  }
  return value;
}

/** A sentence that names a field, a rule and a value (scenario/error.ts), in a language. Those of the code are English:
 *  they are the same on the command line, in the API, and for whoever looks for them. Where there is no French, English. */
export function problemText(message: string, language: Language): string {
  if (language !== 'fr') return message;
  const [, frame, inner] = /^([^:]+): (.*)$/s.exec(message) ?? [];
  if (frame !== undefined && Object.hasOwn(framesInFrench, frame))
    return `${framesInFrench[frame]}\u00a0: ${problemText(valueInFrench(inner), language)}`;
  // A step of a tour holds the sentence of what it asks for.
  if (frame !== undefined && /^tour\.steps\.\d+\.state$/.test(frame))
    return `${frame}\u00a0: ${problemText(inner, language)}`;
  for (const pattern of SENTENCES) {
    const held = read(pattern, message);
    if (held) return fill(pattern.french, held);
  }
  for (const pattern of RULES) {
    const held = read(pattern, message);
    if (!held) continue;
    const { field, value, ...rest } = held;
    const said = `${field} ${fill(pattern.french, rest)}`;
    return value === undefined ? said : `${said}\u00a0: ${valueInFrench(value)}`;
  }
  return message;
}
