import LZString from 'lz-string';
import { ScenarioError } from './error.ts';
import { isFields } from './fields.ts';
import { LONGEST_TEXT, parseJson } from './json.ts';
import type { Scenario } from './scenario.ts';
import { parseScenario } from './schema.ts';
import { resolveModel } from './shape.ts';

/** The keys of a page's address that make up the scenario, and what each takes. */
export const SCENARIO_KEYS = {
  cluster: "a preset's id, or cluster.chip and cluster.chips of a described cluster",
  model: "a preset's id, or model.layers, model.hidden and the other fields of a described model",
  training: 'training.sequence, training.globalBatch and the other fields of training',
  parallel: 'parallel.tensor, parallel.pipeline and the other fields of parallel',
  stack: 'stack.attentionKernel and the other switches of the software stack',
  run: 'run.tokens and the other fields of a whole run',
  faults: 'a list of faults as JSON',
  seed: 'a whole number',
  scenario: 'the whole scenario as compressed JSON, where the other keys cannot say it; they win over it',
} as const;

/** A key whose value was refused, with one sentence that says why. */
export interface QueryProblem {
  readonly key: string;
  readonly value: string;
  readonly message: string;
}

/** Beyond this many characters the whole is compressed, which leaves room for the view in an address of 2,000. */
const LONGEST_PLAIN = 800;
/** Longest compressed text that is unpacked: a few characters can stand for thousands. */
const LONGEST_PACKED = 8000;
const DEEPEST_PATH = 4;
const ORDER = 'parallel.order';

/** Reads the pairs of an address. A refused pair is a problem and leaves the others as they are. */
export function readScenarioQuery(pairs: Readonly<Record<string, string>>): {
  scenario: Scenario;
  problems: QueryProblem[];
} {
  const problems: QueryProblem[] = [];
  let tree: Tree = {};
  const keys = Object.keys(pairs).sort((a, b) => Number(b === 'scenario') - Number(a === 'scenario'));
  for (const key of keys) {
    const text = pairs[key];
    try {
      tree =
        key === 'scenario'
          ? checked(unpack(key, text))
          : checked(merged(tree, path(key), readValue(key, text)));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      problems.push({ key, value: text, message: error.message });
    }
  }
  return { scenario: parseScenario(tree), problems };
}

/**
 * The pairs that say a scenario again: dotted paths where they stay short, else `scenario` with all of it. A model
 * given as a config.json is carried as its shape. `readScenarioQuery` gives an equal scenario back.
 */
export function writeScenarioQuery(scenario: Scenario): Record<string, string> {
  const carried = portable(scenario);
  const pairs: Record<string, string> = {};
  const plain = flatten(carried as Tree, '', pairs);
  const length = Object.entries(pairs).reduce(
    (sum, [key, value]) => sum + key.length + encodeURIComponent(value).length + 2,
    0,
  );
  if (plain && length <= LONGEST_PLAIN) return pairs;
  return { scenario: packScenario(scenario) };
}

/** A scenario as compressed JSON; a model given as a config.json is carried as its shape. */
export function packScenario(scenario: Scenario): string {
  return LZString.compressToEncodedURIComponent(JSON.stringify(portable(scenario)));
}

/** The scenario that was packed. Throws the sentence of what `name`, a key of the address, cannot be. */
export function unpackScenario(name: string, text: string): Scenario {
  return parseScenario(unpack(name, text));
}

function portable(scenario: Scenario): Scenario {
  const { model } = scenario;
  return isFields(model) && 'config' in model ? { ...scenario, model: resolveModel(model) } : scenario;
}

/** A scenario or a part of it, of any content. */
interface Tree {
  readonly [key: string]: unknown;
}

/** The tree itself if it is a scenario so far; what it lacks to be resolved is said later. */
function checked(tree: Tree): Tree {
  parseScenario(tree);
  return tree;
}

function path(key: string): string[] {
  const parts = key.split('.');
  if (parts.length > DEEPEST_PATH || !Object.hasOwn(SCENARIO_KEYS, parts[0])) {
    throw new ScenarioError(key, 'is not a field of a scenario');
  }
  return parts;
}

/** A copy of the tree with a value at a path. Own properties only, so that no name reaches a prototype. */
function merged(tree: Tree, [head, ...rest]: readonly string[], value: unknown): Tree {
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(tree));
  const before = Object.hasOwn(tree, head) ? tree[head] : undefined;
  if (rest.length > 0 && typeof before === 'string') {
    throw new ScenarioError(`${head}.${rest.join('.')}`, `cannot change ${head}`, before);
  }
  const inner = rest.length > 0 ? merged(isFields(before) ? before : {}, rest, value) : value;
  Object.defineProperty(copy, head, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Numbers, true, false, null, and JSON lists and objects are read as such; anything else is text. The order of the
 *  dimensions is written with commas. */
function readValue(key: string, text: string): unknown {
  if (key === ORDER && !text.startsWith('[')) return text.split(',');
  if (/^(-?\d|true$|false$|null$|[[{])/.test(text) && text.length <= LONGEST_TEXT) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text;
}

function writeValue(key: string, value: unknown): string {
  if (typeof value === 'string') return value;
  return key === ORDER && Array.isArray(value) ? value.join(',') : JSON.stringify(value);
}

function unpack(name: string, text: string): Tree {
  if (text.length > LONGEST_PACKED) {
    throw new ScenarioError(
      name,
      `must be at most ${LONGEST_PACKED} characters when compressed`,
      text.length,
    );
  }
  const json = LZString.decompressFromEncodedURIComponent(text);
  if (!json) throw new ScenarioError(name, 'must be compressed JSON', text);
  const tree = parseJson(name, json);
  if (!isFields(tree)) throw new ScenarioError(name, 'must be a JSON object', tree);
  return tree;
}

/** Writes a tree as dotted pairs; false where dotted pairs cannot say it. */
function flatten(tree: Tree, prefix: string, pairs: Record<string, string>): boolean {
  return Object.entries(tree).every(([key, value]) => {
    const name = prefix + key;
    if (value === undefined) return true;
    if (isFields(value)) return Object.keys(value).length > 0 && flatten(value, `${name}.`, pairs);
    const text = writeValue(name, value);
    pairs[name] = text;
    // Text that would be read as a number, or an object that is refused before all its fields are there, is not plain.
    return same(readValue(name, text), value) && accepted(name, value);
  });
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** Whether a pair is taken on its own. */
function accepted(key: string, value: unknown): boolean {
  try {
    checked(merged({}, path(key), value));
    return true;
  } catch {
    return false;
  }
}
