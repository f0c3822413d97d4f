import { shown } from '../scenario/error.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { readChange } from './change.ts';
import {
  type AXES,
  type KINDS,
  type Language,
  type Layer,
  type Motion,
  notify,
  type Quality,
  type Theme,
  type View,
} from './store.ts';
import type { Visit } from './visit.ts';

/** What the page shows, as others read and write it. */
export interface PublicState {
  readonly scenario: Scenario;
  readonly view: View;
  readonly time: { readonly seconds: number; readonly playing: boolean; readonly speed: number };
  readonly tour: { readonly id: string; readonly step: number } | null;
  readonly lang: Language;
  readonly theme: Theme;
  readonly motion: Motion;
  readonly quality: Quality;
  readonly axis: (typeof AXES)[number] | null;
  readonly unfolded: boolean;
  readonly layer: Layer;
  readonly kind: (typeof KINDS)[number] | null;
  readonly chip: string | null;
  /** Address of the selected place. */
  readonly selected: string | null;
  readonly labels: boolean;
}

/** What is drawn, counted. */
export interface SceneStats {
  readonly chips: number;
  readonly drawCalls: number;
  readonly triangles: number;
  readonly gpuBytes: number;
  readonly frames: number;
  /** The last 120 frames, seconds of the main thread and the GPU together. */
  readonly frameSeconds: readonly number[];
  readonly renderer: string;
  readonly level: string;
  readonly quality: string;
}

export interface ScreenshotOptions {
  readonly width?: number;
  readonly height?: number;
  readonly type?: string;
}

/** The drawing part of the API; a scene or the floorplan provides it. */
export interface Picture {
  stats(): SceneStats;
  screenshot(options?: ScreenshotOptions): Promise<Blob>;
  /** Resolves when the picture of what is now asked for is complete. */
  whole(): Promise<void>;
}

export type ApiEvent = 'state' | 'select' | 'tourStep' | 'time' | 'error';

/** `window.rainier`. Arguments that cannot be are refused with one sentence and change nothing. */
export interface Rainier {
  /** Resolves when the step is simulated and its picture stands, complete. */
  readonly ready: Promise<void>;
  getState(): PublicState;
  /** All or nothing; resolves when a changed scenario has been simulated. */
  setState(partial: unknown): Promise<void>;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  select(address: string | null): void;
  /** Resolves when the picture of that place stands, complete. */
  flyTo(address: string, options?: { readonly seconds?: number }): Promise<void>;
  /** Goes so many steps on in the open tour, or back; resolves when the picture stands. Beyond the ends nothing happens. */
  tourStep(by: number): Promise<void>;
  screenshot(options?: ScreenshotOptions): Promise<Blob>;
  stats(): SceneStats;
  /** Returns how to stop listening. */
  on(event: ApiEvent, listener: (value: unknown) => void): () => void;
}

/** `onAct` is called before every verb that changes something. */
export function createApi(
  visit: Visit,
  picture: () => Picture,
  ready: Promise<void>,
  onAct: () => void = () => {},
): Rainier {
  const { store, clock } = visit;
  const getState = (): PublicState => {
    const { scenario, view, tour: led, asleep, ...state } = store.getState();
    const { lang, theme, motion, quality, axis, unfolded, layer, kind, chip, selected, labels } = state;
    const look = { lang, theme, motion, quality, axis, unfolded, layer, kind, chip, selected, labels };
    const tour = led && { id: led.tour.id, step: led.step };
    const playing = asleep?.playing ?? clock.playing;
    const time = { seconds: clock.seconds, playing, speed: clock.speed };
    return structuredClone({ scenario, view, time, tour, ...look });
  };
  return {
    ready,
    getState,
    async setState(partial) {
      onAct();
      const { scenario, time, tour, ...rest } = readChange(partial, store.getState());
      // The simulator may still refuse the scenario; only after that is anything else touched.
      if (scenario) await visit.applyScenario(scenario);
      store.setState(rest);
      if (time.speed !== undefined) clock.setSpeed(time.speed);
      if (time.seconds !== undefined) clock.seek(time.seconds);
      if (time.playing === true) clock.play();
      if (time.playing === false) clock.pause();
      if (tour === null) visit.guide.close();
      // With a picture of its own the change is a copy of what was seen: the words come without their journey.
      else if (tour)
        await visit.guide.open(tour.id, tour.step, { still: 'view' in rest || scenario !== undefined });
    },
    play() {
      onAct();
      clock.play();
    },
    pause() {
      onAct();
      clock.pause();
    },
    seek(seconds) {
      onAct();
      if (!(typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)))
        throw new Error(`seconds must be a number from 0: ${String(seconds)}`);
      clock.seek(seconds);
    },
    select(address) {
      onAct();
      visit.select(address);
    },
    flyTo(address, options) {
      onAct();
      return visit.flyTo(address, options);
    },
    async tourStep(by) {
      onAct();
      if (!Number.isInteger(by)) throw new Error(`by must be a whole number: ${shown(by)}`);
      const open = store.getState().tour;
      if (open) await visit.guide.go(open.step + by);
    },
    screenshot: (options) => picture().screenshot(options),
    stats: () => picture().stats(),
    on(event, listener) {
      if (event === 'state') return store.subscribe(() => listener(getState()));
      if (event === 'select')
        return store.subscribe((s, before) => {
          if (s.selected !== before.selected) listener(s.selected);
        });
      if (event === 'time') return clock.onTick(() => listener(clock.seconds));
      if (event === 'error')
        return store.subscribe((s, before) => {
          const newest = s.notices.at(-1);
          if (newest && newest.id > (before.notices.at(-1)?.id ?? 0)) listener(newest.message);
        });
      if (event === 'tourStep')
        return store.subscribe((s, before) => {
          if (s.tour !== before.tour) listener(getState().tour);
        });
      throw new Error(`event must be one of state, select, tourStep, time, error: ${String(event)}`);
    },
  };
}

/** Puts the API on the page and tells of errors nobody else shows. */
export function publish(api: Rainier, visit: Visit): void {
  Object.defineProperty(window, 'rainier', { value: api, configurable: true });
  addEventListener('unhandledrejection', (event) => {
    if ((event.reason as Error)?.name !== 'AbortError')
      notify(visit.store, String(event.reason?.message ?? event.reason));
  });
}
