import { parseAddress } from '../cluster/address.ts';
import { exists } from '../cluster/site.ts';
import type { ScenarioError } from '../scenario/error.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { ResolvedScenario, Scenario } from '../scenario/scenario.ts';
import { chipOf } from './chip.ts';
import { type Query, readQuery } from './query.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { LANGUAGES, type State } from './store.ts';
import { standing } from './visit.ts';

/** What the browser prefers and can do. */
export interface Surroundings {
  readonly reducedMotion: boolean;
  readonly webgl: boolean;
  /** Language tags, the dearest first, as in `navigator.languages`. */
  readonly languages?: readonly string[];
  /** What was chosen on an earlier visit. */
  readonly settings?: Settings;
}

/** A scenario without the field that cannot be; the default where it has no such field. */
function without(scenario: Scenario, field: string): Scenario {
  const [name, key] = field?.split('.') ?? [];
  const { [name as keyof Scenario]: part, ...rest } = scenario;
  if (part === undefined) return {};
  if (typeof part !== 'object' || Array.isArray(part) || !Object.hasOwn(part, key)) return rest;
  const { [key as never]: _, ...others } = part;
  return { ...rest, [name]: others };
}

/** The state a page address asks for; what it asks for in vain becomes a sentence in `query.problems`. */
export function openState(
  search: string,
  { reducedMotion, webgl, languages = [], settings = DEFAULT_SETTINGS }: Surroundings,
): { state: State; query: Query } {
  const browserLang =
    languages
      .map((tag) => LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language))
      .find((language) => language !== undefined) ?? 'en';
  const query = readQuery(search);
  const problems = [...query.problems];
  let scenario: Scenario = query.scenario;
  let resolved: ResolvedScenario | undefined;
  while (!resolved)
    try {
      resolved = resolveScenario(scenario);
    } catch (error) {
      problems.push((error as Error).message);
      scenario = without(scenario, (error as ScenarioError).field);
    }
  const { site, job } = standing(resolved);
  const place = (key: 'at' | 'sel' | 'chip', text: string | undefined): string => {
    if (!text) return '';
    if (site && exists(site, parseAddress(text)!)) return text;
    problems.push(`${key} names a place that this cluster does not have: ${text}`);
    return '';
  };
  const at = place('at', query.at);
  const selected = query.selected === undefined ? at : place('sel', query.selected);
  const state: State = {
    scenario,
    resolved,
    site,
    job,
    result: null,
    resultOf: null,
    detail: null,
    noDetail: false,
    lookedInto: null,
    baseline: null,
    run: { status: 'idle', done: 0 },
    view: { at, cam: query.cam ?? null, lens: query.lens ?? null },
    selected: selected === '' ? null : selected,
    hovered: null,
    tour: null,
    reading: query.reading ?? null,
    sought: null,
    lang: query.lang ?? browserLang,
    browserLang,
    theme: query.theme ?? 'dark',
    motion: query.motion ?? (reducedMotion ? 'reduced' : 'full'),
    quality: query.quality ?? 'auto',
    labels: query.labels ?? true,
    axis: query.axis ?? null,
    unfolded: query.unfolded ?? false,
    layer: query.layer ?? 'work',
    kind: query.kind ?? null,
    chip: chipOf(selected === '' ? null : selected, place('chip', query.chip) || null),
    webgl,
    notices: [],
    manners: query.manners,
    locked: query.locked,
    entered: null,
    asleep: null,
    settings,
  };
  return { state, query: { ...query, problems } };
}
