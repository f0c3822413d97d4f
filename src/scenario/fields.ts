import { ScenarioError } from './error.ts';

/** Largest counts that are taken for a model, well above any that was built; a shape beyond them is a mistake. */
export const MOST = {
  layers: 10_000,
  width: 10_000_000,
  vocab: 100_000_000,
  heads: 100_000,
  experts: 100_000,
} as const;

/** A JSON object, own fields only. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of the names that has a value, with the value; null and undefined count as absent. */
export function firstOf(
  fields: Fields,
  names: readonly string[],
): { name: string; value: unknown } | undefined {
  for (const name of names) {
    if (Object.hasOwn(fields, name) && fields[name] !== null && fields[name] !== undefined) {
      return { name, value: fields[name] };
    }
  }
  return undefined;
}

/** A whole number from `least` to `most` under the first present name; undefined where all are absent. */
export function optionalCount(
  fields: Fields,
  names: readonly string[],
  most: number,
  least = 1,
): number | undefined {
  const found = firstOf(fields, names);
  if (!found) return undefined;
  const { name, value } = found;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new ScenarioError(name, `must be a whole number from ${least} to ${most}`, value);
  }
  return value;
}

/** The same, where it must be given. */
export function count(fields: Fields, names: readonly string[], most: number): number {
  const value = optionalCount(fields, names, most);
  if (value === undefined) throw new ScenarioError(names[0], 'is missing from config.json');
  return value;
}

/** True, false, or `otherwise` where absent. */
export function flag(fields: Fields, name: string, otherwise: boolean): boolean {
  const found = firstOf(fields, [name]);
  if (!found) return otherwise;
  if (typeof found.value !== 'boolean') throw new ScenarioError(name, 'must be true or false', found.value);
  return found.value;
}

/** A list, or undefined where absent. */
export function optionalList(fields: Fields, name: string, longest: number): readonly unknown[] | undefined {
  const found = firstOf(fields, [name]);
  if (!found) return undefined;
  const { value } = found;
  if (!Array.isArray(value) || value.length > longest) {
    throw new ScenarioError(name, `must be a list of at most ${longest}`, value);
  }
  return value;
}
