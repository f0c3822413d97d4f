import { openPage } from './page.tsx';

// The page of a web server: modules, and threads that are loaded by address.
openPage(
  {
    simulator: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    searcher: async () => (await import('./startSearcher.ts')).startSearcher,
  },
  async (store) => {
    if (parent === self) await (await import('./state/offline.ts')).keepOffline(store);
  },
);
