import { NAMESPACE, PROTOCOL } from './protocol.ts';

/** Largest message that is looked into: characters of all its texts and names, and values. A whole scenario is smaller. */
const MOST_TEXT = 65_536;
const MOST_VALUES = 4096;
const DEEPEST = 12;

/** A message that is addressed to the page and light enough to be read. */
export type Addressed = Readonly<Record<string, unknown>> & { readonly type: string };

/** The message, where it is plain data, small, and speaks this protocol; undefined for all else. Stops at the first sign of
 *  too much, so that a huge message costs no more than a small one. */
export function addressed(data: unknown): Addressed | undefined {
  if (!isPlain(data)) return undefined;
  if (data.ns !== NAMESPACE || data.v !== PROTOCOL || typeof data.type !== 'string') return undefined;
  return isLight(data) ? (data as Addressed) : undefined;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const kind = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === null;
}

function isLight(message: Record<string, unknown>): boolean {
  let text = 0;
  let values = 0;
  const light = (value: unknown, depth: number): boolean => {
    values += 1;
    if (values > MOST_VALUES || depth > DEEPEST) return false;
    if (typeof value === 'string') {
      text += value.length;
      return text <= MOST_TEXT;
    }
    if (typeof value !== 'object' || value === null) return typeof value !== 'bigint';
    if (Array.isArray(value))
      return value.length <= MOST_VALUES && value.every((each) => light(each, depth + 1));
    if (!isPlain(value)) return false;
    for (const name in value) {
      text += name.length;
      if (text > MOST_TEXT || !light(value[name], depth + 1)) return false;
    }
    return true;
  };
  return light(message, 0);
}
