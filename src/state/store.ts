import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Job } from '../cluster/job.ts';
import type { ResolvedScenario, Scenario, SiteLayout } from '../scenario/scenario.ts';
import type { StepResult } from '../sim/protocol.ts';
import type { Tour } from '../text/tours/tour.ts';
import type { Detail } from '../timeline/detail.ts';
import type { Entered, Manners } from './manners.ts';
import type { Settings } from './settings.ts';

export const LENSES = ['run', 'step', 'microbatch', 'layer', 'collective', 'kernel', 'tile'] as const;
export type Lens = (typeof LENSES)[number];
export type Theme = 'dark' | 'light' | 'contrast';
export type Motion = 'full' | 'reduced';
export type Quality = 'auto' | 'low' | 'medium' | 'high' | 'floorplan';
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Pages that are read instead of looked at. */
export const READINGS = [
  'charts',
  'takeaway',
  'sources',
  'validation',
  'glossary',
  'lesson',
  'licences',
] as const;
export type Reading = (typeof READINGS)[number];

/** Dimensions of an UltraServer's torus, one of which can be lit alone. */
export const AXES = ['x', 'y', 'z'] as const;

/** What the light of the picture says, one at a time: work, bytes by kind, how full links and memories are, power and heat,
 *  faults, whom a chip works with. */
export const LAYERS = ['work', 'traffic', 'load', 'memory', 'power', 'faults', 'groups'] as const;
export type Layer = (typeof LAYERS)[number];

/** Kinds of group and of the traffic inside them. */
export const KINDS = ['tensor', 'context', 'expert', 'pipeline', 'data'] as const;

/** Where the camera stands, seen from the middle of the place at `View.at`: degrees, degrees, metres;
 *  `shift` is how far the looked-at point lies from that middle, metres in the campus frame. */
export interface CameraPose {
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
  readonly shift: readonly [x: number, y: number, z: number];
}

export interface View {
  /** Address of the place the journey has reached. */
  readonly at: string;
  /** null is the level's composed home view. */
  readonly cam: CameraPose | null;
  /** null follows the level. */
  readonly lens: Lens | null;
}

/** Something the visitor must be told: a refused value, a file that could not be read. */
export interface Notice {
  readonly id: number;
  readonly message: string;
  /** What can be done about it, where anything can. */
  readonly act?: () => void;
}

/** A result that later ones are held against. */
export interface Baseline {
  readonly result: StepResult;
  readonly of: ResolvedScenario;
  /** As it was asked for. */
  readonly scenario: Scenario;
}

/** What the visitor is doing, small on purpose; everything else is derived. The playhead is the clock's (clock.ts). */
export interface State {
  /** As asked for; `resolved` has every field. */
  readonly scenario: Scenario;
  readonly resolved: ResolvedScenario;
  /** Where the chips stand and which ranks stand on them; null for clusters without known halls. */
  readonly site: SiteLayout | null;
  readonly job: Job | null;
  /** Last good result, kept while a new one is computed and when one fails. */
  readonly result: StepResult | null;
  /** The scenario `result` belongs to. */
  readonly resultOf: ResolvedScenario | null;
  /** The inside of what happens at the playhead through a lens finer than the step; null through coarser ones. */
  readonly detail: Detail | null;
  /** The place at hand has no inside of the kind that the lens asks for: what stands still has no kernel. */
  readonly noDetail: boolean;
  readonly run: { readonly status: 'idle' | 'running' | 'failed'; readonly done: number };
  readonly view: View;
  /** Address of the selected place, null where none is. */
  readonly selected: string | null;
  readonly hovered: string | null;
  /** The class of ranks that was looked into by hand while this place was at hand; null follows the place. */
  readonly lookedInto: { readonly cls: number; readonly at: string } | null;
  /** Kept as A to compare with: a result and the name of its scenario; null where none is. */
  readonly baseline: Baseline | null;
  /** The tour that leads, and its step from 1. */
  readonly tour: { readonly tour: Tour; readonly step: number } | null;
  /** The page that lies open over the picture. */
  readonly reading: Reading | null;
  /** What is looked for on that page: the path of a fact, or a word of the glossary. */
  readonly sought: string | null;
  readonly lang: Language;
  /** What the browser prefers of the languages there are; links name the language where it is another. */
  readonly browserLang: Language;
  readonly theme: Theme;
  readonly motion: Motion;
  readonly quality: Quality;
  readonly labels: boolean;
  /** The one dimension of the torus that is lit at an UltraServer; null for all three. */
  readonly axis: (typeof AXES)[number] | null;
  /** The UltraServer's chips and links are pulled apart into a cube. */
  readonly unfolded: boolean;
  readonly layer: Layer;
  /** The one kind that the layers of traffic and groups show; null for all. */
  readonly kind: (typeof KINDS)[number] | null;
  /** Address of the chip whose groups are shown; null the first of the place at hand. */
  readonly chip: string | null;
  /** False where WebGL2 is missing: the floorplan stands in. */
  readonly webgl: boolean;
  readonly notices: readonly Notice[];
  readonly manners: Manners;
  /** Keys of the address that a teacher has fixed (lock.ts). */
  readonly locked: readonly string[];
  /** Whether the visitor is inside the picture of an embedded page. */
  readonly entered: Entered;
  /** Nobody can see the embedded picture: nothing of it is kept on the GPU, and time stands still; whether it plays on
   *  when it can be seen again. Null while awake. */
  readonly asleep: { readonly playing: boolean } | null;
  /** Remembered from visit to visit, where the browser allows it. */
  readonly settings: Settings;
}

export type Store = StoreApi<State>;

export function createRainierStore(initial: State): Store {
  return createStore<State>(() => initial);
}

let lastNotice = 0;

/** Shows a sentence until it is dismissed; the same sentence never stands twice. */
export function notify(store: Store, message: string, act?: () => void): void {
  const { notices } = store.getState();
  if (notices.some((n) => n.message === message)) return;
  lastNotice += 1;
  store.setState({ notices: [...notices.slice(-3), { id: lastNotice, message, act }] });
}

export function dismiss(store: Store, id: number): void {
  store.setState({ notices: store.getState().notices.filter((n) => n.id !== id) });
}
