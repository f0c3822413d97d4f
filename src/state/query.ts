import { parseAddress } from '../cluster/address.ts';
import { shortened } from '../scenario/error.ts';
import { packScenario, readScenarioQuery, unpackScenario, writeScenarioQuery } from '../scenario/query.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { plain, readCamera, writeCamera } from './camera.ts';
import { chipOf } from './chip.ts';
import type { Clock } from './clock.ts';
import { isScenarioKey, isViewKey, type ViewKey } from './keys.ts';
import { isLockable } from './lock.ts';
import { AT_HOME, KEY_OWNERS, type Manners, WHEELS } from './manners.ts';
import {
  AXES,
  type CameraPose,
  KINDS,
  LANGUAGES,
  LAYERS,
  LENSES,
  type Lens,
  READINGS,
  type State,
  type View,
} from './store.ts';

const CHOICES = {
  read: READINGS,
  lang: LANGUAGES,
  theme: ['dark', 'light', 'contrast'],
  motion: ['full', 'reduced'],
  quality: ['auto', 'low', 'medium', 'high', 'floorplan'],
  axis: AXES,
  layer: LAYERS,
  kind: KINDS,
  keys: KEY_OWNERS,
  wheel: WHEELS,
} as const;

/** What an address says; a field that is absent or refused is undefined. */
export interface Query {
  readonly scenario: Scenario;
  /** What the step is compared against. */
  readonly against?: Scenario;
  readonly at?: string;
  readonly cam?: CameraPose;
  readonly lens?: Lens;
  readonly selected?: string;
  readonly tour?: string;
  readonly tourStep?: number;
  readonly reading?: State['reading'];
  readonly seconds?: number;
  readonly playing?: boolean;
  readonly speed?: number;
  readonly lang?: State['lang'];
  readonly theme?: State['theme'];
  readonly motion?: State['motion'];
  readonly quality?: State['quality'];
  readonly labels?: boolean;
  readonly axis?: (typeof AXES)[number];
  readonly unfolded?: boolean;
  readonly layer?: State['layer'];
  readonly kind?: (typeof KINDS)[number];
  readonly chip?: string;
  readonly manners: Manners;
  /** Keys that a teacher has fixed (lock.ts). */
  readonly locked: readonly string[];
  /** One sentence for each refused value. */
  readonly problems: readonly string[];
  /** Keys that mean nothing here. */
  readonly unknown: readonly string[];
}

/** Latest instant of a step, simulated seconds, and greatest speed, simulated seconds a second. */
export const LONGEST_STEP = 1e6;
export const FASTEST = 1e4;

/** Seconds without a hand on it that a kiosk may wait: none that would interrupt a reader, none longer than a day. */
const PATIENCE = { least: 5, most: 86_400 } as const;

