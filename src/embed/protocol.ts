import type { PublicState, SceneStats, ScreenshotOptions } from '../state/api.ts';

/** What a host and the page say to each other over `postMessage`, version 1. Fields, verbs and events may be added; none
 *  changes its meaning or goes. docs/embedding.md shows each at work. */

export const NAMESPACE = 'rainier';
export const PROTOCOL = 1;
/** The page's own version, as in package.json. */
export const VERSION = '0.1.0';

/** What every message carries, either way. */
export interface Envelope {
  readonly ns: typeof NAMESPACE;
  readonly v: typeof PROTOCOL;
}

/** A verb, what it takes beside its name, and what it answers. */
export interface Verbs {
  readonly getState: { readonly takes: object; readonly gives: PublicState };
  /** All or nothing; answered when a changed scenario has been simulated. */
  readonly setState: { readonly takes: { readonly state: object }; readonly gives: null };
  readonly play: { readonly takes: object; readonly gives: null };
  readonly pause: { readonly takes: object; readonly gives: null };
  /** Simulated seconds from the step's start. */
  readonly seek: { readonly takes: { readonly seconds: number }; readonly gives: null };
  /** null selects nothing. */
  readonly select: { readonly takes: { readonly address: string | null }; readonly gives: null };
  /** Answered on arrival. `seconds` of the wall. */
  readonly flyTo: {
    readonly takes: { readonly address: string; readonly seconds?: number };
    readonly gives: null;
  };
  /** So many steps on in the open tour, or back; answers where it stands then. */
  readonly tourStep: { readonly takes: { readonly by: number }; readonly gives: PublicState['tour'] };
  readonly screenshot: { readonly takes: ScreenshotOptions; readonly gives: Blob };
  readonly stats: { readonly takes: object; readonly gives: SceneStats };
  /** Shows what an address with this query would; keys that it does not name stay as they are. All or nothing. */
  readonly show: { readonly takes: { readonly query: string }; readonly gives: null };
  /** Starts the page behind its poster, as its button does; answered when the picture stands. */
  readonly activate: { readonly takes: object; readonly gives: null };
  /** Gives back the GPU and stops time, whether the frame can be seen or not; `resume` undoes it. */
  readonly suspend: { readonly takes: object; readonly gives: null };
  readonly resume: { readonly takes: object; readonly gives: null };
}
export type Verb = keyof Verbs;

export const VERBS = [
  ...(['getState', 'setState', 'play', 'pause', 'seek', 'select', 'flyTo', 'tourStep'] as const),
  ...(['show', 'screenshot', 'stats', 'activate', 'suspend', 'resume'] as const),
] as const satisfies readonly Verb[];

/** A key that turns slides, pressed in the page and left to the host: as in a KeyboardEvent. */
export interface PassedKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/** An event, and what it tells. */
export interface Events {
  /** The whole state, 250 ms after it came to rest. While the step plays, its time alone is no change of it. */
  readonly state: PublicState;
  /** Address of the selected place. */
  readonly select: string | null;
  readonly tourStep: PublicState['tour'];
  /** Simulated seconds, at most four times a second. */
  readonly time: number;
  /** A sentence that the visitor was told too. */
  readonly error: string;
  readonly key: PassedKey;
  /** The page behind its poster has begun to load; told again to every hello until it stands. */
  readonly loading: null;
  /** The picture stands behind its poster, or the visitor came into it; or went out of it again. */
  readonly activate: null;
  readonly deactivate: null;
  /** The frame went out of sight, gave back the GPU and stopped; or came back. */
  readonly suspend: null;
  readonly resume: null;
}
export type EventName = keyof Events;

export const EVENTS = [
  ...(['state', 'select', 'tourStep', 'time', 'error', 'key'] as const),
  ...(['loading', 'activate', 'deactivate', 'suspend', 'resume'] as const),
] as const satisfies readonly EventName[];

/** Host → page. Without an `id` nothing is answered. */
export type Call = {
  readonly [V in Verb]: Envelope & { readonly id?: string | number; readonly type: V } & Verbs[V]['takes'];
}[Verb];
export type Hello = Envelope & { readonly type: 'hello' };

/** Page → host. */
export interface Ready extends Envelope {
  readonly type: 'ready';
  readonly version: string;
  readonly capabilities: { readonly verbs: readonly Verb[]; readonly events: readonly EventName[] };
  /** False behind the poster: a verb starts the page, and is answered once the picture stands. */
  readonly active: boolean;
}
export interface Result<V extends Verb = Verb> extends Envelope {
  readonly type: 'result';
  readonly id: string | number;
  readonly value: Verbs[V]['gives'];
}
export interface Failure extends Envelope {
  readonly type: 'error';
  readonly id: string | number;
  readonly message: string;
}
export type Told = {
  readonly [E in EventName]: Envelope & {
    readonly type: 'event';
    readonly event: E;
    readonly value: Events[E];
  };
}[EventName];
export type Reply = Ready | Result | Failure | Told;

/** What is said at load, and to every hello. */
export function readyMessage(active: boolean): Ready {
  const capabilities = { verbs: VERBS, events: EVENTS };
  return { ns: NAMESPACE, v: PROTOCOL, type: 'ready', version: VERSION, capabilities, active };
}

/** What is said when the page begins to load. */
export function loadingMessage(): Told {
  return { ns: NAMESPACE, v: PROTOCOL, type: 'event', event: 'loading', value: null };
}
