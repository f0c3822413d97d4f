import { parseAddress } from '../cluster/address.ts';
import { exists } from '../cluster/site.ts';
import { shown } from '../scenario/error.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { Scenario, SiteLayout } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import { readCameraRecord } from './camera.ts';
import { FASTEST, LONGEST_STEP } from './query.ts';
import { AXES, KINDS, LANGUAGES, LAYERS, LENSES, type State, type View } from './store.ts';

/** A checked change of what the page shows. */
export interface Change
  extends Partial<
    Pick<
      State,
      | 'view'
      | 'selected'
      | 'lang'
      | 'theme'
      | 'motion'
      | 'quality'
      | 'labels'
      | 'axis'
      | 'unfolded'
      | 'layer'
      | 'kind'
      | 'chip'
    >
  > {
  readonly scenario?: Scenario;
  readonly tour?: { readonly id: string; readonly step: number } | null;
  readonly time: { readonly seconds?: number; readonly playing?: boolean; readonly speed?: number };
}

const FIELDS = [
  ...['scenario', 'view', 'time', 'tour', 'lang', 'theme', 'motion', 'quality', 'axis', 'unfolded'],
  ...['layer', 'kind', 'chip', 'selected', 'labels'],
];

/** Reads a partial state; throws the sentence of the first thing that is wrong. */
export function readChange(value: unknown, state: State): Change {
  const partial = fields('state', value, FIELDS);
  const change: { -readonly [K in keyof Change]: Change[K] } = { time: {} };
  if (partial.scenario !== undefined) {
    const asked = record('scenario', partial.scenario);
    change.scenario = parseScenario(merge(state.scenario as Record<string, unknown>, asked));
  }
  const siteThen = (): SiteLayout | null =>
    change.scenario ? resolveScenario(change.scenario).cluster.site : state.site;
  if (partial.view !== undefined)
    change.view = readView(fields('view', partial.view, ['at', 'cam', 'lens']), state.view, siteThen());
  if (partial.time !== undefined) {
    const { seconds, playing, speed } = fields('time', partial.time, ['seconds', 'playing', 'speed']);
    if (seconds !== undefined) upTo('time.seconds', seconds, LONGEST_STEP);
    if (speed !== undefined) upTo('time.speed', speed, FASTEST);
    if (speed === 0) throw new Error(`time.speed must be a positive number up to ${FASTEST}: 0`);
    if (playing !== undefined && typeof playing !== 'boolean')
      throw new Error(`time.playing must be true or false: ${String(playing)}`);
    change.time = { seconds, playing, speed } as Change['time'];
  }
  if (partial.tour !== undefined) change.tour = partial.tour === null ? null : readTourPlace(partial.tour);
  if (partial.lang !== undefined) change.lang = oneOf('lang', partial.lang, LANGUAGES);
  if (partial.theme !== undefined)
    change.theme = oneOf('theme', partial.theme, ['dark', 'light', 'contrast'] as const);
  if (partial.motion !== undefined)
    change.motion = oneOf('motion', partial.motion, ['full', 'reduced'] as const);
  if (partial.quality !== undefined)
    change.quality = oneOf('quality', partial.quality, [
      'auto',
      'low',
      'medium',
      'high',
      'floorplan',
    ] as const);
  if (partial.axis !== undefined)
    change.axis = partial.axis === null ? null : oneOf('axis', partial.axis, AXES);
  for (const name of ['unfolded', 'labels'] as const) {
    const value = partial[name];
    if (value === undefined) continue;
    if (typeof value !== 'boolean') throw new Error(`${name} must be true or false: ${shown(value)}`);
    change[name] = value;
  }
  if (partial.selected !== undefined)
    change.selected = partial.selected === null ? null : readPlace('selected', partial.selected, siteThen());
  if (partial.chip !== undefined)
    change.chip = partial.chip === null ? null : readChip(partial.chip, siteThen());
  if (partial.layer !== undefined) change.layer = oneOf('layer', partial.layer, LAYERS);
  if (partial.kind !== undefined)
    change.kind = partial.kind === null ? null : oneOf('kind', partial.kind, KINDS);
  return change;
}

function readTourPlace(value: unknown): { id: string; step: number } {
  const { id, step = 1 } = fields('tour', value, ['id', 'step']);
  if (typeof id !== 'string') throw new Error(`tour.id must be text: ${shown(id)}`);
  if (!(typeof step === 'number' && Number.isInteger(step) && step >= 1))
    throw new Error(`tour.step must be a whole number from 1: ${shown(step)}`);
  return { id, step };
}

function readChip(chip: unknown, site: SiteLayout | null): string {
  const address = typeof chip === 'string' ? parseAddress(chip) : undefined;
  if (
    typeof chip !== 'string' ||
    address?.length !== 7 ||
    address[5] === 1 ||
    !(site && exists(site, address))
  )
    throw new Error(`chip names no chip of this cluster: ${shown(chip)}`);
  return chip;
}

function readPlace(field: string, place: unknown, site: SiteLayout | null): string {
  const address = typeof place === 'string' ? parseAddress(place) : undefined;
  if (!address || (address.length > 0 && !(site && exists(site, address))))
    throw new Error(`${field} names no place of this cluster: ${shown(place)}`);
  return place as string;
}

function readView(view: Record<string, unknown>, before: View, site: SiteLayout | null): View {
  let { at, cam, lens } = before;
  if (view.at !== undefined) {
    at = readPlace('view.at', view.at, site);
    cam = null;
  }
  if (view.cam !== undefined) cam = view.cam === null ? null : readCameraRecord(view.cam);
  if (view.lens !== undefined) lens = view.lens === null ? null : oneOf('view.lens', view.lens, LENSES);
  return { at, cam, lens };
}

/** Sections are merged field by field, cluster, model and faults replaced; null takes a field back to its default. */
function merge(base: Record<string, unknown>, change: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else if (
      ['training', 'parallel', 'stack', 'run'].includes(key) &&
      isRecord(value) &&
      isRecord(merged[key])
    )
      merged[key] = merge(merged[key], value);
    else merged[key] = value;
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(field: string, value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Error(`${field} must be an object: ${shown(value)}`);
  return value;
}

/** A record with none but these fields. */
export function fields(field: string, value: unknown, names: readonly string[]): Record<string, unknown> {
  const all = record(field, value);
  for (const key of Object.keys(all))
    if (!names.includes(key)) throw new Error(`${shown(key)} is not a field of ${field}`);
  return all;
}

function upTo(field: string, value: unknown, most: number): void {
  if (!(typeof value === 'number' && value >= 0 && value <= most))
    throw new Error(`${field} must be a number from 0 to ${most}: ${shown(value)}`);
}

function oneOf<T extends string>(field: string, value: unknown, options: readonly T[]): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw new Error(`${field} must be one of ${options.join(', ')}: ${shown(value)}`);
  return found;
}
