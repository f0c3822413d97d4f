import { readConfig } from '../../scenario/config.ts';
import { ScenarioError } from '../../scenario/error.ts';
import { isFields } from '../../scenario/fields.ts';
import { LONGEST_TEXT, parseJson } from '../../scenario/json.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { parseScenario } from '../../scenario/schema.ts';

export type Change = (scenario: Scenario) => Scenario;

const SCENARIO_KEYS = [
  'version',
  'cluster',
  'model',
  'training',
  'parallel',
  'stack',
  'run',
  'faults',
  'seed',
];

/** Fields of which every config.json has one. */
const CONFIG_KEYS = ['model_type', 'architectures', 'text_config', 'hidden_size', 'num_hidden_layers'];

/** A tour as it stands in a file. */
export interface UnreadTour {
  readonly steps: unknown;
  readonly title: unknown;
}

function isTour(value: object): value is UnreadTour {
  return 'steps' in value && 'title' in value;
}

/** The part of a `File` that is used. */
export interface TextFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/** Reads a file that may be anything: what it changes, or the tour that it is, unchecked. A huge one is refused unread.
 *  Throws one sentence. */
export async function readFile(file: TextFile): Promise<Change | UnreadTour> {
  if (file.size > LONGEST_TEXT)
    throw new ScenarioError(file.name, 'must be at most 1 MB of text', `${(file.size / 1e6).toFixed(1)} MB`);
  const text = await file.text();
  const value = parseJson(file.name, text);
  return isFields(value) && isTour(value) ? value : readText(text, file.name);
}

/** A scenario as a file, in the form that the command line takes too. */
export function savedText(scenario: Scenario): string {
  return `${JSON.stringify({ version: 1, ...scenario }, null, 2)}\n`;
}

/** What a config.json or a saved scenario changes. Throws a ScenarioError that names field and value, or what was read,
 *  `name`. */
export function readText(text: string, name = 'config.json'): Change {
  const value = parseJson(name, text);
  const fields = isFields(value) ? Object.keys(value) : [];
  // A scenario with a mistake is told as a scenario: no config.json has fields of these names.
  const isScenario = fields.some((field) => SCENARIO_KEYS.includes(field)) && !fields.includes('hidden_size');
  if (isScenario) {
    const scenario = parseScenario(value);
    return () => scenario;
  }
  if (isFields(value) && !fields.some((field) => CONFIG_KEYS.includes(field)))
    throw new ScenarioError(name, 'must hold a model (config.json), a scenario or a tour', value);
  const shape = readConfig(value);
  return (scenario) => withModel(scenario, shape);
}

/** Another model: layout and batch become automatic again, for those of the last model seldom fit the next. */
export function withModel(scenario: Scenario, model: Scenario['model']): Scenario {
  return { ...loosened(scenario), model };
}

/** Another cluster, the same way. */
export function withCluster(scenario: Scenario, cluster: Scenario['cluster']): Scenario {
  return { ...loosened(scenario), cluster };
}

function loosened({ parallel: _, training, ...rest }: Scenario): Scenario {
  if (!training) return rest;
  const { globalBatch: __, microbatch: ___, ...kept } = training;
  return Object.keys(kept).length > 0 ? { ...rest, training: kept } : rest;
}
