import type { Rainier } from '../state/api.ts';
import { readCall } from './calls.ts';
import { createLimit } from './limit.ts';
import {
  type Call,
  NAMESPACE,
  PROTOCOL,
  type Reply,
  readyMessage,
  type Verb,
  type Verbs,
} from './protocol.ts';
import { changeOfQuery } from './show.ts';
import { addressed } from './weigh.ts';

/** Calls that may wait for their answer at once. */
const MOST_WAITING = 32;
const ENVELOPE = { ns: NAMESPACE, v: PROTOCOL } as const;
/** What a host may echo; answering it would never end. */
const OURS: readonly string[] = ['ready', 'result', 'error', 'event'];

interface Answering {
  readonly api: Rainier;
  readonly suspend: (suspended: boolean) => void;
  /** To the host. */
  readonly post: (message: Reply) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Answers the messages of one host: what is no message of this protocol, too large, or one too many changes nothing. */
export function createAnswering({ api, suspend, post, now }: Answering): (data: unknown) => void {
  const limit = createLimit(now);
  let stands = false;
  void api.ready.then(() => {
    stands = true;
  });
  let waiting = 0;
  /** Pictures are taken one after the other: each redraws the scene in its size. */
  let pictures: Promise<unknown> = Promise.resolve();

  const verbs: { readonly [V in Verb]: (call: Extract<Call, { type: V }>) => unknown } = {
    getState: () => api.getState(),
    setState: ({ state }) => api.setState(state),
    play: () => api.play(),
    pause: () => api.pause(),
    seek: ({ seconds }) => api.seek(seconds),
    select: ({ address }) => api.select(address),
    flyTo: ({ address, seconds }) => api.flyTo(address, { seconds }),
    tourStep: async ({ by }) => {
      await api.tourStep(by);
      return api.getState().tour;
    },
    screenshot: ({ width, height, type }) => {
      const next = pictures.then(() => api.screenshot({ width, height, type }));
      pictures = next.catch(() => {});
      return next;
    },
    stats: () => api.stats(),
    show: ({ query }) => api.setState(changeOfQuery(query, api.getState())),
    activate: () => {},
    suspend: () => suspend(true),
    resume: () => suspend(false),
  };
  const answer = async (call: Call): Promise<void> => {
    const { id } = call;
    try {
      if (waiting >= MOST_WAITING) throw new Error(`too many calls wait for an answer: ${waiting}`);
      waiting += 1;
      try {
        await api.ready;
        const act = verbs[call.type] as (call: Call) => unknown;
        const value = ((await act(call)) ?? null) as Verbs[Verb]['gives'];
        if (id !== undefined) post({ ...ENVELOPE, id, type: 'result', value });
      } finally {
        waiting -= 1;
      }
    } catch (error) {
      fail(id, (error as Error).message);
    }
  };
  const fail = (id: string | number | undefined, message: string): void => {
    if (id !== undefined) post({ ...ENVELOPE, id, type: 'error', message });
    else post({ ...ENVELOPE, type: 'event', event: 'error', value: message });
  };
  return (data) => {
    if (!limit.open()) return;
    const message = addressed(data);
    if (!message || OURS.includes(message.type)) return;
    if (!limit.take()) return;
    if (message.type === 'hello') {
      // Before it stands, the page has nothing to say; then it says so by itself (embed.ts).
      if (stands) post(readyMessage(true));
      return;
    }
    const read = readCall(message);
    if (!read) return;
    if ('call' in read) void answer(read.call);
    else fail(read.id, read.problem);
  };
}
