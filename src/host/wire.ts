import {
  type EventName,
  type Events,
  NAMESPACE,
  PROTOCOL,
  type Ready,
  type Reply,
  type Verb,
  type Verbs,
} from '../embed/protocol.ts';

const HELLO_MS = 100;
const ENVELOPE = { ns: NAMESPACE, v: PROTOCOL } as const;

/** A line to the page in a frame: calls are kept until it answers, and every one of them settles. */
export interface Wire {
  ask<V extends Verb>(verb: V, takes: Verbs[V]['takes']): Promise<Verbs[V]['gives']>;
  /** What waits for an answer is refused with this sentence. */
  close(why: string): void;
}

export interface Ends {
  /** The window that is spoken to, and the only one that is heard; null while there is none. */
  readonly far: () => Window | null;
  /** Called at every word of the page's. */
  readonly onWord: () => void;
  readonly onReady: (ready: Ready) => void;
  readonly onEvent: <E extends EventName>(event: E, value: Events[E]) => void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function openWire({ far, onWord, onReady, onEvent }: Ends): Wire {
  const waiting = new Map<unknown, Waiting>();
  /** Calls that wait until somebody listens; null once somebody does. */
  let held: object[] | null = [];
  let last = 0;

  // The page has an opaque origin where it is sandboxed, so no origin can be named.
  const post = (message: object): void => far()?.postMessage({ ...ENVELOPE, ...message }, '*');
  const greeting = setInterval(() => post({ type: 'hello' }), HELLO_MS);
  const hear = ({ source, data }: MessageEvent): void => {
    if (source === null || source !== far()) return;
    if (data?.ns !== NAMESPACE || data.v !== PROTOCOL) return;
    const reply = data as Reply;
    onWord();
    if (reply.type === 'ready') {
      clearInterval(greeting);
      const sent = held;
      held = null;
      onReady(reply);
      sent?.forEach(post);
    } else if (reply.type === 'event') {
      onEvent(reply.event, reply.value as never);
    } else {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.type === 'result') call?.resolve(reply.value);
      else if (reply.type === 'error') call?.reject(new Error(reply.message));
    }
  };
  addEventListener('message', hear);

  return {
    ask(type, takes) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        const message = { ...takes, id, type };
        // Throws where something cannot be sent, such as a function: that is the caller's answer.
        if (held) held.push(structuredClone(message));
        else post(message);
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      });
    },
    close(why) {
      clearInterval(greeting);
      removeEventListener('message', hear);
      for (const { reject } of waiting.values()) reject(new Error(why));
      waiting.clear();
    },
  };
}
