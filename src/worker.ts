import type { Request } from './sim/protocol.ts';
import { serve } from './sim/serve.ts';

/** The part of a dedicated worker's scope that is used. */
interface Scope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}
const scope = globalThis as unknown as Scope;

// A message to oneself comes after those already waiting, and unlike a timer it is never slowed down.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
const pause = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

const handle = serve((reply, moved) => scope.postMessage(reply, moved), pause);
scope.addEventListener('message', (event) => handle(event.data));
