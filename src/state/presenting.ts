import type { Language, Motion, Theme } from './store.ts';

/** What the audience's window tells the presenter's: the words of the open tour, their numbers filled in. */
export interface Shown {
  readonly type: 'shown';
  readonly lang: Language;
  readonly theme: Theme;
  readonly motion: Motion;
  readonly playing: boolean;
  /** null where no tour is open; its step counts from 1. */
  readonly tour: {
    readonly title: string;
    readonly step: number;
    readonly steps: readonly {
      readonly title: string;
      readonly text: string;
      readonly notes: string | null;
    }[];
  } | null;
}

/** What the presenter's window asks of the audience's. Moves are relative, so that two quick ones are two steps. */
export type Wish =
  | { readonly type: 'hello' }
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'go'; readonly step: number }
  | { readonly type: 'play'; readonly playing: boolean };

/** Between two windows of this page that know the same id. */
export interface Line<Out> {
  say(message: Out): void;
  close(): void;
}

/** The key of the address that makes a page the presenter's window; its value is the id of the line. */
export const PRESENTER = 'presenter';
const NAMESPACE = 'rainier-presenter';
const VERSION = 1;

/** An id that no other presentation on this machine has. */
export function newLineId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((n) => n.toString(16).padStart(2, '0')).join('');
}

/**
 * Opens a line. Whatever window is known to be at its other end is spoken to directly; one that is not, after a reload, over
 * a channel of this origin. Files on a disk share no channel, so there the other window must speak first. `read` gives null
 * for what is no message.
 */
export function openLine<Out, In>(
  id: string,
  known: Window | null,
  read: (message: unknown) => In | null,
  hear: (message: In) => void,
): Line<Out> {
  let other = known;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`${NAMESPACE} ${id}`) : null;
  const take = (data: unknown): boolean => {
    const { ns, v, id: line, message } = (data ?? {}) as Record<string, unknown>;
    if (ns !== NAMESPACE || v !== VERSION || line !== id) return false;
    const heard = read(message);
    if (heard !== null) hear(heard);
    return heard !== null;
  };
  const onWindow = ({ data, origin, source }: MessageEvent): void => {
    // Pages on a disk and in sandboxed frames have no origin to know each other by.
    if (origin !== self.origin && self.origin !== 'null') return;
    const before = other;
    // Known before it is heard, so that it can be answered.
    if (source) other = source as Window;
    if (!take(data)) other = before;
  };
  if (channel) channel.onmessage = ({ data }) => take(data);
  addEventListener('message', onWindow);
  return {
    say(message) {
      const data = { ns: NAMESPACE, v: VERSION, id, message };
      if (other && !other.closed) other.postMessage(data, self.origin === 'null' ? '*' : self.origin);
      else channel?.postMessage(data);
    },
    close() {
      channel?.close();
      removeEventListener('message', onWindow);
    },
  };
}

/** A wish, where a message is one. */
export function readWish(value: unknown): Wish | null {
  const { type, by, step, playing } = (value ?? {}) as Record<string, unknown>;
  if (type === 'hello') return { type };
  if (type === 'move' && (by === 1 || by === -1)) return { type, by };
  if (type === 'go' && Number.isInteger(step)) return { type, step: step as number };
  if (type === 'play' && typeof playing === 'boolean') return { type, playing };
  return null;
}

/** What is shown, where a message says it: only this page's own windows are heard, so that its kind is enough. */
export function readShown(value: unknown): Shown | null {
  const shown = value as Shown | null;
  return shown?.type === 'shown' ? shown : null;
}
