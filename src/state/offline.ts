import { notify, type Store } from './store.ts';

/** Keeps the site in the browser, so that it opens without a network; says when a newer version has been fetched whole.
 *  Does nothing where a page may keep nothing: in frames, in files, in lessons of another system, in windows without a
 *  secure connection. */
export async function keepOffline(store: Store): Promise<void> {
  const mayKeep =
    self.origin !== 'null' && parent === self && isSecureContext && 'serviceWorker' in navigator;
  if (!mayKeep || store.getState().manners.lms) return;
  const { serviceWorker } = navigator;
  const offer = (waiting: ServiceWorker): void =>
    notify(store, 'a new version of this page is ready', () => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    });
  try {
    const registration = await serviceWorker.register('./keeper.js', { updateViaCache: 'none' });
    const follow = (): void => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        // The first version to be kept has none before it, and nothing to say.
        if (installing.state === 'installed' && serviceWorker.controller) offer(installing);
      });
    };
    if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
    follow();
    registration.addEventListener('updatefound', follow);
  } catch {
    // The host does not serve it, or the browser keeps nothing: the page is as good with a network.
  }
}
