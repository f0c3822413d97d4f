import fc from 'fast-check';
import { VERBS } from '../../src/embed/protocol.ts';
import { VIEW_KEYS } from '../../src/state/keys.ts';

/** What hosts may send in error or in malice: anything at all, nearly right, too deep, too large, with names of prototypes. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '../../etc',
    'b1/h1/r99',
    'b0',
    'b1//h2',
    'NaN',
    '<svg/onload=1>',
  ),
  fc.string({ minLength: 1, maxLength: 3 }).map((part) => part.repeat(20_000)),
);
const number = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, -0, 1e308, Number.MAX_SAFE_INTEGER + 1, 2 ** 31),
);
const deep = fc.integer({ min: 13, max: 400 }).map((depth) => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { state: value };
  return value;
});
const wide = fc.integer({ min: 4097, max: 9000 }).map((length) => new Array(length).fill(0));
const value = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    maxDepth: 3,
  }),
  text,
  number,
  deep,
  wide,
);
const argument = fc.constantFrom(
  ...['state', 'seconds', 'address', 'by', 'width', 'height', 'type', 'query', 'id', 'extra', '__proto__'],
);
const args = fc.dictionary(argument, value, { maxKeys: 3 });
const state = fc.dictionary(
  fc.constantFrom(
    'scenario',
    'view',
    'time',
    'tour',
    'lang',
    'theme',
    'labels',
    'selected',
    'quality',
    'other',
  ),
  fc.oneof(value, fc.dictionary(fc.string(), value, { maxKeys: 3 })),
  { maxKeys: 3 },
);

export const messages: fc.Arbitrary<unknown> = fc.oneof(
  value,
  fc.record({ ns: fc.oneof(fc.constant('rainier'), value), v: fc.oneof(fc.constant(1), value), type: value }),
  fc
    .tuple(fc.oneof(fc.constantFrom(...VERBS), text), args, fc.uuid())
    .map(([type, rest, id]) => ({ id, ...rest, ns: 'rainier', v: 1, type })),
  fc
    .tuple(state, fc.uuid())
    .map(([given, id]) => ({ ns: 'rainier', v: 1, id, type: 'setState', state: given })),
);

const key = fc.oneof(
  fc.constantFrom(...VIEW_KEYS),
  fc.constantFrom(
    'cluster',
    'model',
    'training.sequence',
    'parallel.tensor',
    'seed',
    'faults',
    'scenario',
    'run.tokens',
  ),
  fc.constantFrom('training.__proto__', 'model.constructor.x', 'parallel', 'cluster.chip.peak', 'utm_source'),
  fc.string({ maxLength: 12 }),
);
const written = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.double().map(String),
  fc.constantFrom(
    '0',
    '1',
    'b1/h2',
    'dark',
    'fr',
    'step',
    'rainier',
    '1,2,3',
    '1,2,3,4,5,6',
    'ultraserver',
    '[]',
    '{}',
    '%',
  ),
  fc.constantFrom(
    '{"__proto__":{"x":1}}',
    '[{"at":"b1"}]',
    'x'.repeat(3000),
    'null',
    '-1',
    '1e99',
    '9'.repeat(400),
  ),
);

/** Addresses that were cut, mistyped, or made up. */
export const queries: fc.Arbitrary<string> = fc
  .array(fc.tuple(key, written), { maxLength: 8 })
  .map(
    (pairs) =>
      `?${pairs.map(([name, of]) => `${encodeURIComponent(name)}=${encodeURIComponent(of)}`).join('&')}`,
  );
