import { createShelf, type Kept } from './offline/shelf.ts';

/** The parts of a service worker's scope and events that are used; the page's own library has no types for them. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope extends EventTarget {
  readonly registration: { readonly scope: string; readonly installing: unknown; readonly waiting: unknown };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<unknown[]>;
  };
  skipWaiting(): Promise<void>;
}

/** Every file of the site with the digest of its bytes, and the name of this version: written by the build. */
declare const KEPT: Kept;

const scope = globalThis as unknown as Scope;
const on = <E extends Event>(type: string, listener: (event: E) => void): void =>
  scope.addEventListener(type, listener as EventListener);

const shelf = createShelf(caches, fetch.bind(scope), scope.registration.scope, KEPT);

/** What older versions kept goes once no other window may still need it. */
async function tidy(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const { registration } = scope;
  if (windows.length <= 1) await shelf.clear(() => Boolean(registration.installing ?? registration.waiting));
}

on<Extendable>('install', (event) => event.waitUntil(shelf.fill()));
on<Extendable>('activate', (event) => event.waitUntil(tidy().then(() => scope.clients.claim())));
on<Asked>('fetch', (event) => {
  if (event.request.mode === 'navigate') event.waitUntil(tidy());
  const name = shelf.nameOf(event.request);
  if (name !== null) event.respondWith(shelf.take(name, event.request));
});
// A visitor asked for the new version (state/offline.ts).
on<MessageEvent>('message', ({ data }) => {
  if (data === 'take over') void scope.skipWaiting();
});
