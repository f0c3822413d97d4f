import * as v from 'valibot';
import type { Call } from './protocol.ts';
import { VERBS } from './protocol.ts';
import type { Addressed } from './weigh.ts';

const LONGEST_SIDE = 4096;
/** Links have at most 2,000 characters; by hand, a scenario may be longer. */
const LONGEST_QUERY = 8000;
const side = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_SIDE)));
const address = v.pipe(v.string(), v.maxLength(100));
const id = v.union([v.pipe(v.string(), v.maxLength(100)), v.pipe(v.number(), v.finite())]);

/** What a verb takes beside its name; nothing else is let through. `setState` reads its state itself (state/change.ts). */
const TAKES = {
  getState: {},
  setState: { state: v.custom<object>((value) => typeof value === 'object' && value !== null) },
  play: {},
  pause: {},
  seek: { seconds: v.pipe(v.number(), v.finite(), v.minValue(0)) },
  select: { address: v.nullable(address) },
  flyTo: {
    address,
    seconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60))),
  },
  tourStep: { by: v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(1000)) },
  show: { query: v.pipe(v.string(), v.maxLength(LONGEST_QUERY)) },
  screenshot: {
    width: side,
    height: side,
    type: v.optional(v.picklist(['image/png', 'image/jpeg', 'image/webp'])),
  },
  stats: {},
  activate: {},
  suspend: {},
  resume: {},
} as const satisfies { readonly [V in (typeof VERBS)[number]]: v.ObjectEntries };

/** What a wrong argument should have been, after the verb's and the argument's name. */
const RULES: Readonly<Record<string, string>> = {
  'setState.state': 'must be an object',
  'seek.seconds': 'must be a number from 0',
  'select.address': 'must be an address such as b3/h2/r4/u17, or null',
  'flyTo.address': 'must be an address such as b3/h2/r4/u17',
  'flyTo.seconds': 'must be a number from 0 to 60',
  'tourStep.by': 'must be a whole number from -1000 to 1000',
  'show.query': `must be text of at most ${LONGEST_QUERY} characters`,
  'screenshot.width': `must be a whole number from 1 to ${LONGEST_SIDE}`,
  'screenshot.height': `must be a whole number from 1 to ${LONGEST_SIDE}`,
  'screenshot.type': 'must be image/png, image/jpeg or image/webp',
};

const envelope = { ns: v.string(), v: v.number(), type: v.string(), id: v.optional(id) };
const schemas = Object.fromEntries(
  VERBS.map((verb) => [verb, v.strictObject({ ...envelope, ...TAKES[verb] })]),
);

/** What a message asks for, checked; or what is wrong with it, and whom to tell. */
export type Read =
  | { readonly call: Call }
  | { readonly problem: string; readonly id: string | number | undefined };

/** Reads a message that is addressed to the page. Undefined where not even its sender can be answered. */
export function readCall(message: Addressed): Read | undefined {
  const known = v.safeParse(v.optional(id), message.id);
  if (!known.success) return undefined;
  const { type } = message;
  if (!Object.hasOwn(schemas, type))
    return { problem: `type is not a verb: ${type.slice(0, 60)}`, id: known.output };
  const read = v.safeParse(schemas[type], message, { abortEarly: true });
  if (read.success) return { call: read.output as unknown as Call };
  const field = String(read.issues[0].path?.[0]?.key ?? 'message').slice(0, 60);
  const rule = Object.hasOwn(RULES, `${type}.${field}`) ? RULES[`${type}.${field}`] : undefined;
  const problem = rule
    ? `${field} ${rule}: ${shown(message[field])}`
    : `${field} is not an argument of ${type}`;
  return { problem, id: known.output };
}

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
