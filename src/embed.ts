import { createAnswering } from './embed/answer.ts';
import { beGuest } from './embed/guest.ts';
import { hostOf, LISTENING } from './embed/host.ts';
import { attendKiosk } from './embed/kiosk.ts';
import {
  type EventName,
  type Events,
  NAMESPACE,
  PROTOCOL,
  type Reply,
  readyMessage,
} from './embed/protocol.ts';
import { tellHost } from './embed/tell.ts';
import type { Rainier } from './state/api.ts';
import type { Visit } from './state/visit.ts';

/** Lets the window around this one ask and act as `window.rainier` does, by messages (docs/embedding.md), and behaves as a
 *  guest in it. Nobody else is heard. */
export function answerHost(visit: Visit, api: Rainier): void {
  const { embed, kiosk } = visit.store.getState().manners;
  if (kiosk !== null) void api.ready.then(() => attendKiosk(visit, api, kiosk));
  const host = hostOf(window, embed);
  // Whoever the host is, it may read what it asked to be shown: a page without a secret.
  const post = (message: Reply): void => host?.postMessage(message, '*');
  const tell = <E extends EventName>(event: E, value: Events[E]): void =>
    post({ ns: NAMESPACE, v: PROTOCOL, type: 'event', event, value } as Reply);
  const sleep = beGuest(visit, api.ready, host, tell);
  const suspend = (held: boolean): void => sleep.hold(held);
  const answer = createAnswering({ api, suspend, post, now: () => performance.now() });
  addEventListener('message', (event) => {
    if (host && event.source === host) answer(event.data);
  });
  dispatchEvent(new Event(LISTENING));
  void api.ready.then(() => {
    post(readyMessage(true));
    tell('activate', null);
    tellHost(api, visit.store, visit.clock, tell);
  });
}
