/** What is wrong with a scenario or a config.json: one sentence that names the field and the value. */
export class ScenarioError extends Error {
  readonly field: string;
  readonly value: unknown;

  /** `rule` follows the field's name, as in `must divide heads (128)`; an undefined value is left out. */
  constructor(field: string, rule: string, value?: unknown) {
    super(`${shortened(field)} ${rule}${value === undefined ? '' : `: ${shown(value)}`}`);
    this.name = 'ScenarioError';
    this.field = field;
    this.value = value;
  }
}

/** A value in a few words, whatever it is: a message must never grow with a hostile input, nor fail on it. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return value === '' ? 'empty text' : QUOTED.test(value) ? `"${shortened(value)}"` : shortened(value);
    case 'object':
      return value === null ? 'null' : 'an object';
    case 'function':
    case 'symbol':
      return `a ${typeof value}`;
    case 'bigint':
      return 'a big integer';
    default:
      return String(value);
  }
}

/** Text that reads as something else: a number, a word of JSON, or nothing. */
const QUOTED = /^\s*([-+]?[\d.]+(e[-+]?\d+)?|-?Infinity|NaN|true|false|null|undefined)?\s*$/i;

const LONGEST = 60;

/** One line of at most 60 characters, and no control characters. */
export function shortened(text: string): string {
  const head = text.slice(0, LONGEST + 1).replace(/\p{C}/gu, ' ');
  return text.length > LONGEST ? `${head.slice(0, LONGEST)}…` : head;
}
