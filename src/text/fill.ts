/** Names in braces inside a text: `'{part} of {whole}'` has the holes `part` and `whole`. */
export type Holes<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Holes<Rest>
  : never;

/** Puts values into the holes of a text. A hole without a value stays visible, braces and all. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : hole,
  );
}