/** Reads `location.search`. One bad field never loses the rest. */
export function readQuery(search: string): Query {
  const scenarioPairs: Record<string, string> = Object.create(null);
  const problems: string[] = [];
  const unknown: string[] = [];
  const view: Partial<Record<ViewKey, string>> = {};
  for (const [key, value] of new URLSearchParams(search)) {
    if (isViewKey(key)) view[key] = value;
    else if (isScenarioKey(key)) scenarioPairs[key] = value;
    else unknown.push(key);
  }
  const read = readScenarioQuery(scenarioPairs);
  for (const { key, value, message } of read.problems)
    problems.push(message || `${key} cannot be: ${shortened(value)}`);

  const refuse = (key: ViewKey, what: string): undefined => {
    problems.push(`${key} must be ${what}: ${shortened(view[key] ?? '')}`);
    return undefined;
  };
  const choice = <K extends keyof typeof CHOICES>(key: K): (typeof CHOICES)[K][number] | undefined => {
    const value = view[key];
    if (value === undefined) return undefined;
    const options: readonly string[] = CHOICES[key];
    return options.includes(value)
      ? (value as (typeof CHOICES)[K][number])
      : refuse(key, `one of ${options.join(', ')}`);
  };
  const number = (key: ViewKey, most: number): number | undefined => {
    const text = view[key];
    if (text === undefined) return undefined;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    return value >= 0 && value <= most ? value : refuse(key, `a number from 0 to ${most}`);
  };
  /** A pace of nothing would look like a page that hangs: `play=0` is how to say pause. */
  const pace = (): number | undefined => {
    const value = number('speed', FASTEST);
    return value === 0 ? refuse('speed', `a positive number up to ${FASTEST}`) : value;
  };
  const whole = (key: ViewKey): number | undefined => {
    const value = number(key, 1000);
    return value === undefined || (value >= 1 && Number.isInteger(value))
      ? value
      : refuse(key, 'a whole number from 1');
  };
  const flag = (key: ViewKey): boolean | undefined => {
    const text = view[key];
    if (text === undefined) return undefined;
    return text === '1' ? true : text === '0' ? false : refuse(key, '0 or 1');
  };
  const patience = (): number | null => {
    const seconds = view.kiosk?.trim() ? Number(view.kiosk) : Number.NaN;
    if (view.kiosk === undefined || (seconds >= PATIENCE.least && seconds <= PATIENCE.most))
      return view.kiosk === undefined ? null : seconds;
    return refuse('kiosk', `a number of seconds from ${PATIENCE.least} to ${PATIENCE.most}`) ?? null;
  };
  const locks = (): readonly string[] => {
    const keys = [...new Set(view.lock?.split(',').map((key) => key.trim()))].filter((key) => key !== '');
    for (const key of keys)
      if (!isLockable(key)) problems.push(`lock names nothing that can be fixed: ${shortened(key)}`);
    return keys.filter(isLockable);
  };
  const address = (key: 'at' | 'sel' | 'chip'): string | undefined => {
    const text = view[key];
    if (text === undefined) return undefined;
    return parseAddress(text) ? text : refuse(key, 'an address such as b3/h2/r4/u17');
  };
  const against = (): Scenario | undefined => {
    if (view.against === undefined) return undefined;
    try {
      return unpackScenario('against', view.against);
    } catch (error) {
      problems.push((error as Error).message);
      return undefined;
    }
  };
  const lens = view.lens;
  const embed = flag('embed') ?? false;
  const manners: Manners = {
    embed,
    autoplay: flag('autoplay') ?? false,
    keys: choice('keys') ?? null,
    wheel: choice('wheel') ?? (embed ? 'ctrl' : AT_HOME.wheel),
    links: flag('links') ?? true,
    kiosk: patience(),
    lms: flag('lms') ?? false,
  };
  return {
    scenario: read.scenario,
    against: against(),
    at: address('at'),
    cam:
      view.cam === undefined
        ? undefined
        : (readCamera(view.cam) ?? refuse('cam', 'azimuth,elevation,distance')),
    lens:
      lens === undefined
        ? undefined
        : (LENSES.find((l) => l === lens) ?? refuse('lens', `one of ${LENSES.join(', ')}`)),
    selected: address('sel'),
    tour: view.tour,
    tourStep: whole('tourStep'),
    reading: choice('read'),
    seconds: number('t', LONGEST_STEP),
    playing: flag('play'),
    speed: pace(),
    lang: choice('lang'),
    theme: choice('theme'),
    motion: choice('motion'),
    quality: choice('quality'),
    labels: flag('labels'),
    axis: choice('axis'),
    unfolded: flag('unfolded'),
    layer: choice('layer'),
    kind: choice('kind'),
    chip: address('chip'),
    manners,
    locked: locks(),
    problems,
    unknown,
  };
}

/** The query that restores this picture, '?' included; '' for the page as it opens. */
export function writeQuery(state: State, clock: Pick<Clock, 'seconds' | 'playing' | 'speed'>): string {
  const view: View = state.view;
  const pairs: Record<string, string> = { ...writeScenarioQuery(state.scenario) };
  if (state.baseline) pairs.against = packScenario(state.baseline.scenario);
  if (view.at) pairs.at = view.at;
  if (view.cam) pairs.cam = writeCamera(view.cam);
  if (view.lens) pairs.lens = view.lens;
  if (state.selected && state.selected !== view.at) pairs.sel = state.selected;
  if (state.tour) {
    pairs.tour = state.tour.tour.id;
    pairs.tourStep = String(state.tour.step);
  }
  if (state.reading) pairs.read = state.reading;
  pairs.t = plain(clock.seconds, 6);
  pairs.speed = plain(clock.speed, 4);
  pairs.play = clock.playing ? '1' : '0';
  if (state.lang !== state.browserLang) pairs.lang = state.lang;
  if (state.theme !== 'dark') pairs.theme = state.theme;
  if (state.motion !== 'full') pairs.motion = state.motion;
  if (state.quality !== 'auto') pairs.quality = state.quality;
  if (!state.labels) pairs.labels = '0';
  if (state.axis) pairs.axis = state.axis;
  if (state.unfolded) pairs.unfolded = '1';
  if (state.layer !== 'work') pairs.layer = state.layer;
  if (state.kind) pairs.kind = state.kind;
  if (state.chip && chipOf(state.selected ?? state.view.at, null) !== state.chip) pairs.chip = state.chip;
  const { embed, autoplay, keys, wheel, links, kiosk, lms } = state.manners;
  if (embed) pairs.embed = '1';
  if (autoplay) pairs.autoplay = '1';
  if (keys) pairs.keys = keys;
  if (wheel !== (embed ? 'ctrl' : AT_HOME.wheel)) pairs.wheel = wheel;
  if (!links) pairs.links = '0';
  if (kiosk !== null) pairs.kiosk = plain(kiosk, 3);
  if (lms) pairs.lms = '1';
  if (state.locked.length > 0) pairs.lock = state.locked.join(',');
  const parts = Object.entries(pairs).map(([key, value]) => `${key}=${encode(value)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Percent-encodes what must be; slashes and commas stay readable. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',');
}
